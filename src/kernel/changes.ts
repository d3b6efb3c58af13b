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

/**
 * A change as the journal keeps it: every call writes some, so they are put together fast and hold
 * nothing twice. Of a changed row only the fields that differ, as they were and as they are.
 */
export type KeptChange =
  | readonly [created: '+', table: string, row: Row]
  | readonly [dropped: '-', table: string, id: string]
  | readonly [changed: '~', table: string, id: string, from: Fields, to: Fields]
  | readonly [scheduled: 'due', id: string, kind: string, due: Instant]
  | readonly [unscheduled: 'off', id: string];

type Fields = Readonly<Record<string, unknown>>;

/** Tables of a vendor have a dot in their name; the sandbox's own (agenda, counters) have none. */
const isVendorTable = (name: string): boolean => name.includes('.');

export function keptChanges(changes: readonly RowChange[]): readonly KeptChange[] {
  const kept: KeptChange[] = [];
  for (const change of changes) {
    // Counters are nobody's concern.
    if (change.table !== 'counters') kept.push(keptChange(change));
  }
  return kept;
}

function keptChange(change: RowChange): KeptChange {
  const { table, id, before, after } = change;
  if (table === 'agenda') return after ? scheduled(after) : ['off', id];
  if (!after) return ['-', table, id];
  if (!before) return ['+', table, after];
  return changed(change, before, after);
}

/** Without what the sandbox keeps for itself: when, what for, and in whose name. */
function scheduled(row: Row): KeptChange {
  const { id, due, command } = row as AgendaEntry; // the table's own row type
  return ['due', id, command.kind, due];
}

/** Walks the rows as they are: every call passes here, and copies of them would cost more. */
function changed({ table, id }: RowChange, before: object, after: object): KeptChange {
  const [from, to] = [before as Fields, after as Fields];
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const name in to) {
    if (from[name] === to[name]) continue;
    was[name] = from[name];
    is[name] = to[name];
  }
  for (const name in from) {
    if (!(name in to)) was[name] = from[name];
  }
  return ['~', table, id, was, is];
}

export function readableChange(change: KeptChange): ReadableChange {
  switch (change[0]) {
    case '+':
      return { created: change[1], id: change[2].id, row: change[2] };
    case '-':
      return { dropped: change[1], id: change[2] };
    case '~':
      return { changed: change[1], id: change[2], fields: fieldsOf(change[3], change[4]) };
    case 'due':
      return { scheduled: change[1], kind: change[2], due: change[3] };
    case 'off':
      return { unscheduled: change[1] };
  }
}

function fieldsOf(was: Fields, is: Fields): Record<string, { from: unknown; to: unknown }> {
  const names = Object.keys({ ...is, ...was });
  return Object.fromEntries(names.map((name) => [name, { from: was[name], to: is[name] }]));
}

/** Ids of the orders, payments and cards that a change set touched. */
export function entitiesOf(changes: readonly RowChange[]): readonly string[] {
  return changes.filter((change) => isVendorTable(change.table)).map((change) => change.id);
}

/** The same of changes as the journal keeps them. */
export function keptEntities(changes: readonly KeptChange[]): readonly string[] {
  return changes.flatMap((change) => {
    if (change[0] === 'due' || change[0] === 'off' || !isVendorTable(change[1])) return [];
    return change[0] === '+' ? change[2].id : change[2];
  });
}
