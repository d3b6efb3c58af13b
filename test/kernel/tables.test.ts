import { expect, test } from 'vitest';
import { Defect } from '#kernel/defect.ts';
import { Installation } from '#kernel/installation.ts';
import type { Layer } from '#kernel/layer.ts';
import type { State } from '#kernel/state.ts';
import {
  change,
  openDraft,
  ticket,
  ticketState,
  type Ticket,
  type Tickets,
} from '../support/table-model.ts';

const idsOf = (rows: readonly Ticket[]): readonly string[] => rows.map((row) => row.id);
const layersOf = (state: State): readonly Layer<Ticket>[] => state.table<Ticket>('tickets').layers;

function stateWith(...rows: readonly Ticket[]): State {
  const state = ticketState();
  change(state, (tickets) => rows.forEach((row) => tickets.put(row)));
  return state;
}

const numbered = (count: number, parts: (at: number) => Partial<Ticket>): readonly Ticket[] =>
  Array.from({ length: count }, (_, at) => ticket(`t${String(at).padStart(6, '0')}`, parts(at)));

test('a row that changes keeps its place in a list', () => {
  const gate = 'north';
  const state = stateWith(ticket('a', { gate }), ticket('b', { gate }), ticket('c', { gate }));
  change(state, (tickets) => tickets.put(ticket('b', { gate, code: 'new' })));
  const { tickets } = openDraft(state);
  expect(idsOf(tickets.where('byGate', gate))).toEqual(['a', 'b', 'c']);
  expect(tickets.where('byGate', gate)[1]?.code).toBe('new');
});

test('a row whose order changes moves to its new place', () => {
  const gate = 'north';
  const state = stateWith(ticket('a', { gate }), ticket('b', { gate }), ticket('c', { gate }));
  change(state, (tickets) => tickets.put(ticket('a', { gate, order: 1 })));
  expect(idsOf(openDraft(state).tickets.where('byGate', gate))).toEqual(['b', 'c', 'a']);
});

test('a row under the same key twice is listed once', () => {
  const state = stateWith(ticket('a', { tags: ['vip', 'vip'] }), ticket('b', { tags: ['vip'] }));
  const { tickets } = openDraft(state);
  expect(idsOf(tickets.where('byTag', 'vip'))).toEqual(['a', 'b']);
  tickets.put(ticket('a', { tags: ['late'] }));
  expect(idsOf(tickets.where('byTag', 'vip'))).toEqual(['b']);
});

test('a second row under a unique key is a defect and changes nothing', () => {
  const state = stateWith(ticket('a', { code: '1' }));
  const { draft, tickets } = openDraft(state);
  expect(() => tickets.put(ticket('b', { code: '1' }))).toThrow(
    new Defect('tickets.byCode holds 1 already'),
  );
  expect(draft.changes()).toEqual([]);
});

test('two rows may swap their unique keys in one draft', () => {
  const state = stateWith(ticket('a', { code: '1' }), ticket('b', { code: '2' }));
  openDraft(state).tickets.find('byCode', '1');
  change(state, (tickets) => {
    tickets.put(ticket('b', { code: 'aside' }));
    tickets.put(ticket('a', { code: '2' }));
    tickets.put(ticket('b', { code: '1' }));
  });
  const { tickets } = openDraft(state);
  expect(tickets.find('byCode', '1')?.id).toBe('b');
  expect(tickets.find('byCode', '2')?.id).toBe('a');
  expect(tickets.find('byCode', 'aside')).toBeUndefined();
});

test('a data set that uses a unique key twice is a defect', () => {
  const installation = new Installation(ticketState());
  const tickets = installation.table<Ticket>('tickets');
  tickets.put(ticket('a', { code: '1' }));
  tickets.put(ticket('b', { code: '1' }));
  expect(() => installation.finish()).toThrow(new Defect('tickets.byCode holds 1 already'));
});

test('what is asked of a table or an index that does not exist is a defect', () => {
  const state = ticketState();
  const tickets: { where(index: string, key: string): unknown } = openDraft(state).tickets;
  expect(() => tickets.where('byColour', 'red')).toThrow(
    new Defect('table tickets has no index byColour'),
  );
  expect(() => state.table('chairs')).toThrow(new Defect('no table chairs'));
});

test.each([
  ['in order', (at: number) => at],
  ['backwards', (at: number) => -at],
  ['scattered', (at: number) => (at * 7_919) % 3_001],
])('a list of 3,000 rows that come %s grows and shrinks to nothing', (_, orderOf) => {
  const state = ticketState();
  const rows = numbered(3_000, (at) => ({ gate: 'north', order: orderOf(at) }));
  const listed = (): readonly string[] => idsOf(openDraft(state).tickets.where('byGate', 'north'));
  expect(listed()).toEqual([]);
  const expected = new Map<string, Ticket>();
  const sorted = (): readonly string[] =>
    idsOf([...expected.values()].sort((a, b) => a.order - b.order));
  for (const row of rows) {
    change(state, (tickets) => tickets.put(row));
    expected.set(row.id, row);
    if (expected.size % 500 === 13) expect(listed()).toEqual(sorted());
  }
  for (const row of rows) {
    change(state, (tickets) => tickets.drop(row.id));
    expected.delete(row.id);
    if (expected.size % 500 === 13) expect(listed()).toEqual(sorted());
  }
  expect(listed()).toEqual([]);
});

test('a fork does not see what is written on the other side, nor the other way round', () => {
  const gate = 'north';
  const original = stateWith(ticket('a', { gate }), ticket('b', { gate }));
  const fork = original.fork();
  change(original, (tickets) => {
    tickets.put(ticket('c', { gate }));
    tickets.drop('a');
  });
  change(fork, (tickets) => tickets.put(ticket('b', { gate: 'south' })));
  expect(idsOf(openDraft(original).tickets.where('byGate', gate))).toEqual(['b', 'c']);
  expect(idsOf(openDraft(fork).tickets.where('byGate', gate))).toEqual(['a']);
  expect(original.table('tickets').count).toBe(2);
  expect(fork.table('tickets').count).toBe(2);
});

test('a row dropped in a fork can be put again there', () => {
  const fork = stateWith(ticket('a', { code: '1' })).fork();
  change(fork, (tickets) => tickets.drop('a'));
  expect(openDraft(fork).tickets.find('byCode', '1')).toBeUndefined();
  change(fork, (tickets) => tickets.put(ticket('a', { code: '2' })));
  expect(openDraft(fork).tickets.find('byCode', '2')?.id).toBe('a');
  expect(fork.table('tickets').count).toBe(1);
});

test('rows that a fork put and dropped again leave nothing behind', () => {
  const fork = stateWith(ticket('a')).fork();
  const rows = numbered(100, () => ({ code: 'of the fork' }));
  for (const row of rows) {
    change(fork, (tickets) => tickets.put(row));
    change(fork, (tickets) => tickets.drop(row.id));
  }
  expect(layersOf(fork).map((layer) => layer.size)).toEqual([1, 0]);
});

test('marks of rows that no older layer holds any more go when layers are merged', () => {
  let fork = stateWith(...numbered(1_000, () => ({}))).fork();
  for (let round = 0; round < 50; round += 1) {
    const own = ticket(`own ${round}`);
    change(fork, (tickets) => tickets.put(own));
    fork = fork.fork();
    change(fork, (tickets) => tickets.drop(own.id));
    fork = fork.fork();
  }
  expect(fork.table('tickets').count).toBe(1_000);
  const kept = layersOf(fork).reduce((rows, layer) => rows + layer.size, 0);
  expect(kept - 1_000).toBeLessThan(10);
});

test('a row dropped and dropped again in forks of forks stays hidden', () => {
  let state = stateWith(ticket('a', { code: '1' }), ticket('b')).fork();
  for (const code of ['2', '3', '4', '5', '6', '7']) {
    change(state, (tickets) => tickets.drop('a'));
    state = state.fork();
    expect(state.table('tickets').get('a')).toBeUndefined();
    change(state, (tickets) => tickets.put(ticket('a', { code })));
    state = state.fork();
  }
  change(state, (tickets) => tickets.drop('a'));
  expect(idsOf([...state.fork().table<Ticket>('tickets').rows()])).toEqual(['b']);
});

test('the order of a list does not depend on when forks were made', () => {
  const rows = numbered(60, (at) => ({ gate: 'north', rank: (at * 37) % 11, order: at % 3 }));
  const plain = ticketState();
  let forked = ticketState();
  for (const [at, row] of rows.entries()) {
    const edit = (tickets: Tickets): void => {
      tickets.put(row);
      if (at % 5 === 4) tickets.drop(rows[at - 2]?.id ?? '');
    };
    change(plain, edit);
    change(forked, edit);
    if (at % 4 === 3) forked = forked.fork();
  }
  const [one, other] = [openDraft(plain).tickets, openDraft(forked).tickets];
  expect(other.range('byRank')).toEqual(one.range('byRank'));
  expect(other.where('byGate', 'north', { reverse: true })).toEqual(
    one.where('byGate', 'north', { reverse: true }),
  );
});

test('a fork shares every row with its original and copies none', () => {
  const state = stateWith(...numbered(20_000, () => ({ gate: 'north' })));
  const fork = state.fork();
  const [base] = layersOf(state);
  expect(base?.size).toBe(20_000);
  expect(layersOf(fork)[0]).toBe(base);
  for (const side of [state, fork])
    expect(layersOf(side).map((layer) => layer.size)).toEqual([20_000, 0]);
});

test('ten forks without a change in between add no layer', () => {
  let state = stateWith(ticket('a'));
  for (let forks = 0; forks < 10; forks += 1) state = state.fork();
  expect(layersOf(state)).toHaveLength(2);
});

test('a thousand forks stay within five layers and copy some twenty rows for each one written', () => {
  const [perFork, forks] = [10, 1_000];
  let state = stateWith(...numbered(20_000, () => ({ gate: 'north' })));
  const known = new Set(layersOf(state));
  let copied = 0;
  for (let fork = 0; fork < forks; fork += 1) {
    const id = (at: number): string => `x${(fork * 7 + at) % 5_000}`;
    change(state, (tickets) => {
      for (let at = 0; at < perFork; at += 1) tickets.put(ticket(id(at)));
    });
    state = state.fork();
    for (const layer of layersOf(state)) if (!known.has(layer)) copied += layer.size;
    layersOf(state).forEach((layer) => known.add(layer));
    expect(layersOf(state).length).toBeLessThanOrEqual(5);
  }
  expect(copied / (perFork * forks)).toBeLessThan(40);
});

test('a draft that is not committed leaves no trace', () => {
  const state = stateWith(ticket('a', { code: '1' }));
  const { tickets } = openDraft(state);
  tickets.put(ticket('a', { code: '2' }));
  tickets.put(ticket('b', { code: '3' }));
  tickets.drop('a');
  expect(openDraft(state).tickets.find('byCode', '1')?.id).toBe('a');
  expect(state.table('tickets').count).toBe(1);
});

test('what a draft puts and takes back is no change', () => {
  const state = stateWith(ticket('a'));
  const { draft, tickets } = openDraft(state);
  tickets.put(ticket('b'));
  tickets.drop('b');
  tickets.put(tickets.get('a') ?? ticket('a'));
  tickets.drop('never there');
  expect(draft.changes()).toEqual([]);
  expect(tickets.count()).toBe(1);
});
