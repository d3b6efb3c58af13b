import type { Random } from '#kernel/random.ts';
import { State } from '#kernel/state.ts';
import { many, ordered, table, unique, type Row } from '#kernel/table-spec.ts';
import { Transaction, type DraftTable } from '#kernel/transaction.ts';
import type { Page } from '#kernel/view.ts';

/** A row with every kind of key: none, one, several, the same one twice. */
export interface Ticket extends Row {
  readonly gate: string | undefined;
  readonly tags: readonly string[];
  readonly code: string | undefined;
  readonly rank: number | undefined;
  readonly order: number;
}

export const ticketTable = table<Ticket>()({
  byGate: many(
    (ticket) => ticket.gate,
    (ticket) => ticket.order,
  ),
  byTag: many((ticket) => ticket.tags),
  byCode: unique((ticket) => ticket.code),
  byRank: ordered(
    (ticket) => ticket.rank,
    (ticket) => ticket.order,
  ),
});

export type Tickets = DraftTable<Ticket, typeof ticketTable.indexes>;
export type Model = ReadonlyMap<string, Ticket>;

export const ticketState = (): State =>
  new State({ tickets: ticketTable } as unknown as ConstructorParameters<typeof State>[0]);

/** The draft's table under the names of its indexes. */
export const ticketsOf = (draft: Transaction): Tickets =>
  draft.table<Ticket>('tickets') as unknown as Tickets;

export function openDraft(state: State): { draft: Transaction; tickets: Tickets } {
  const draft = new Transaction(state, false);
  return { draft, tickets: ticketsOf(draft) };
}

export function commit(state: State, draft: Transaction): void {
  const [sequence, turns] = [state.sequence + 1, state.turns + 1];
  state.apply({ sequence, turns, changes: draft.changes() });
}

/** Changes a state in one commit. */
export function change(state: State, edit: (tickets: Tickets) => void): void {
  const { draft, tickets } = openDraft(state);
  edit(tickets);
  commit(state, draft);
}

export const ticket = (id: string, parts: Partial<Ticket> = {}): Ticket => ({
  ...{ id, gate: undefined, tags: [], code: undefined, rank: undefined, order: 0 },
  ...parts,
});

type Order = (a: Ticket, b: Ticket) => number;
const byId: Order = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byOrder: Order = (a, b) => a.order - b.order || byId(a, b);
const byRank: Order = (a, b) => (a.rank ?? 0) - (b.rank ?? 0) || byOrder(a, b);

/** What the table should answer, found by looking at every row. */
export const naive = {
  find: (model: Model, code: string): Ticket | undefined =>
    [...model.values()].find((row) => row.code === code),
  byGate: (model: Model, gate: string, page: Page<Ticket>): readonly Ticket[] =>
    paged(model, (row) => row.gate === gate, {
      page,
      order: byOrder,
      numberOf: (row) => row.order,
    }),
  byTag: (model: Model, tag: string, page: Page<Ticket>): readonly Ticket[] =>
    paged(model, (row) => row.tags.includes(tag), { page, order: byId, numberOf: () => 0 }),
  byRank: (model: Model, page: Page<Ticket>): readonly Ticket[] =>
    paged(model, (row) => row.rank !== undefined, {
      ...{ page, order: byRank, numberOf: (row) => row.rank ?? 0 },
    }),
};

interface Paging {
  readonly page: Page<Ticket>;
  readonly order: Order;
  readonly numberOf: (row: Ticket) => number;
}

function paged(
  model: Model,
  isListed: (row: Ticket) => boolean,
  { page, order, numberOf }: Paging,
): readonly Ticket[] {
  const { from = -Infinity, to = Infinity, after, offset = 0, limit = Infinity } = page;
  const step = page.reverse ? -1 : 1;
  return [...model.values()]
    .filter((row) => isListed(row) && numberOf(row) >= from && numberOf(row) < to)
    .filter((row) => after === undefined || order(row, after) * step > 0)
    .sort((a, b) => order(a, b) * step)
    .slice(offset, offset + limit);
}

const maybe = <T>(random: Random, value: () => T): T | undefined =>
  random.int(0, 2) === 0 ? undefined : value();

export const drawId = (random: Random): string => `t${random.int(0, 119)}`;
export const drawGate = (random: Random): string => random.pick(['north', 'south', 'east']);
export const drawTag = (random: Random): string => random.pick(['vip', 'child', 'late', 'vip']);
export const drawCode = (random: Random): string => `c${random.int(0, 150)}`;

export const drawTicket = (random: Random): Ticket => ({
  id: drawId(random),
  gate: maybe(random, () => drawGate(random)),
  tags: Array.from({ length: random.int(0, 3) }, () => drawTag(random)),
  code: maybe(random, () => drawCode(random)),
  rank: maybe(random, () => random.int(-3, 20)),
  order: random.int(0, 5),
});

export function drawPage(random: Random, model: Model): Page<Ticket> {
  const rows = [...model.values()];
  return {
    ...(random.int(0, 2) === 0 ? { from: random.int(-4, 20) } : {}),
    ...(random.int(0, 2) === 0 ? { to: random.int(-4, 22) } : {}),
    ...(rows.length > 0 && random.int(0, 2) === 0 ? { after: random.pick(rows) } : {}),
    ...(random.int(0, 2) === 0 ? { offset: random.int(0, 6) } : {}),
    ...(random.int(0, 2) === 0 ? { limit: random.int(0, 8) } : {}),
    ...(random.int(0, 1) === 0 ? { reverse: true } : {}),
  };
}
