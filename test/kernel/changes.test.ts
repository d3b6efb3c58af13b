import { expect, test } from 'vitest';
import { entitiesOf, keptChanges, keptEntities, readableChange } from '#kernel/changes.ts';
import type { RowChange } from '#kernel/table.ts';

const change = (parts: Partial<RowChange>): RowChange => ({
  ...{ table: 'hall.holds', id: 'H1', before: undefined, after: undefined },
  ...parts,
});
/** By way of the journal, which keeps JSON. */
const read = (changes: readonly RowChange[]): readonly unknown[] => {
  const kept = JSON.parse(JSON.stringify(keptChanges(changes))) as ReturnType<typeof keptChanges>;
  return kept.map(readableChange);
};
const row = (parts: object): { readonly id: string } => ({ id: 'H1', ...parts });

test.each([
  // what happened      change                                          as a person reads it
  [
    'created',
    { after: row({ seats: 2 }) },
    { created: 'hall.holds', id: 'H1', row: { id: 'H1', seats: 2 } },
  ],
  ['dropped', { before: row({ seats: 2 }) }, { dropped: 'hall.holds', id: 'H1' }],
  [
    'changed in one field',
    { before: row({ seats: 2, buyer: 'anne' }), after: row({ seats: 3, buyer: 'anne' }) },
    { changed: 'hall.holds', id: 'H1', fields: { seats: { from: 2, to: 3 } } },
  ],
  [
    'given a field and relieved of another',
    { before: row({ note: 'late' }), after: row({ code: 'c' }) },
    {
      changed: 'hall.holds',
      id: 'H1',
      fields: { note: { from: 'late', to: undefined }, code: { from: undefined, to: 'c' } },
    },
  ],
])('a row that was %s reads so', (_, parts, readable) => {
  expect(read([change(parts)])).toEqual([readable]);
});

test('counters are nobody’s concern, the agenda is', () => {
  const changes = [
    change({ table: 'counters', id: 'hall.holds', after: row({ value: 1 }) }),
    change({ table: 'agenda', id: 'hall:hold:H1' }),
  ];
  expect(read(changes)).toEqual([{ unscheduled: 'hall:hold:H1' }]);
});

test('what a change set touched are the rows of vendors only', () => {
  const changes = [change({}), change({ table: 'agenda', id: 'x' }), change({ id: 'H2' })];
  expect(entitiesOf(changes)).toEqual(['H1', 'H2']);
  expect(keptEntities(keptChanges(changes))).toEqual(['H1', 'H2']);
});
