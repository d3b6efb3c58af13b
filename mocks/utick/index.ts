import { utick as contract, type UtickOperations } from '#contracts/utick/index.ts';
import type { VendorModule } from '#wire/vendor.ts';
import { actions } from './actions.ts';
import { credential } from './dataset/credential.ts';
import type { DatasetSection } from './dataset/schema.ts';
import { dataset } from './dataset.ts';
import { invariants } from './domain/invariants.ts';
import { expireOrder } from './domain/order-behaviours.ts';
import { tickets } from './pages/tickets.ts';
import { settings } from './settings.ts';
import { tables, type UtickTables } from './state.ts';
import { rest } from './wire/rest.ts';
import type { UtickVoice } from './wire/voice.ts';

export const utick: VendorModule<UtickTables, UtickOperations, UtickVoice, DatasetSection> = {
  name: 'utick',
  title: 'Utick',
  hosts: ['sapiti.net', 'sapiti.ovh', 'sapiti.local'],
  basePath: '/v1',
  contract,
  tables,
  settings,
  due: { 'expire-order': expireOrder },
  invariants,
  rest,
  pages: { tickets },
  dataset,
  actions,
  credential,
  demo: 'public key TEST-PUBLIC-KEY, private key TEST-PRIVATE-KEY, device TEST-DEVICE',
};
