import { parseDay, parseMinute, startOfDay } from './calendar.ts';
import {
  AMOUNT,
  BAD_FORMAT,
  CURRENCY,
  isLongerThan,
  isNoJson,
  isNoNumber,
  maxLength,
  NOT_NULL,
  NUMERIC,
  TWO_DIGITS,
  type FieldRule,
} from './field-rules.ts';
import { itemRules } from './item-rules.ts';
import { SINCE, type OrderFields } from './order.ts';

type OrderRule = FieldRule<OrderFields>;
type TextField = Exclude<keyof OrderFields, 'details'>;
type Known = Pick<OrderRule, 'mode' | 'evidence'>;

const inferred: Known = { mode: 'always', evidence: 'inferred' };
const strict: Known = { mode: 'strict', evidence: 'inferred' };
const NO_ACCOUNT_CHECK = '108';

/** A rule about one text; `label` and `rule` are the vendor's words. */
const about = <N extends TextField>(
  field: N,
  rule: Omit<OrderRule, 'field' | 'isBroken' | 'sample'> & {
    readonly isBroken: (text: string | undefined, ...rest: Context) => boolean;
    readonly sample: string | undefined;
  },
): OrderRule => ({
  ...rule,
  field,
  ...(field in SINCE ? { since: SINCE[field as keyof typeof SINCE] } : {}),
  isBroken: (order, context) => rule.isBroken(order[field], context),
  sample: { [field]: rule.sample },
});
type Context = [Parameters<OrderRule['isBroken']>[1]];

type Limited = Known & { readonly label: string };

const tooLong = (field: TextField, most: number, { label, ...known }: Limited): OrderRule =>
  about(field, {
    ...known,
    label: `Order ${label}`,
    rule: maxLength(most),
    broken: `longer than ${most} characters`,
    isBroken: isLongerThan(most),
    sample: 'x'.repeat(most + 1),
  });

const notNumeric = (field: TextField, rule: string, { label, ...known }: Limited): OrderRule => {
  const most = rule === TWO_DIGITS ? 2 : 12;
  return about(field, {
    ...known,
    label: `Order ${label}`,
    rule,
    broken: `not numeric, or more than ${most} digits`,
    isBroken: isNoNumber(most),
    sample: '-1',
  });
};

const notJson = (field: TextField, label: string): OrderRule =>
  about(field, {
    ...strict,
    label: `Order ${label}`,
    rule: BAD_FORMAT,
    broken: 'not JSON',
    isBroken: isNoJson,
    sample: '{',
  });

const REFERENCE = { label: 'Order Reference', rule: maxLength(50) };

const head: readonly OrderRule[] = [
  about('ref', {
    ...REFERENCE,
    mode: 'always',
    evidence: 'public',
    broken: 'missing, empty, or longer than 50 characters',
    isBroken: (ref = '') => ref === '' || isLongerThan(50)(ref),
    sample: undefined,
  }),
  about('ref', {
    ...REFERENCE,
    ...inferred,
    broken: 'a back slash in it',
    isBroken: (ref = '', { settings }) =>
      ref.includes('\\') && settings.backslashInRef === 'refused',
    sample: 'ORDER\\1',
  }),
  tooLong('origin', 50, { ...strict, label: 'Origin' }),
  about('country', {
    ...inferred,
    label: 'Order Country',
    rule: maxLength(2),
    broken: 'not two letters',
    isBroken: (country) => country !== undefined && !/^[A-Za-z]{2}$/.test(country),
    sample: 'FRA',
  }),
  notNumeric('taxes', AMOUNT, { ...inferred, label: 'Taxes' }),
  about('amount', {
    ...inferred,
    label: 'Order Amount',
    rule: AMOUNT,
    broken: 'missing, not numeric, negative, or more than 12 digits',
    isBroken: (amount) => amount === undefined || isNoNumber(12)(amount),
    sample: '-6000',
  }),
  about('amount', {
    ...strict,
    label: 'Order Amount',
    rule: NOT_NULL,
    broken: '0, where the action is not 108',
    isBroken: (amount, { action }) => Number(amount) === 0 && action !== NO_ACCOUNT_CHECK,
    sample: '0',
  }),
  about('currency', {
    ...inferred,
    label: 'Order Currency',
    rule: CURRENCY,
    broken: 'missing, or not three digits',
    isBroken: (currency = '') => !/^\d{3}$/.test(currency),
    sample: 'EUR',
  }),
  about('date', {
    ...inferred,
    label: 'Order Date',
    rule: BAD_FORMAT,
    broken: 'missing, or not dd/mm/yyyy hh:mm',
    isBroken: (date = '') => parseMinute(date) === undefined,
    sample: '2016-04-07 11:00',
  }),
];

const onlyNumeric = (field: TextField, label: string): OrderRule =>
  about(field, {
    ...inferred,
    label: `Order ${label}`,
    rule: NUMERIC,
    broken: 'not numeric',
    isBroken: isNoNumber(Infinity),
    sample: 'Par camion',
  });

const EXPECTED_DATE = 'Order DeliveryExpectedDate';
const EXPECTED_DELAY = { label: 'Order DeliveryExpectedDelay', rule: TWO_DIGITS };

const delivery: readonly OrderRule[] = [
  onlyNumeric('deliveryTime', 'DeliveryTime'),
  onlyNumeric('deliveryMode', 'DeliveryMode'),
  about('deliveryExpectedDate', {
    ...inferred,
    label: EXPECTED_DATE,
    rule: BAD_FORMAT,
    broken: 'not dd/mm/yyyy',
    isBroken: (date) => date !== undefined && parseDay(date) === undefined,
    sample: 'Demain',
  }),
  about('deliveryExpectedDate', {
    label: EXPECTED_DATE,
    rule: 'Must be greater than the current date',
    broken: 'today or before',
    mode: 'always',
    evidence: 'guess',
    isBroken: (date, { now }) =>
      date !== undefined && (parseDay(date) ?? Infinity) <= startOfDay(now),
    sample: '07/04/2016',
  }),
  about('deliveryExpectedDelay', {
    ...EXPECTED_DELAY,
    ...inferred,
    broken: 'not numeric',
    isBroken: isNoNumber(Infinity),
    sample: 'ten',
  }),
  about('deliveryExpectedDelay', {
    ...EXPECTED_DELAY,
    ...strict,
    broken: 'more than 2 digits',
    isBroken: isNoNumber(2),
    sample: '200',
  }),
];

const newer: readonly OrderRule[] = [
  about('deliveryCharge', {
    ...inferred,
    label: 'Order DeliveryCharge',
    rule: AMOUNT,
    since: SINCE.deliveryCharge,
    broken: 'not numeric',
    isBroken: isNoNumber(12),
    sample: '2.50',
  }),
  notNumeric('discountAmount', AMOUNT, { ...inferred, label: 'DiscountAmount' }),
  notNumeric('otaPackageType', TWO_DIGITS, { ...strict, label: 'OTAPackageType' }),
  tooLong('otaDestinationCountry', 2, { ...strict, label: 'OTADestinationCountry' }),
  tooLong('bookingReference', 100, { ...inferred, label: 'BookingReference' }),
  {
    ...tooLong('orderDetail', 4, { ...strict, label: 'OrderDetail' }),
    sample: { origin: 'MO', orderDetail: 'phone' },
  },
  notJson('orderExtended', 'OrderExtended'),
  notJson('orderOTA', 'OrderOTA'),
];

/** Every refusal of an order, in the order in which they are looked for: the first is the answer. */
export const orderRules: readonly OrderRule[] = [...head, ...itemRules, ...delivery, ...newer];
