import { givenOf } from '../matching.ts';

/** What stands in the pact where a verifier puts in what it made with the provider's state. */
export const examples = {
  merchantId: '10000000000001',
  accessKey: 'TEST-ACCESS-KEY',
  contractNumber: '9999999',
  orderRef: 'EXAMPLE-ORDER',
  newOrderRef: 'EXAMPLE-NEW-ORDER',
  transactionId: '16063100000001',
  day: '04/03/2026',
} as const;

export const given = givenOf(examples);
