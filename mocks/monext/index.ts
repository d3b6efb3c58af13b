import { monext as contract, type MonextOperations } from '#contracts/monext/index.ts';
import type { VendorModule } from '#wire/vendor.ts';
import { actions } from './actions.ts';
import { credential } from './dataset/credential.ts';
import type { DatasetSection } from './dataset/schema.ts';
import { dataset } from './dataset.ts';
import { captureDeferred } from './domain/deferred.ts';
import { invariants } from './domain/invariants.ts';
import { settle } from './domain/settlement.ts';
import { settings } from './settings.ts';
import { tables, type MonextTables } from './state.ts';
import { rest } from './wire/rest.ts';
import { soap } from './wire/soap.ts';
import type { MonextVoice } from './wire/voice.ts';

export const monext: VendorModule<MonextTables, MonextOperations, MonextVoice, DatasetSection> = {
  name: 'monext',
  title: 'Monext',
  hosts: [
    'homologation.payline.com',
    'homologation-cc.payline.com',
    'homologation-payment.payline.com',
    'homologation-webpayment.payline.com',
    'services.payline.com',
    'services-cc.payline.com',
    'payment.payline.com',
    'webpayment.payline.com',
    'api-sandbox.retail.monext.com',
    'api.retail.monext.com',
  ],
  basePath: '/V4/services',
  contract,
  tables,
  settings,
  due: { 'capture-deferred': captureDeferred, settle },
  invariants,
  rest,
  soap,
  dataset,
  actions,
  credential,
  demo:
    'merchant 12345678901234, access key abCdeFgHiJKLmNoPqrst, contract 1234567, point of sale 1, ' +
    'cards 4970110000000013, 4970110000000021, 4970110000000039',
};
