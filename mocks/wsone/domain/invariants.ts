import type { Inspection, Invariant } from '#kernel/vendor.ts';
import type { WsoneTables } from '#mocks/wsone/state.ts';
import { balanceId, type Account } from './balance.ts';
import { transactionInvariants } from './transaction-invariants.ts';

type WsoneState = Inspection<WsoneTables>;

/** What must always hold, by a sentence; each answers the rows that break it. */
export const invariants: Readonly<Record<string, Invariant<WsoneTables>>> = {
  'every balance is the sum of its movements': (state) => {
    const sums = movedIn(state);
    const wrong: string[] = [];
    for (const balance of state.balances.rows()) {
      for (const account of ACCOUNTS) {
        const key = `${balance.id} ${account}`;
        const moved = sums.get(key) ?? 0;
        if (moved !== balance[account]) wrong.push(`${key}: ${balance[account]}, moved ${moved}`);
        sums.delete(key);
      }
    }
    for (const key of sums.keys()) wrong.push(`${key}: movements without a balance`);
    return wrong;
  },
  'every balance is of a person and of a programme': (state) => {
    const wrong: string[] = [];
    for (const { id, personId, programmeId } of state.balances.rows()) {
      if (id !== balanceId(personId, programmeId)) wrong.push(`balance ${id}: another’s id`);
      if (!state.persons.get(personId)) wrong.push(`balance ${id}: no person ${personId}`);
      if (!state.stores.get(programmeId)) wrong.push(`balance ${id}: no store ${programmeId}`);
    }
    return wrong;
  },
  'every identifier that is attached is of a person': (state) => {
    const wrong: string[] = [];
    for (const { id, personId } of state.identifiers.rows()) {
      if (personId === undefined || state.persons.get(personId)) continue;
      wrong.push(`identifier ${id}: no person ${personId}`);
    }
    return wrong;
  },
  'every offer is of a person, by a definition, and was used once at most': (state) => {
    const uses = usesIn(state);
    const wrong: string[] = [];
    for (const { id, personId, definitionId, status, usedBy } of state.offers.rows()) {
      if (!state.persons.get(personId)) wrong.push(`offer ${id}: no person ${personId}`);
      if (!state.offerDefinitions.get(definitionId)) wrong.push(`offer ${id}: ${definitionId}?`);
      const users = uses.get(id) ?? [];
      if (usedBy !== undefined && !users.includes(usedBy)) wrong.push(`offer ${id}: ${usedBy}?`);
      if (usedBy !== undefined && status !== 'used') wrong.push(`offer ${id}: ${status}`);
      if (users.length > 1) wrong.push(`offer ${id}: used by ${users.join(' and ')}`);
    }
    return wrong;
  },
  ...transactionInvariants,
};

const ACCOUNTS: readonly Account[] = ['points', 'visits'];

function movedIn(state: WsoneState): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { balanceId: id, account, amount } of state.movements.rows()) {
    const key = `${id} ${account}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}

/** By offer, the transactions that count and used it: one given back whole may have returned it. */
function usesIn(state: WsoneState): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { id, status, settlement } of state.transactions.rows()) {
    if (status === 'pending' || status === 'cancelled') continue;
    for (const { number, isUsed } of settlement.offers) {
      const returned = status === 'refunded' && state.offers.get(number)?.usedBy !== id;
      if (isUsed && !returned) uses.set(number, [...(uses.get(number) ?? []), id]);
    }
  }
  return uses;
}
