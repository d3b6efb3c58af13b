import { expect } from 'vitest';
import type { WsoneAnswer } from '#client/index.ts';
import { asking, CLIENT, refused, refusedCaller, type Agreement } from './partner.ts';
import { sale, SALE, SOLD_TO } from './sale.ts';

/** The client gives the vendor's no back as a value; which code it has is not relied on. */
function expectRefusal(answer: WsoneAnswer<unknown>): void {
  expect(answer.ok ? 'done' : answer.failure.code).toBe('900');
}

const callers: readonly Agreement[] = [
  {
    that: 'a receipt with another password is refused',
    given: [['a call with another password'], SOLD_TO],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: refusedCaller,
    by: async (wsone) => expectRefusal(await wsone.sendAndValidTransaction(SALE)),
  },
  {
    that: 'a receipt of a client that nobody knows is refused',
    given: [['a call with an unknown username'], SOLD_TO],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: refusedCaller,
    by: async (wsone) => expectRefusal(await wsone.sendAndValidTransaction(SALE)),
  },
];

const unknown: readonly Agreement[] = [
  {
    that: 'a receipt of a card that nobody has is refused',
    given: [CLIENT, ['a store'], ['a card that nobody has']],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: refused,
    by: async (wsone) => expectRefusal(await wsone.sendAndValidTransaction(SALE)),
  },
  {
    that: 'a receipt of a store that does not exist is refused',
    given: [CLIENT, ['a customer with a card'], ['a number that no store has']],
    ...asking('sendAndValidTransaction'),
    with: sale,
    answers: refused,
    by: async (wsone) => expectRefusal(await wsone.sendAndValidTransaction(SALE)),
  },
];

export const refusals: readonly Agreement[] = [...callers, ...unknown];
