import { expect, test } from 'vitest';
import { Defect } from '#kernel/defect.ts';
import { randomFrom, type Random } from '#kernel/random.ts';
import type { State } from '#kernel/state.ts';
import {
  commit,
  drawCode,
  drawGate,
  drawId,
  drawPage,
  drawTag,
  drawTicket,
  naive,
  openDraft,
  ticketState,
  type Model,
  type Ticket,
  type Tickets,
} from '../support/table-model.ts';

const OPERATIONS = 100_000;
const MOST_WORLDS = 8;

/** A state, and the same rows in a plain map. */
interface World {
  readonly state: State;
  model: Map<string, Ticket>;
}

function editOnce(random: Random, tickets: Tickets, model: Map<string, Ticket>): void {
  if (random.int(0, 3) === 0) {
    const id = drawId(random);
    tickets.drop(id);
    model.delete(id);
    return;
  }
  const row = drawTicket(random);
  const holder = row.code === undefined ? undefined : naive.find(model, row.code);
  if (holder && holder.id !== row.id) {
    expect(() => tickets.put(row)).toThrow(Defect);
    return;
  }
  tickets.put(row);
  model.set(row.id, row);
}

function lookOnce(random: Random, tickets: Tickets, model: Model): void {
  const page = drawPage(random, model);
  const [id, gate, tag] = [drawId(random), drawGate(random), drawTag(random)];
  const code = drawCode(random);
  switch (random.int(0, 5)) {
    case 0:
      return expect(tickets.get(id)).toBe(model.get(id));
    case 1:
      return expect(tickets.find('byCode', code)).toBe(naive.find(model, code));
    case 2:
      return expect(tickets.where('byGate', gate, page)).toEqual(naive.byGate(model, gate, page));
    case 3:
      return expect(tickets.where('byTag', tag, page)).toEqual(naive.byTag(model, tag, page));
    case 4:
      return expect(tickets.range('byRank', page)).toEqual(naive.byRank(model, page));
    default:
      return expect(tickets.count()).toBe(model.size);
  }
}

function expectSameRows({ state, model }: World): void {
  const rows = [...state.table<Ticket>('tickets').rows()];
  expect(new Map(rows.map((row) => [row.id, row]))).toEqual(model);
  expect(rows).toHaveLength(model.size);
}

/** One draft of a few edits and looks, kept or thrown away; answers how many it were. */
function turn(random: Random, world: World): number {
  const operations = random.int(1, 12);
  const { draft, tickets } = openDraft(world.state);
  const model = new Map(world.model);
  for (let left = operations; left > 0; left -= 1) {
    if (random.int(0, 2) === 0) editOnce(random, tickets, model);
    else lookOnce(random, tickets, model);
  }
  if (random.int(0, 3) > 0) {
    commit(world.state, draft);
    world.model = model;
  }
  return operations;
}

function forkOrDrop(random: Random, worlds: World[]): void {
  const world = random.pick(worlds);
  if (worlds.length > 1 && random.int(0, 1) === 0) {
    worlds.splice(worlds.indexOf(world), 1);
  } else if (worlds.length < MOST_WORLDS) {
    worlds.push({ state: world.state.fork(), model: new Map(world.model) });
  }
}

test(`${OPERATIONS} random operations over forks of forks agree with a plain map`, () => {
  const random = randomFrom('tables');
  const worlds: World[] = [{ state: ticketState(), model: new Map() }];
  for (let done = 0; done < OPERATIONS;) {
    const world = random.pick(worlds);
    done += turn(random, world);
    if (random.int(0, 9) === 0) forkOrDrop(random, worlds);
    if (random.int(0, 99) === 0) expectSameRows(world);
  }
  for (const world of worlds) expectSameRows(world);
});
