import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Env } from './behaviour.ts';

/** Where ids start when the data set does not say. */
const FIRST = {
  orders: 10_000_000_001,
  files: 1_001,
  operations: 10_228_000_000_001,
  movements: 10_228_000_000_001,
  instances: 1,
  tickets: 100_001,
  payments: 1,
  contacts: 900_001,
} as const;

export type NumberedKind = keyof typeof FIRST;

/** The next number of a kind; a refused call takes none. */
export function nextNumber(draft: S360Draft, kind: NumberedKind): number {
  const { next } = draft.numberings.get(kind) ?? { next: FIRST[kind] };
  draft.numberings.put({ id: kind, next: next + 1 });
  return next;
}

/** The same as an id that nothing has yet: a data set may have given out some further on. */
export function nextId(
  draft: S360Draft,
  kind: 'orders' | 'files' | 'operations' | 'movements' | 'contacts',
): string {
  for (;;) {
    const id = String(nextNumber(draft, kind));
    if (!draft[kind].get(id)) return id;
  }
}

const SECRETS = 'orderSecretUuid';

/** What stands before the id in an order's secret id. */
export function drawSecret(draft: S360Draft, { random }: S360Env): string {
  const prepared = draft.nextValues.get(SECRETS);
  const [first, ...values] = prepared?.values ?? [];
  if (prepared === undefined || first === undefined) return random.uuid().toLowerCase();
  draft.nextValues.put({ ...prepared, values });
  return first;
}
