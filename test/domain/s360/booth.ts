import { putClock } from '#kernel/clock.ts';
import { joinLog } from '#kernel/commit-log.ts';
import { Installation } from '#kernel/installation.ts';
import type { Instant } from '#kernel/instant.ts';
import { createJournalRing } from '#kernel/journal-ring.ts';
import { openJournal } from '#kernel/journal.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { randomFrom } from '#kernel/random.ts';
import { Sandbox } from '#kernel/sandbox.ts';
import { State } from '#kernel/state.ts';
import type { Store } from '#kernel/store.ts';
import type { SettingsRow } from '#kernel/system-tables.ts';
import { inspect, universeOf } from '#kernel/vendor.ts';
import type { DatasetSection } from '#mocks/s360/dataset/schema.ts';
import type { S360Behaviour, S360Env } from '#mocks/s360/domain/behaviour.ts';
import type { Seller } from '#mocks/s360/domain/seller.ts';
import { s360 } from '#mocks/s360/index.ts';
import type { S360Settings } from '#mocks/s360/settings.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import { memoryStore } from '#store/memory.ts';
import { smallMuseum } from './small-museum.ts';

export const OPENING: Instant = Date.parse('2026-03-04T10:00:00+01:00');
export const MINUTE = 60_000;

const ring = createJournalRing({ bytes: 2 ** 20 });
const universe = universeOf([s360]);

type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A sandbox of S-360 alone, called below the wire. Its time is that of each call. */
export interface Booth {
  /** Asks a behaviour; a refusal keeps nothing. */
  ask<C, T, F>(behaviour: S360Behaviour<C, T, F>, command: C, at?: Instant): Promise<Outcome<T, F>>;
  id(kind: string, name: string): string;
  readonly seller: Seller;
  /** What is wrong with the whole museum, if anything. */
  brokenRules(at: Instant): readonly string[];
  readonly sandbox: Sandbox;
}

export interface BoothParts {
  readonly data?: DatasetSection;
  readonly settings?: Partial<S360Settings>;
  /** @default the memory store */
  readonly store?: Store;
}

export async function openBooth(parts: BoothParts = {}): Promise<Booth> {
  const { data = smallMuseum, settings, store = memoryStore() } = parts;
  const vendor = universe.vendors.get('s360');
  if (!vendor) throw new Error('no s360');
  const state = new State(universe.specs);
  const edits = new Installation(state, true);
  putClock(edits, { mode: 'running', offsetMs: 0 });
  if (settings) edits.table<SettingsRow>('settings').put({ id: 's360', values: settings });
  const moment = { now: OPENING, random: randomFrom(1) };
  // The kernel makes drafts of any vendor; this one is S-360's.
  const draft = vendor.draft(edits, { now: OPENING, depth: 0 }) as unknown as S360Draft;
  const names: Names = s360.dataset.install(draft, data, moment);
  edits.finish();
  await joinLog(store, 'booth', state);
  const sandbox = new Sandbox({
    ...{ name: 'booth', seed: 1, universe, state, store, hardened: true },
    journal: openJournal(ring, 'booth'),
    onCommitted: () => undefined,
  });
  const id = (kind: string, name: string): string => {
    const found = names[kind]?.[name];
    if (found === undefined) throw new Error(`the data has no ${kind} ${name}`);
    return found;
  };
  return {
    sandbox,
    id,
    seller: {
      operatorId: id('operators', 'b2c'),
      institutionId: id('institutions', 'museum'),
      pointOfSalesId: id('pointsOfSales', 'web'),
      salesChannelId: id('salesChannels', 'web'),
    },
    ask: async (behaviour, command, at = OPENING) => {
      const decided = await sandbox.turn({
        vendor,
        receivedAt: at,
        decide: (turn) => {
          // A turn does not know its vendor's types; the vendor named above does.
          const own = turn.draft as unknown as S360Draft;
          const outcome = behaviour(own, command, turn.env as S360Env);
          return { commit: outcome.ok, value: outcome };
        },
      });
      return decided.value;
    },
    brokenRules: (at) =>
      Object.entries(s360.invariants).flatMap(([rule, holds]) =>
        holds(inspect(sandbox.state, s360) as Parameters<typeof holds>[0], at).map(
          (row) => `${rule}: ${row}`,
        ),
      ),
  };
}
