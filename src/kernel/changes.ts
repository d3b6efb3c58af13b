import type { Instant } from './instant.ts';
import type { AgendaEntry } from './system-tables.ts';
import type { Row } from './table-spec.ts';
import type { RowChange } from './table.ts';

/** A change as a person reads it: the whole new row, or only the fields that differ. */
export type ReadableChange =
  | { readonly created: string; readonly id: string; readonly row: object }
  | { readonly dropped: string; readonly id: string }
  | { readonly scheduled: string; readonly kind: string; readonly due: Instant }
  | { readonly unscheduled: string }
  | {
      readonly changed: string;
      readonly id: string;
      readonly fields: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
    };

/** Tables of a vendor have a dot in their name; the sandbox's own (agenda, counters) have none. */
const isVendorTable = (name: string): boolean => name.includes('.');

export function readableChanges(changes: readonly RowChange[]): readonly ReadableChange[] {
  return changes.filter((change) => change.table !== 'counters').map(readable);
}

/** Without what the sandbox keeps for itself: when, what for, and in whose name. */
function scheduled(row: Row): ReadableChange {
  const { id, due, command } = row as AgendaEntry; // the table's own row type
  return { scheduled: id, kind: command.kind, due };
}

function readable({ table, id, before, after }: RowChange): ReadableChange {
  if (table === 'agenda') return after ? scheduled(after) : { unscheduled: id };
  if (!after) return { dropped: table, id };
  if (!before) return { created: table, id, row: after };
  const fields = changedFields(before, after);
  return { changed: table, id, fields };
}

type Fields = Readonly<Record<string, unknown>>;

/** Walks the rows as they are: every call passes here, and copies of them would cost more. */
function changedFields(
  before: object,
  after: object,
): Record<string, { from: unknown; to: unknown }> {
  const [from, to] = [before as Fields, after as Fields];
  const fields: Record<string, { from: unknown; to: unknown }> = {};
  for (const name in to) {
    if (from[name] !== to[name]) fields[name] = { from: from[name], to: to[name] };
  }
  for (const name in from) {
    if (!(name in to)) fields[name] = { from: from[name], to: undefined };
  }
  return fields;
}

/** Ids of the orders, payments and cards that a change set touched. */
export function entitiesOf(changes: readonly RowChange[]): readonly string[] {
  return changes.filter((change) => isVendorTable(change.table)).map((change) => change.id);
}
