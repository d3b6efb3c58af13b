import { describe, expect, test } from 'vitest';
import { wsoneReceipt, type ReceiptParts } from '#client/index.ts';
import { documentedRequest } from '../../contract/wsone-sample.ts';
import { DENIS, seedSosie, SHOP, valueOf, wsoneOf } from './till.ts';

const HEAD = {
  ...{ receiptNumber: 'T-1', transactionDate: '04/03/2026 11:59:00' },
  ...{ EntityRequest: SHOP, IdentifierRequest: DENIS },
} as const;

type Lines = ReceiptParts['lines'];
const line = (allTaxesIncludedUnitPrice: `${number}`, quantity: `${number}` = '1') => ({
  allTaxesIncludedUnitPrice,
  quantity,
});
const totalsOf = (lines: Lines, given: Partial<ReceiptParts> = {}) =>
  wsoneReceipt({ ...HEAD, ...given, lines }).ReceiptRequest;

describe('the totals of a receipt', () => {
  test.each<readonly [string, Lines, string]>([
    // what is bought                        lines                                     total
    ['two articles', [line('12.57'), line('24.99')], '37.56'],
    ['ten times ten cents, which no float adds up', Array(10).fill(line('0.10')) as Lines, '1.00'],
    ['three of one', [line('19.99', '3')], '59.97'],
    ['what is weighed, to the cent', [line('2.50', '0.333')], '0.83'],
    ['half a cent, away from zero', [line('0.01', '0.5')], '0.01'],
    ['half a cent of a return, away from zero too', [line('0.01', '-0.5')], '-0.01'],
    ['a return among what is bought', [line('30.00'), line('12.50', '-1')], '17.50'],
    ['more than a float can hold', [line('90071992547409.93', '100')], '9007199254740993.00'],
  ])('of %s come of its lines', (_, lines, total) => {
    expect(totalsOf(lines).allTaxesIncludedAmount).toBe(total);
  });

  test('count the discounts of the lines, which are off the prices already', () => {
    const lines = [{ ...line('12.57'), discountAmount: '2' as const }, line('24.99')];
    expect(totalsOf(lines)).toMatchObject({
      allTaxesIncludedAmount: '37.56',
      discountAmount: '2.00',
    });
  });

  test('are before tax as well when each line says it, and as given when it is given', () => {
    const [one, other] = [line('12.57', '2'), line('24.99')];
    const lines = [
      { ...one, preTaxUnitPrice: '10.76' as const },
      { ...other, preTaxUnitPrice: '21.47' as const },
    ];
    expect(totalsOf(lines).preTaxAmount).toBe('42.99');
    expect(totalsOf([{ ...one, preTaxUnitPrice: '10.76' }, other])).not.toHaveProperty(
      'preTaxAmount',
    );
    expect(totalsOf(lines, { preTaxAmount: '34.58' }).preTaxAmount).toBe('34.58');
  });

  test('may be given too, and stay as they are written when they are the same', () => {
    const given = { allTaxesIncludedAmount: '37.560', discountAmount: '0' } as const;
    expect(totalsOf([line('37.56')], given).allTaxesIncludedAmount).toBe('37.560');
  });
});

test.each<readonly [string, object, string, string]>([
  [
    'another total than its lines',
    { allTaxesIncludedAmount: '37.55' },
    'allTaxesIncludedAmount',
    '37.55 was given, and the lines come to 37.56',
  ],
  [
    'another discount than its lines',
    { discountAmount: '1' },
    'discountAmount',
    '1 was given, and the lines come to 0.00',
  ],
  [
    'a float',
    { lines: [{ allTaxesIncludedUnitPrice: 37.56 }] },
    'lines[0].allTaxesIncludedUnitPrice',
    "37.56 is no decimal as a text, like '12.57'",
  ],
  [
    'a comma',
    { lines: [line('1'), { ...line('1'), discountAmount: '0,50' }] },
    'lines[1].discountAmount',
    `"0,50" is no decimal as a text, like '12.57'`,
  ],
  ['no price', { lines: [{}] }, 'lines[0].allTaxesIncludedUnitPrice', 'is missing'],
  ['no lines', { lines: [] }, 'lines', 'there are none'],
  [
    'a date of another form',
    { transactionDate: '2026-03-04' },
    'transactionDate',
    '“2026-03-04” is not dd/MM/yyyy HH:mm:ss',
  ],
])('no receipt is made with %s', (_, wrong, field, why) => {
  const parts = { ...HEAD, lines: [line('37.56')], ...wrong };
  expect(() => wsoneReceipt(parts)).toThrow(
    expect.objectContaining({
      name: 'ReceiptError',
      field,
      message: `receipt: ${field}: ${why}`,
    }),
  );
});

test('the lines of the vendor’s sample come to its totals, and its answer is read to the cent', async () => {
  const { DetailsRequest, ReceiptRequest } = JSON.parse(documentedRequest) as Sample;
  const { allTaxesIncludedAmount, ...head } = ReceiptRequest;
  const receipt = wsoneReceipt({
    ...head,
    lines: DetailsRequest.TransactionItemRequest,
    offerNumbers: ['2558000057275'],
  });
  expect(receipt).toEqual({ DetailsRequest, ReceiptRequest });
  const sosie = await seedSosie();
  const value = await valueOf(wsoneOf(sosie).sendAndValidTransaction(receipt));
  expect(value).toMatchObject({
    ReceiptResponse: {
      transactionId: 'A157',
      ...{ allTaxesIncludedAmount: '22.56', preTaxAmount: '19.87', discountAmount: '17.0' },
      NewAccountResponse: [{ value: 84 }, { value: 0 }],
    },
    DetailsResponse: { OfferResponse: [{ value: '15.0', offerNumber: '2558000157272' }] },
  });
  expect(allTaxesIncludedAmount).toBe('37.56');
  await sosie.close();
});

/** Of the sample, as the client's types have it. */
interface Sample {
  readonly DetailsRequest: { readonly TransactionItemRequest: ReceiptParts['lines'] };
  readonly ReceiptRequest: Omit<ReceiptParts, 'lines' | 'offerNumbers'>;
}
