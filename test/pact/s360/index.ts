import type { S360Client } from '#client/index.ts';
import type { Agreed } from '../agreement.ts';
import { callers } from './callers.ts';
import { catalogues } from './catalogue.ts';
import { contacts } from './contacts.ts';
import { orders } from './orders.ts';
import { overBoth } from './partner.ts';

/** All that the client and S-360 agree on, over REST and over SOAP. */
export const agreements: readonly Agreed<S360Client>[] = [
  ...overBoth([...catalogues, ...orders, ...contacts]),
  ...callers,
];
