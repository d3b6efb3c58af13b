// The same small job for both yardsticks: read an order, check it, keep it, answer a larger one.
import { Ajv } from 'ajv';
import type { Call } from '../load/http.ts';

interface Line {
  readonly product: string;
  readonly label: string;
  readonly category: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
}

interface Order {
  readonly reference: string;
  readonly createdAt: string;
  readonly currency: string;
  readonly customer: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly country: string;
  };
  readonly lines: readonly Line[];
}

const text = { type: 'string', minLength: 1, maxLength: 80 };
const closed = { type: 'object', additionalProperties: false };
const orderSchema = {
  ...closed,
  required: ['reference', 'createdAt', 'currency', 'customer', 'lines'],
  properties: {
    reference: { type: 'string', pattern: '^[A-Z]{3}[0-9]{8}$' },
    createdAt: text,
    currency: { enum: ['EUR', 'CHF', 'GBP'] },
    customer: {
      ...closed,
      required: ['firstName', 'lastName', 'email', 'country'],
      properties: { firstName: text, lastName: text, email: text, country: text },
    },
    lines: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        ...closed,
        required: ['product', 'label', 'category', 'quantity', 'unitPriceMinor'],
        properties: {
          product: text,
          label: text,
          category: text,
          quantity: { type: 'integer', minimum: 1, maximum: 100 },
          unitPriceMinor: { type: 'integer', minimum: 0 },
        },
      },
    },
  },
};
const isOrder = new Ajv().compile<Order>(orderSchema);

const labels = ['Hedda', 'Edmond', 'Le Cid', 'Phèdre', 'Tartuffe', 'Andromaque'];
const sample: Order = {
  reference: 'ORD09999999',
  createdAt: '2026-03-04T10:00:00+01:00',
  currency: 'EUR',
  customer: {
    firstName: 'Marianne',
    lastName: 'Lecomte',
    email: 'marianne.lecomte@example.test',
    country: 'be',
  },
  lines: labels.map((label, index) => ({
    product: `A702CD2F-1BCF-22D8-FC76-7573E48104E${index}`,
    label,
    category: 'Orchestra, first rows',
    quantity: 2,
    unitPriceMinor: 2300,
  })),
};

export const orderCall: Call = { method: 'POST', path: '/orders', body: JSON.stringify(sample) };

/** Bounded, so that the yardstick weighs the same in the last round as in the first. */
const keptOrders = 10_000;
const orders = new Map<number, Order>();
let taken = 0;

/** Undefined when the body is not an order. */
export function takeOrder(body: unknown) {
  if (!isOrder(body)) return undefined;
  const id = taken++ % keptOrders;
  orders.set(id, body);
  const lines = body.lines.map((line, index) => ({
    id: `${id}-${index}`,
    status: 'reserved',
    ...line,
    totalMinor: line.quantity * line.unitPriceMinor,
    taxMinor: Math.round(line.quantity * line.unitPriceMinor * 0.06),
  }));
  const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  return { success: true, order: { ...body, id, status: 'open', lines, totalMinor } };
}
