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
import type { SettingsRow } from '#kernel/system-tables.ts';
import { inspect, universeOf } from '#kernel/vendor.ts';
import type { Store } from '#kernel/store.ts';
import type { DatasetSection } from '#mocks/wsone/dataset/schema.ts';
import type { WsoneBehaviour, WsoneEnv } from '#mocks/wsone/domain/behaviour.ts';
import { wsone } from '#mocks/wsone/index.ts';
import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { memoryStore } from '#store/memory.ts';
import { smallBrand } from './small-brand.ts';

export const OPENING: Instant = Date.parse('2026-03-04T10:00:00+01:00');

const ring = createJournalRing({ bytes: 2 ** 20 });
const universe = universeOf([wsone]);

/** A sandbox of WsOne alone, called below the wire. Its time is that of each call. */
export interface Brand {
  /** Asks a behaviour; a refusal keeps nothing. */
  ask<C, T, F>(
    behaviour: WsoneBehaviour<C, T, F>,
    command: C,
    at?: Instant,
  ): Promise<Outcome<T, F>>;
  rows<R>(table: string): readonly R[];
  /** What its data set names, by kind: names and ids. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What is wrong with all that is kept, if anything. */
  brokenRules(): readonly string[];
  readonly sandbox: Sandbox;
}

export interface BrandParts {
  readonly data?: DatasetSection;
  readonly settings?: Partial<WsoneSettings>;
  /** @default the memory store */
  readonly store?: Store;
}

export async function openBrand({
  data = smallBrand,
  settings,
  store = memoryStore(),
}: BrandParts = {}): Promise<Brand> {
  const vendor = universe.vendors.get('wsone');
  if (!vendor) throw new Error('no wsone');
  const state = new State(universe.specs);
  const edits = new Installation(state, true);
  putClock(edits, { mode: 'running', offsetMs: 0 });
  if (settings) edits.table<SettingsRow>('settings').put({ id: 'wsone', values: settings });
  // The kernel makes drafts of any vendor; this one is WsOne's.
  const draft = vendor.draft(edits, { now: OPENING, depth: 0 }) as unknown as WsoneDraft;
  const names = wsone.dataset.install(draft, data, { now: OPENING, random: randomFrom(1) });
  edits.finish();
  await joinLog(store, 'brand', state);
  const sandbox = new Sandbox({
    name: 'brand',
    seed: 1,
    universe,
    state,
    store,
    journal: openJournal(ring, 'brand'),
    hardened: true,
    onCommitted: () => undefined,
  });
  return {
    sandbox,
    names,
    ask: async (behaviour, command, at = OPENING) => {
      const decided = await sandbox.turn({
        vendor,
        receivedAt: at,
        decide: (turn) => {
          // A turn does not know its vendor's types; the vendor named above does.
          const own = turn.draft as unknown as WsoneDraft;
          const outcome = behaviour(own, command, turn.env as WsoneEnv);
          return { commit: outcome.ok, value: outcome };
        },
      });
      return decided.value;
    },
    rows: <R>(table: string) => [...sandbox.state.table(`wsone.${table}`).rows()] as R[],
    brokenRules: () =>
      Object.entries(wsone.invariants).flatMap(([rule, holds]) =>
        holds(inspect(sandbox.state, wsone) as Parameters<typeof holds>[0], OPENING).map(
          (row) => `${rule}: ${row}`,
        ),
      ),
  };
}

/** The value of an outcome that a test relies on. */
export function valueOf<T, F>(outcome: Outcome<T, F>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

/** Why it was refused, which a test relies on. */
export function failureOf<T, F>(outcome: Outcome<T, F>): F {
  if (outcome.ok) throw new Error(`done: ${JSON.stringify(outcome.value)}`);
  return outcome.failure;
}

export const card = (value: string) => ({ type: 1, value });
export const webAccount = (value: string) => ({ type: 10, value });
