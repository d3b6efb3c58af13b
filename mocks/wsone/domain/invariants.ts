import type { Invariant } from '#kernel/vendor.ts';
import type { WsoneTables } from '#mocks/wsone/state.ts';
import { balanceId, type Account } from './balance.ts';

/** What must always hold, by a sentence; each answers the rows that break it. */
export const invariants: Readonly<Record<string, Invariant<WsoneTables>>> = {
  'every balance is the sum of its movements': (state) => {
    const sums = new Map<string, number>();
    for (const { balanceId: id, account, amount } of state.movements.rows()) {
      const key = `${id} ${account}`;
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
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
};

const ACCOUNTS: readonly Account[] = ['points', 'visits'];
