import type { Instant } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Behaviour, S360Env } from './behaviour.ts';
import { nextNumber } from './numbers.ts';
import type { Movement, Operation } from './order.ts';
import { movementsOf, operationsOf } from './removing.ts';

export interface IssueBarCodes {
  readonly kind: 'issue-bar-codes';
  readonly orderId: string;
}

/** A ticket for each movement of what is sold; charges have none. */
export function issueTickets(draft: S360Draft, operations: readonly Operation[]): void {
  for (const operation of operations.filter(({ sale }) => sale.kind === 'item')) {
    for (const movement of movementsOf(draft, operation.id)) {
      const number = nextNumber(draft, 'tickets');
      const ticket = { id: String(number), taxNumber: `T${number}`, barCode: undefined };
      draft.movements.put({ ...movement, ticket });
    }
  }
}

export function scheduleBarCodes(draft: S360Draft, orderId: string, at: Instant): void {
  const command: IssueBarCodes = { kind: 'issue-bar-codes', orderId };
  draft.schedule(`issue-bar-codes/${orderId}`, at, command);
}

const TICKET_DIGITS = 9;
const [LEAST_TAIL, MOST_TAIL] = [1_000, 9_999];

/** No two tickets share one: it holds the ticket's number, and digits that nobody can guess. */
export function issueBarCodes(draft: S360Draft, orderId: string, { random }: S360Env): void {
  for (const movement of ticketed(draft, orderId)) {
    const { ticket } = movement;
    if (!ticket || ticket.barCode !== undefined) continue;
    const tail = random.int(LEAST_TAIL, MOST_TAIL);
    const barCode = `${ticket.id.padStart(TICKET_DIGITS, '0')}${tail}`;
    draft.movements.put({ ...movement, ticket: { ...ticket, barCode } });
  }
}

const ticketed = (draft: S360Draft, orderId: string): readonly Movement[] =>
  operationsOf(draft, orderId).flatMap(({ id }) => movementsOf(draft, id));

export const barCodesDue: S360Behaviour<IssueBarCodes, undefined, never> = (
  draft,
  { orderId },
  env,
) => {
  issueBarCodes(draft, orderId, env);
  return done(undefined);
};
