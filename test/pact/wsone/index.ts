import type { Agreement } from './partner.ts';
import { refusals } from './refusals.ts';
import { transactions } from './transactions.ts';

/** All that the client and WsOne agree on. */
export const agreements: readonly Agreement[] = [...transactions, ...refusals];
