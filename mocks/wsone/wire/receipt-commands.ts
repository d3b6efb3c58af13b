import type {
  AccountAdvantageRequest,
  DetailsRequest,
  ReceiptRequest,
  TransactionItemRequest,
} from '#contracts/wsone/index.ts';
import { done } from '#kernel/outcome.ts';
import type { Receipt, ReceiptLine } from '#mocks/wsone/domain/receipt.ts';
import { dateTime, identifierKey, storeNumber, whenGiven } from './commands.ts';
import { worded } from './fields.ts';
import { cents, points, quantity, wholeNumber, words, type Scalar } from './numbers.ts';
import type { Parsed } from './parsed.ts';

interface ReceiptMessage {
  readonly ReceiptRequest: ReceiptRequest;
  readonly DetailsRequest?: DetailsRequest;
}

const AT = '/ReceiptRequest';

/** A till's whole receipt. The lines are kept, never added up: the sample's do not agree with it. */
export function receiptCommand({ ReceiptRequest: head, ...rest }: ReceiptMessage): Parsed<Receipt> {
  const { OfferNumberRequest = [], TransactionItemRequest = [] } = rest.DetailsRequest ?? {};
  const key = receiptKey(head);
  if (!key.ok) return key;
  const money = moneyOf(head);
  if (!money.ok) return money;
  const granted = pointsOf(head.AccountAdvantageRequest, `${AT}/AccountAdvantageRequest`);
  if (!granted.ok) return granted;
  const lines = linesOf(TransactionItemRequest);
  if (!lines.ok) return lines;
  const offers = offerNumbersOf(OfferNumberRequest);
  if (!offers.ok) return offers;
  const { number, at, storeId, identifier, cashdeskNumber, cashdeskIp } = key.value;
  const { currency, totalMinor, preTaxMinor, discountMinor } = money.value;
  // Field by field: spreading the parts took longer than reading them.
  return done({
    number,
    at,
    storeId,
    identifier,
    cashdeskNumber,
    cashdeskIp,
    currency,
    totalMinor,
    preTaxMinor,
    discountMinor,
    points: granted.value,
    offerNumbers: offers.value,
    lines: lines.value,
  });
}

type Key = Pick<
  Receipt,
  'number' | 'at' | 'storeId' | 'identifier' | 'cashdeskNumber' | 'cashdeskIp'
>;

function receiptKey(head: ReceiptRequest): Parsed<Key> {
  const number = words(head.receiptNumber, `${AT}/receiptNumber`);
  if (!number.ok) return number;
  const at = dateTime(head.transactionDate, `${AT}/transactionDate`);
  if (!at.ok) return at;
  const storeId = storeNumber(head.EntityRequest, `${AT}/EntityRequest`);
  if (!storeId.ok) return storeId;
  const identifier = identifierKey(head.IdentifierRequest, `${AT}/IdentifierRequest`);
  if (!identifier.ok) return identifier;
  return done({
    number: number.value,
    at: at.value,
    storeId: storeId.value,
    identifier: identifier.value,
    cashdeskNumber: worded(head.cashdeskNumber),
    cashdeskIp: worded(head.cashdeskIpAddress),
  });
}

type Money = Pick<Receipt, 'currency' | 'totalMinor' | 'preTaxMinor' | 'discountMinor'>;

function moneyOf(head: ReceiptRequest): Parsed<Money> {
  const total = cents(head.allTaxesIncludedAmount, `${AT}/allTaxesIncludedAmount`);
  if (!total.ok) return total;
  const preTax = whenGiven(head.preTaxAmount, (given) => cents(given, `${AT}/preTaxAmount`));
  if (!preTax.ok) return preTax;
  const discount = cents(head.discountAmount ?? 0, `${AT}/discountAmount`);
  if (!discount.ok) return discount;
  const currency = whenGiven(head.currency, (given) => wholeNumber(given, `${AT}/currency`));
  if (!currency.ok) return currency;
  return done({
    currency: currency.value,
    totalMinor: total.value,
    preTaxMinor: preTax.value,
    discountMinor: discount.value,
  });
}

/** The only kind of advantage that is known; what others are for is not, so they do nothing. */
const POINTS = 1;

function pointsOf(
  advantages: readonly AccountAdvantageRequest[] = [],
  pointer: string,
): Parsed<number> {
  let sum = 0;
  for (const [at, { type, value }] of advantages.entries()) {
    const kind = wholeNumber(type, `${pointer}/${at}/type`);
    if (!kind.ok) return kind;
    const granted = points(value, `${pointer}/${at}/value`);
    if (!granted.ok) return granted;
    if (kind.value === POINTS) sum += granted.value;
  }
  return done(sum);
}

function offerNumbersOf(asked: readonly { readonly offerNumber: Scalar }[]): Parsed<string[]> {
  const numbers: string[] = [];
  for (const [at, { offerNumber }] of asked.entries()) {
    const pointer = `/DetailsRequest/OfferNumberRequest/${at}/offerNumber`;
    const number = words(offerNumber, pointer);
    if (!number.ok) return number;
    numbers.push(number.value);
  }
  return done(numbers);
}

function linesOf(items: readonly TransactionItemRequest[]): Parsed<ReceiptLine[]> {
  const lines: ReceiptLine[] = [];
  for (const [at, item] of items.entries()) {
    const line = lineOf(item, `/DetailsRequest/TransactionItemRequest/${at}`);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return done(lines);
}

function lineOf(item: TransactionItemRequest, pointer: string): Parsed<ReceiptLine> {
  const pieces = quantity(item.quantity ?? 1, `${pointer}/quantity`);
  if (!pieces.ok) return pieces;
  const amountOf = (
    field: 'allTaxesIncludedUnitPrice' | 'preTaxUnitPrice' | 'discountAmount',
  ): Parsed<number> => cents(item[field] ?? 0, `${pointer}/${field}`);
  const price = amountOf('allTaxesIncludedUnitPrice');
  if (!price.ok) return price;
  const preTax = amountOf('preTaxUnitPrice');
  if (!preTax.ok) return preTax;
  const discount = amountOf('discountAmount');
  if (!discount.ok) return discount;
  const granted = pointsOf(item.AccountAdvantageRequest, `${pointer}/AccountAdvantageRequest`);
  if (!granted.ok) return granted;
  return done({
    ean: worded(item.ean) ?? '',
    reference: worded(item.mainReference) ?? '',
    name: worded(item.name) ?? '',
    quantity: pieces.value,
    unitPriceMinor: price.value,
    preTaxUnitPriceMinor: preTax.value,
    discountMinor: discount.value,
    storeReference: worded(item.storeReference) ?? '',
    universeReference: worded(item.universReference) ?? '',
    points: granted.value,
  });
}
