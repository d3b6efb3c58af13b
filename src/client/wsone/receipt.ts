import { isDecimal, isSameDecimal, productOf, rounded, sumOf, type Decimal } from '../decimal.ts';
import { ReceiptError } from './receipt-error.ts';
import type {
  DetailsRequest,
  OfferNumberRequest,
  ReceiptRequest,
  TransactionItemRequest,
} from './types.ts';

/** A line of a receipt; what it costs has to be known. */
export interface ReceiptLine extends TransactionItemRequest {
  /** Of one piece, with all taxes; the line's own discount is taken off already. */
  readonly allTaxesIncludedUnitPrice: Decimal;
  /**
   * Negative for what is brought back.
   * @default '1'
   */
  readonly quantity?: Decimal;
}

/** The head of a receipt without what its lines come to. */
export interface ReceiptParts extends Omit<
  ReceiptRequest,
  'allTaxesIncludedAmount' | 'discountAmount' | 'transactionDate'
> {
  /** French wall time: `27/09/2025 16:30:00`. */
  readonly transactionDate: string;
  readonly lines: readonly ReceiptLine[];
  /** Of offers that the customer presents. */
  readonly offerNumbers?: readonly string[];
  /** What the till computed, to be checked: the sum of unit price × quantity. */
  readonly allTaxesIncludedAmount?: Decimal;
  /** The same for the sum of the lines' discounts. */
  readonly discountAmount?: Decimal;
}

/** What `sendTransaction` and its like take. */
export interface ReceiptMessage {
  readonly ReceiptRequest: ReceiptRequest;
  readonly DetailsRequest: DetailsRequest;
}

/**
 * A receipt of its lines, with the totals that they come to. Throws a `ReceiptError` when a total
 * that is given is another one, or an amount is no decimal: nothing of it has been sent then.
 * `preTaxAmount` is computed when each line has one and none is given; a given one is taken as it
 * is, since the vendor's own sample does not agree with its lines.
 * @example
 * const receipt = wsoneReceipt({
 *   receiptNumber: 'T-1', transactionDate: '27/09/2025 16:30:00',
 *   EntityRequest: { entityIdentifier: '666666' },
 *   IdentifierRequest: { identifierType: '1', identifierValue: '2990000000019' },
 *   lines: [{ ean: '111111', allTaxesIncludedUnitPrice: '12.57', quantity: '2' }],
 * });
 * await wsone.sendAndValidTransaction(receipt);
 */
export function wsoneReceipt(parts: ReceiptParts): ReceiptMessage {
  const { lines, offerNumbers = [], ...head } = parts;
  assertReadable(parts);
  const total = totalOf(lines, 'allTaxesIncludedUnitPrice');
  const discount = rounded(sumOf(lines.map(({ discountAmount = '0' }) => discountAmount)), CENTS);
  assertSame('allTaxesIncludedAmount', parts.allTaxesIncludedAmount, total);
  assertSame('discountAmount', parts.discountAmount, discount);
  const hasPreTax = lines.every(({ preTaxUnitPrice }) => preTaxUnitPrice !== undefined);
  const preTax = hasPreTax ? { preTaxAmount: totalOf(lines, 'preTaxUnitPrice') } : {};
  return {
    ReceiptRequest: {
      ...{ ...preTax, ...head },
      allTaxesIncludedAmount: parts.allTaxesIncludedAmount ?? total,
      discountAmount: parts.discountAmount ?? discount,
    },
    DetailsRequest: {
      nbItems: String(lines.length),
      nbOfferNumbers: String(offerNumbers.length),
      OfferNumberRequest: offerNumbers.map((offerNumber): OfferNumberRequest => ({ offerNumber })),
      TransactionItemRequest: lines.map((line) => ({ quantity: '1', ...line })),
    },
  };
}

const CENTS = 2;
type Price = 'allTaxesIncludedUnitPrice' | 'preTaxUnitPrice';

/** Each line to the cent, half of one away from zero, so that a return mirrors its sale (inferred). */
const totalOf = (lines: readonly ReceiptLine[], price: Price): Decimal =>
  rounded(
    sumOf(lines.map((line) => rounded(productOf(line.quantity ?? '1', line[price] ?? '0'), CENTS))),
    CENTS,
  );

const AMOUNTS = [
  'allTaxesIncludedUnitPrice',
  'preTaxUnitPrice',
  'discountAmount',
  'quantity',
] as const;
const TOTALS = ['allTaxesIncludedAmount', 'discountAmount', 'preTaxAmount'] as const;
const DATE_TIME = /^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}$/;

/** Whoever has no types may give a float, a comma, no lines at all. */
function assertReadable(parts: ReceiptParts): void {
  if (parts.lines.length === 0) throw new ReceiptError('lines', 'there are none');
  if (!DATE_TIME.test(parts.transactionDate)) {
    throw new ReceiptError(
      'transactionDate',
      `“${parts.transactionDate}” is not dd/MM/yyyy HH:mm:ss`,
    );
  }
  for (const name of TOTALS) assertDecimal(name, parts[name]);
  for (const [at, line] of parts.lines.entries()) {
    if (line.allTaxesIncludedUnitPrice === undefined) {
      throw new ReceiptError(`lines[${at}].allTaxesIncludedUnitPrice`, 'is missing');
    }
    for (const name of AMOUNTS) assertDecimal(`lines[${at}].${name}`, line[name]);
  }
}

function assertDecimal(field: string, given: unknown): void {
  if (given === undefined || isDecimal(given)) return;
  throw new ReceiptError(field, `${JSON.stringify(given)} is no decimal as a text, like '12.57'`);
}

function assertSame(field: string, given: Decimal | undefined, computed: Decimal): void {
  if (given === undefined || isSameDecimal(given, computed)) return;
  throw new ReceiptError(field, `${given} was given, and the lines come to ${computed}`);
}
