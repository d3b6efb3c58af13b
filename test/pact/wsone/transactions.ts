import { expect } from 'vitest';
import { valueOf } from '../agreement.ts';
import { answered, asking, CLIENT, examples, type Agreement } from './partner.ts';
import { sale, SALE, SOLD_TO } from './sale.ts';
import { keptReceipt, noOffers } from './shapes.ts';

export const transactions: readonly Agreement[] = [
  {
    that: 'a receipt is sent and validated at once',
    given: [CLIENT, SOLD_TO],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: answered({ ReceiptResponse: keptReceipt(), DetailsResponse: noOffers }),
    by: async (wsone) => {
      const { ReceiptResponse: sold } = valueOf(await wsone.sendAndValidTransaction(SALE));
      expect(sold.allTaxesIncludedAmount).toBe('20.5');
      expect(sold.transactionId).toBe(examples.transactionId);
    },
  },
];
