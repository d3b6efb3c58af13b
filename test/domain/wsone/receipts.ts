import type { Receipt, ReceiptLine } from '#mocks/wsone/domain/receipt.ts';

export const LEFEVRE = { type: 1, value: '2900000000001' };
export const SON = { type: 1, value: '2900000000004' };

/** 20 € at the shop, by a customer with 500 points. */
export const receiptOf = (changes: Partial<Receipt> = {}): Receipt => ({
  number: 'T-1',
  at: Date.parse('2026-03-04T09:58:00+01:00'),
  storeId: '666666',
  identifier: LEFEVRE,
  cashdeskNumber: '2',
  cashdeskIp: undefined,
  currency: 1,
  totalMinor: 2000,
  preTaxMinor: undefined,
  discountMinor: 0,
  points: 0,
  offerNumbers: [],
  lines: [],
  ...changes,
});

export const lineOf = (changes: Partial<ReceiptLine> = {}): ReceiptLine => ({
  ean: '111111',
  reference: '',
  name: '',
  quantity: 1,
  unitPriceMinor: 2000,
  preTaxUnitPriceMinor: 0,
  discountMinor: 0,
  storeReference: '',
  universeReference: '',
  points: 0,
  ...changes,
});

/** The vendor's sample: 37.56 €, two lines, a voucher of 15 €. */
export const sampleReceipt = receiptOf({
  totalMinor: 3756,
  preTaxMinor: 3458,
  discountMinor: 200,
  lines: [
    lineOf({ unitPriceMinor: 1257, points: 10, discountMinor: 200 }),
    lineOf({ unitPriceMinor: 2499 }),
  ],
});
