import type { Instant } from '#kernel/instant.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { balanceId, type Account, type Balance, type MovementReason } from './balance.ts';

export interface Move {
  readonly account: Account;
  readonly amount: number;
  readonly reason: MovementReason;
  readonly reference: string;
  readonly at: Instant;
}

/** The only way in which a balance changes: by an entry in the ledger. */
export function move(
  draft: WsoneDraft,
  balance: Balance,
  { account, amount, reason, reference, at }: Move,
): Balance {
  if (amount === 0) return balance;
  const sequence = draft.next('movements');
  const id = String(sequence);
  draft.movements.put({
    id,
    sequence,
    balanceId: balance.id,
    account,
    amount,
    reason,
    reference,
    at,
  });
  const moved: Balance = {
    id: balance.id,
    personId: balance.personId,
    programmeId: balance.programmeId,
    order: balance.order,
    points: balance.points + (account === 'points' ? amount : 0),
    visits: balance.visits + (account === 'visits' ? amount : 0),
  };
  draft.balances.put(moved);
  return moved;
}

/** Of a customer with a programme; opened empty with the first transaction there. */
export function balanceOf(draft: WsoneDraft, personId: string, programmeId: string): Balance {
  const id = balanceId(personId, programmeId);
  const known = draft.balances.get(id);
  return known ?? { id, personId, programmeId, order: 'points-first', points: 0, visits: 0 };
}
