import { expect, test } from 'vitest';
import { Defect } from '#kernel/defect.ts';
import { draftsOf } from '#kernel/draft.ts';
import { State } from '#kernel/state.ts';
import { table, type Row } from '#kernel/table-spec.ts';
import { Transaction } from '#kernel/transaction.ts';
import { drillVendor } from '../support/drill-vendor.ts';
import { NOON, toyState, universe } from '../support/toy-sandbox.ts';

const draftOf = (vendor: 'hall' | 'drill', state = toyState()) => {
  const transaction = new Transaction(state, false);
  const made = universe.vendors.get(vendor);
  if (!made) throw new Error(`no vendor ${vendor}`);
  return { transaction, draft: made.draft(transaction, { now: NOON, depth: 0 }) };
};

test('a counter begins at 1 and goes on within the draft', () => {
  const { draft } = draftOf('hall');
  expect([draft.next('orders'), draft.next('orders'), draft.next('holds')]).toEqual([1, 2, 1]);
});

test('two vendors count, schedule and emit each for itself', () => {
  const state = toyState();
  const { transaction, draft } = draftOf('hall', state);
  draft.next('orders');
  draft.schedule('key', NOON + 1, { kind: 'expire-hold' });
  state.apply({ sequence: 1, turns: 1, changes: transaction.changes() });
  const other = draftOf('drill', state);
  expect(other.draft.next('orders')).toBe(1);
  other.draft.schedule('key', NOON + 1, { kind: 'note' });
  state.apply({ sequence: 2, turns: 2, changes: other.transaction.changes() });
  expect(state.table('agenda').count).toBe(2);
});

test('a notification carries its vendor, its number and the time it was emitted', () => {
  const { transaction, draft } = draftOf('hall');
  draft.emit({ kind: 'sold', method: 'GET', url: 'http://127.0.0.1:9/' });
  expect(transaction.changes().find((change) => change.table === 'outbox')?.after).toMatchObject({
    ...{ vendor: 'hall', sequence: 1, emittedAt: NOON, status: 'waiting', attempts: 0 },
  });
});

test.each(['next', 'emit', 'edits'])('a vendor cannot call a table %s', (name) => {
  expect(() => draftsOf('hall', { [name]: table<Row>()({}) })).toThrow(
    new Defect(`a table of hall cannot be called ${name}`),
  );
});

test('a draft knows the tables of its own vendor and no other', () => {
  const { draft } = draftOf('drill');
  expect(Object.keys(drillVendor.tables)).toEqual(['notes']);
  expect(draft['halls']).toBeUndefined();
  expect(new State(universe.specs).table('drill.notes').count).toBe(0);
});
