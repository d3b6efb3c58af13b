/** What the vendor documents of a field, as far as it can be seen without asking. */
export interface Rule {
  readonly field: string;
  /** Half a sentence after the field’s name. */
  readonly why: string;
  readonly isBroken: (values: Readonly<Record<string, unknown>>) => boolean;
}

/** Texts and whole numbers; missing, nil and empty are the same. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const matches =
  (form: RegExp, why: string) =>
  (field: string): Rule => ({
    field,
    why,
    isBroken: (values) => textOf(values[field]) !== '' && !form.test(textOf(values[field])),
  });

const needed = (field: string): Rule => ({
  field,
  why: 'is needed',
  isBroken: (values) => textOf(values[field]) === '',
});

const both = (rule: Rule): readonly Rule[] => [needed(rule.field), rule];

const amount = matches(
  /^\d{1,12}$/,
  'is no whole number of the smallest unit, of 12 digits at most',
);
const currency = matches(/^\d{3}$/, 'is no number of ISO 4217, such as 978');
const numeric = matches(/^\d+$/, 'is not numeric');
const upTo = (most: number) =>
  matches(new RegExp(`^.{0,${most}}$`, 'su'), `has more than ${most} characters`);

/** Asks whether a card is good: the only action without an amount. */
const VERIFICATION = '108';

const payment: readonly Rule[] = [
  amount('amount'),
  {
    field: 'amount',
    why: 'is needed, and not 0',
    isBroken: (values) =>
      Number(textOf(values['amount'])) === 0 && values['action'] !== VERIFICATION,
  },
  ...both(currency('currency')),
  ...both(matches(/^\d{3}$/, 'is no action, such as 100')('action')),
  ...both(matches(/^(?:CPT|DIF|NX|REC)$/, 'is none of CPT, DIF, NX and REC')('mode')),
  matches(/^\d\d\/\d\d\/\d\d$/, 'is not dd/mm/yy')('differedActionDate'),
  {
    field: 'differedActionDate',
    why: 'goes with the mode DIF, always and only',
    isBroken: (values) =>
      (values['mode'] === 'DIF') !== (textOf(values['differedActionDate']) !== ''),
  },
];

/** No value of a card is ever told. */
const card: readonly Rule[] = [
  {
    field: 'number',
    why: 'and a token cannot both stand for the card',
    isBroken: (values) => textOf(values['number']) !== '' && textOf(values['token']) !== '',
  },
  matches(/^\d{10,19}$/, 'is no card number')('number'),
  needed('type'),
  matches(/^(?:0[1-9]|1[0-2])\d\d$/, 'is not MMYY')('expirationDate'),
];

const order: readonly Rule[] = [
  ...both(matches(/^[^\\]*$/, 'has a back slash')('ref')),
  upTo(50)('ref'),
  matches(/^[A-Za-z]{2}$/, 'is not two letters')('country'),
  amount('taxes'),
  ...both(amount('amount')),
  ...both(currency('currency')),
  ...both(matches(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/, 'is not dd/mm/yyyy hh:mm')('date')),
  numeric('deliveryTime'),
  numeric('deliveryMode'),
  matches(/^\d\d\/\d\d\/\d{4}$/, 'is not dd/mm/yyyy')('deliveryExpectedDate'),
  numeric('deliveryExpectedDelay'),
  amount('deliveryCharge'),
  amount('discountAmount'),
  upTo(100)('bookingReference'),
];

const item: readonly Rule[] = [upTo(50)('ref'), amount('price')];

export const rules = {
  payment,
  card,
  order,
  item,
  /** What is done with a transaction that is there. */
  following: [needed('transactionID')],
  reset: [amount('amount'), currency('currency')],
} as const satisfies Readonly<Record<string, readonly Rule[]>>;
