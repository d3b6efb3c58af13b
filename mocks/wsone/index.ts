import { wsone as contract, type WsoneOperations } from '#contracts/wsone/index.ts';
import type { VendorModule } from '#wire/vendor.ts';
import { actions } from './actions.ts';
import { credential } from './dataset/credential.ts';
import type { DatasetSection } from './dataset/schema.ts';
import { dataset } from './dataset.ts';
import { invariants } from './domain/invariants.ts';
import { cancelTransaction } from './domain/cancelling.ts';
import { expireOffer } from './domain/issuing.ts';
import { settings } from './settings.ts';
import { tables, type WsoneTables } from './state.ts';
import { rest } from './wire/rest.ts';
import type { WsoneVoice } from './wire/voice.ts';

export const wsone: VendorModule<WsoneTables, WsoneOperations, WsoneVoice, DatasetSection> = {
  name: 'wsone',
  title: 'WsOne',
  // Each client of the vendor has a host name of its own.
  hosts: [],
  basePath: '/rest',
  contract,
  tables,
  settings,
  due: { 'expire-offer': expireOffer, 'cancel-transaction': cancelTransaction },
  invariants,
  rest,
  dataset,
  actions,
  credential,
  demo: 'demo / demo',
};
