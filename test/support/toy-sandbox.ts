import type { Env } from '#kernel/behaviour.ts';
import { putClock } from '#kernel/clock.ts';
import { joinLog } from '#kernel/commit-log.ts';
import { Installation } from '#kernel/installation.ts';
import type { Instant } from '#kernel/instant.ts';
import { createJournalRing } from '#kernel/journal-ring.ts';
import { openJournal } from '#kernel/journal.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { Sandbox } from '#kernel/sandbox.ts';
import { State } from '#kernel/state.ts';
import type { Store } from '#kernel/store.ts';
import type { AgendaEntry, ClockSetting } from '#kernel/system-tables.ts';
import type { RowChange } from '#kernel/table.ts';
import type { Row } from '#kernel/table-spec.ts';
import { inspect, universeOf, type Vendor } from '#kernel/vendor.ts';
import { memoryStore } from '#store/memory.ts';
import { drillVendor, type Drill } from './drill-vendor.ts';
import { hallVendor, type Hall, type HallBehaviour, type HallDraft } from './toy-vendor.ts';

/** 2026-03-04T12:00:00Z */
export const NOON: Instant = 1_772_625_600_000;
export const universe = universeOf([hallVendor, drillVendor]);
export const ring = createJournalRing({ bytes: 4 * 2 ** 20 });

export interface ToySandbox {
  readonly name?: string;
  readonly seed?: number;
  readonly store?: Store;
  readonly clock?: ClockSetting;
  readonly seats?: number;
  readonly onCommitted?: (sandbox: Sandbox, changes: readonly RowChange[]) => void;
}

export function toyState({ seats = 10, clock }: ToySandbox = {}): State {
  const state = new State(universe.specs);
  const edits = new Installation(state, true);
  putClock(edits, clock ?? { mode: 'frozen', at: NOON });
  edits.table<Hall>('hall.halls').put({ id: 'odeon', capacity: seats, free: seats });
  edits.finish();
  return state;
}

export async function toySandbox(toy: ToySandbox = {}): Promise<Sandbox> {
  const { name = 'toy', seed = 1, store = memoryStore(), onCommitted = () => undefined } = toy;
  const state = toyState(toy);
  await joinLog(store, name, state);
  const journal = openJournal(ring, name);
  return new Sandbox({ name, seed, universe, state, store, journal, hardened: true, onCommitted });
}

export function vendorOf(name: 'hall' | 'drill'): Vendor {
  const vendor = universe.vendors.get(name);
  if (!vendor) throw new Error(`no vendor ${name}`);
  return vendor;
}

/** One call to the hall. */
export async function ask<C, T, F>(
  sandbox: Sandbox,
  behaviour: HallBehaviour<C, T, F>,
  { receivedAt = NOON, ...command }: C & { readonly receivedAt?: Instant },
): Promise<Outcome<T, F>> {
  const decided = await sandbox.turn({
    vendor: vendorOf('hall'),
    receivedAt,
    decide: ({ draft, env }) => {
      // A turn does not know its vendor's types; the vendor named above does.
      const hallEnv = env as Parameters<typeof behaviour>[2];
      const outcome = behaviour(draft as unknown as HallDraft, command as unknown as C, hallEnv);
      return { commit: outcome.ok, value: outcome };
    },
  });
  return decided.value;
}

/** A call that reads and keeps nothing. */
export async function look(sandbox: Sandbox, receivedAt: Instant = NOON): Promise<Env> {
  const vendor = vendorOf('drill');
  const decide = ({ env }: { env: Env }) => ({ commit: false, value: env });
  return (await sandbox.turn({ vendor, receivedAt, decide })).value;
}

/** Puts drills on the agenda, each under its own id. */
export async function plan(
  sandbox: Sandbox,
  ...drills: readonly (Drill & { readonly at: Instant })[]
): Promise<void> {
  await sandbox.turn({
    vendor: vendorOf('drill'),
    receivedAt: NOON,
    decide: ({ draft }) => {
      for (const { at, ...drill } of drills) draft.schedule(drill.id, at, drill);
      return { commit: true, value: undefined };
    },
  });
}

export function rowsOf<R extends Row>(sandbox: Sandbox, table: string): readonly R[] {
  const rows = [...sandbox.state.table<R>(table).rows()];
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function everyRow(sandbox: Sandbox): Readonly<Record<string, readonly Row[]>> {
  const names = Object.keys(universe.specs);
  return Object.fromEntries(names.map((name) => [name, rowsOf(sandbox, name)]));
}

export const agendaOf = (sandbox: Sandbox): readonly AgendaEntry[] =>
  sandbox.state.table<AgendaEntry>('agenda').range('byDue');

export const parkedIn = (sandbox: Sandbox): readonly AgendaEntry[] =>
  rowsOf<AgendaEntry>(sandbox, 'agenda').filter((entry) => entry.parked !== undefined);

/** What is wrong with the hall, if anything. */
export function brokenRules(sandbox: Sandbox): readonly string[] {
  const state = inspect(sandbox.state, hallVendor);
  return Object.values(hallVendor.invariants).flatMap((rule) => rule(state as never, NOON));
}
