import { givenOf } from '../matching.ts';

/** What stands in the pact where a verifier puts in what it made with the provider's state. */
export const examples = {
  operator: 'TEST_OPERATOR',
  secret: 'TEST-SECRET',
  pointOfSalesId: '20000000001',
  itemId: '20000000002',
  audienceId: '20000000003',
  performanceId: '20000000004',
  seatCategoryId: '20000000005',
  paymentMethodId: '20000000006',
  orderId: '10000000001',
  operationId: '10000000002',
  movementId: '10000000003',
  contactNumber: '1000',
  email: 'ada.example@example.com',
} as const;

export const given = givenOf(examples);
