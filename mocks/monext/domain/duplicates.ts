import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextEnv } from './behaviour.ts';
import { daysLater, startOfDay } from './calendar.ts';
import { enterFailed, type Entry } from './booking.ts';
import { duplicateKey, type Transaction } from './transaction.ts';

const OF_ONE_ON_HOLD = '02002';

/**
 * The entry of a request that was made before, today or yesterday, and not declined: the vendor
 * gives it an id of its own and says that it is duplicated. Nothing, when it is new.
 */
export function enterDuplicate(
  draft: MonextDraft,
  entry: Entry,
  env: MonextEnv,
): Transaction | undefined {
  const key = duplicateKey({ sequenceNumber: undefined, ...entry });
  if (key === undefined) return undefined;
  const from = daysLater(startOfDay(env.now), -1);
  const [before] = draft.transactions.where('byDuplicateKey', key, { from, limit: 1 });
  if (!before) return undefined;
  const code = before.status === 'on-hold' ? OF_ONE_ON_HOLD : env.settings.duplicateCode;
  return enterFailed(draft, { ...entry, code, isDuplicated: true }, env);
}
