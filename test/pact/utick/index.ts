import { catalogue } from './catalogue.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';
import { products } from './products.ts';
import { refusals } from './refusals.ts';
import { sales } from './sales.ts';
import { stocks } from './stocks.ts';
import { system } from './system.ts';
import type { Agreement } from './partner.ts';

/** All that the client and Utick agree on. */
export const agreements: readonly Agreement[] = [
  ...system,
  ...orders,
  ...products,
  ...stocks,
  ...payments,
  ...sales,
  ...catalogue,
  ...refusals,
];
