import {
  isLongerThan,
  isNoNumber,
  maxLength,
  numeric,
  TWO_DIGITS,
  type FieldRule,
} from './field-rules.ts';
import type { ItemFields, OrderFields } from './order.ts';

type OrderRule = FieldRule<OrderFields>;
type Known = Pick<OrderRule, 'mode' | 'evidence'>;

const MOST_ITEMS = 100;
const strict: Known = { mode: 'strict', evidence: 'inferred' };

const itemsOf = ({ details }: OrderFields): readonly ItemFields[] => details?.details ?? [];
const itemWith = (item: ItemFields): Partial<OrderFields> => ({ details: { details: [item] } });

/** What holds for each ordered item. */
const perItem = (
  field: keyof ItemFields,
  rule: Omit<OrderRule, 'field' | 'label' | 'isBroken' | 'sample'> & {
    readonly isBroken: (text: string | undefined) => boolean;
    readonly sample: string;
  },
): OrderRule => ({
  ...rule,
  field: `details/details/${field}`,
  label: `OrderDetail ${field.charAt(0).toUpperCase()}${field.slice(1)}`,
  isBroken: (order) => itemsOf(order).some((item) => rule.isBroken(item[field])),
  sample: itemWith({ [field]: rule.sample }),
});

const itemTooLong = (field: keyof ItemFields, most: number, since?: number): OrderRule =>
  perItem(field, {
    ...strict,
    ...(since === undefined ? {} : { since }),
    rule: maxLength(most),
    broken: `longer than ${most} characters`,
    isBroken: isLongerThan(most),
    sample: 'x'.repeat(most + 1),
  });

const itemNotNumeric = (field: keyof ItemFields, most: number, since?: number): OrderRule =>
  perItem(field, {
    ...strict,
    ...(since === undefined ? {} : { since }),
    rule: most === 2 ? TWO_DIGITS : numeric(most),
    broken: `not numeric, or more than ${most} digits`,
    isBroken: isNoNumber(most),
    sample: '9'.repeat(most + 1),
  });

/** The ordered items: what is looked at between an order’s date and its delivery. */
export const itemRules: readonly OrderRule[] = [
  {
    field: 'details',
    label: 'Order Details',
    rule: `Max length ${MOST_ITEMS} elements`,
    broken: `more than ${MOST_ITEMS} items`,
    mode: 'always',
    evidence: 'guess',
    isBroken: (order) => itemsOf(order).length > MOST_ITEMS,
    sample: { details: { details: Array.from({ length: MOST_ITEMS + 1 }, () => ({ ref: 'A' })) } },
  },
  perItem('ref', {
    mode: 'always',
    evidence: 'public',
    rule: maxLength(50),
    broken: 'longer than 50 characters',
    isBroken: isLongerThan(50),
    sample: 'x'.repeat(51),
  }),
  itemNotNumeric('price', 12),
  itemNotNumeric('quantity', 5),
  itemTooLong('comment', 255),
  itemTooLong('category', 50),
  itemTooLong('brand', 50),
  itemTooLong('subcategory1', 50),
  itemTooLong('subcategory2', 50),
  itemTooLong('additionalData', 255),
  itemNotNumeric('taxRate', 4),
  itemTooLong('seller', 100, 21),
  itemNotNumeric('sellerType', 2, 21),
];
