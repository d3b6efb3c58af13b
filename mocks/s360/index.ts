import { s360 as contract, type S360Operations } from '#contracts/s360/index.ts';
import type { VendorModule } from '#wire/vendor.ts';
import { actions } from './actions.ts';
import { credential } from './dataset/credential.ts';
import type { DatasetSection } from './dataset/schema.ts';
import { dataset } from './dataset.ts';
import { expireOrder } from './domain/idleness.ts';
import { invariants } from './domain/invariants.ts';
import { barCodesDue } from './domain/tickets.ts';
import { settings } from './settings.ts';
import { tables, type S360Tables } from './state.ts';
import { rest } from './wire/rest.ts';
import { soap } from './wire/soap.ts';
import type { S360Voice } from './wire/voice.ts';

export const s360: VendorModule<S360Tables, S360Operations, S360Voice, DatasetSection> = {
  name: 's360',
  title: 'S-360',
  hosts: ['mosa', 'play', 'cube'].flatMap((institution) =>
    ['ws', 'demo-ws', 'pp-ws'].map((host) => `${institution}.${host}.secutix.com`),
  ),
  basePath: '',
  contract,
  tables,
  settings,
  due: { 'expire-order': expireOrder, 'issue-bar-codes': barCodesDue },
  invariants,
  rest,
  soap,
  dataset,
  actions,
  credential,
  demo: 'operators MOSA_B2C and PLAY_B2C, password and REST secret P@ssw0rd, partner Partner 1',
};
