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
import type { Row } from '#kernel/table-spec.ts';
import { inspect, universeOf, type VendorCore } from '#kernel/vendor.ts';
import { memoryStore } from '#store/memory.ts';
import type { DatasetSection } from '#mocks/monext/dataset/schema.ts';
import { dataset } from '#mocks/monext/dataset.ts';
import { captureDeferred } from '#mocks/monext/domain/deferred.ts';
import type { MonextBehaviour, MonextEnv } from '#mocks/monext/domain/behaviour.ts';
import { invariants } from '#mocks/monext/domain/invariants.ts';
import type { Merchant } from '#mocks/monext/domain/merchant.ts';
import { settle } from '#mocks/monext/domain/settlement.ts';
import { settings as spec, type MonextSettings } from '#mocks/monext/settings.ts';
import {
  tables,
  type MonextDraft,
  type MonextTables,
  type Payment,
  type Transaction,
} from '#mocks/monext/state.ts';

export const MORNING: Instant = Date.parse('2026-03-04T10:00:00+01:00');
export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const MERCHANT = '12345678901234';

const core: VendorCore<MonextTables> = {
  name: 'monext',
  tables,
  settings: spec,
  due: { 'capture-deferred': captureDeferred, settle },
  invariants,
};
const ring = createJournalRing({ bytes: 2 ** 20 });
const universe = universeOf([core]);

/** One merchant with a contract, and another one that must not see its payments. */
export const smallShop: DatasetSection = {
  merchants: {
    shop: { id: MERCHANT, accessKey: 'abCdeFgHiJKLmNoPqrst', label: 'Boutique' },
    other: { id: '98765432109876', accessKey: 'xyz', label: 'Ailleurs' },
  },
  pointsOfSale: {
    web: { merchant: 'shop', number: '1', label: 'Boutique en ligne', categoryCode: '5651' },
    elsewhere: { merchant: 'other', number: '2', label: 'Ailleurs' },
  },
  contracts: {
    cb: { pointOfSale: 'web', number: '1234567', label: 'CB', cardType: 'CB' },
    otherCb: { pointOfSale: 'elsewhere', number: '7654321', label: 'CB', cardType: 'CB' },
  },
  testCards: {
    frictionless: { number: '4970110000000013', behaviour: 'frictionless' },
    challenge: { number: '4970110000000021', behaviour: 'challenge' },
    failed: { number: '4970110000000039', behaviour: 'failed' },
  },
};

/** A sandbox of Monext alone, called below the wire. Its time is that of each call. */
export interface Till {
  /** Asks a behaviour; a refusal keeps nothing. */
  ask<C, T, F>(
    behaviour: MonextBehaviour<C, T, F>,
    command: C,
    at?: Instant,
  ): Promise<Outcome<T, F>>;
  /** Lets time pass; what falls due happens. */
  waitUntil(instant: Instant): Promise<void>;
  readonly merchant: Merchant;
  payment(id: string): Payment | undefined;
  entry(id: string): Transaction | undefined;
  /** All entries of the books, oldest first. */
  entries(): readonly Transaction[];
  rows(table: keyof MonextTables): readonly Row[];
  /** What is wrong with the whole shop, if anything. */
  brokenRules(): readonly string[];
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly sandbox: Sandbox;
}

export interface TillParts {
  readonly data?: DatasetSection;
  readonly settings?: Partial<MonextSettings>;
  /** @default the memory store */
  readonly store?: Store;
}

export async function openTill({
  data = smallShop,
  settings,
  store = memoryStore(),
}: TillParts = {}): Promise<Till> {
  const vendor = universe.vendors.get('monext');
  if (!vendor) throw new Error('no monext');
  const state = new State(universe.specs);
  const edits = new Installation(state, true);
  putClock(edits, { mode: 'running', offsetMs: 0 });
  if (settings) edits.table<SettingsRow>('settings').put({ id: 'monext', values: settings });
  const moment = { now: MORNING, random: randomFrom(1) };
  // The kernel makes drafts of any vendor; this one is Monext's.
  const draft = vendor.draft(edits, { now: MORNING, depth: 0 }) as unknown as MonextDraft;
  const names = dataset.install(draft, data, moment);
  edits.finish();
  await joinLog(store, 'till', state);
  const journal = openJournal(ring, 'till');
  const parts = { name: 'till', seed: 1, universe, state, store, journal, hardened: true };
  const sandbox = new Sandbox({ ...parts, onCommitted: () => undefined });
  const rows = <R extends Row>(table: string): readonly R[] => [
    ...sandbox.state.table<R>(`monext.${table}`).rows(),
  ];
  const merchant = rows<Merchant>('merchants').find(({ id }) => id === MERCHANT);
  if (!merchant) throw new Error('no merchant');
  return {
    sandbox,
    merchant,
    names,
    rows,
    ask: async (behaviour, command, at = MORNING) => {
      const decided = await sandbox.turn({
        vendor,
        receivedAt: at,
        decide: (turn) => {
          // A turn does not know its vendor's types; the vendor named above does.
          const own = turn.draft as unknown as MonextDraft;
          const outcome = behaviour(own, command, turn.env as MonextEnv);
          return { commit: outcome.ok, value: outcome };
        },
      });
      return decided.value;
    },
    // Any call lets the time pass up to it.
    waitUntil: async (instant) => {
      const decide = () => ({ commit: false, value: undefined });
      await sandbox.turn({ vendor, receivedAt: instant, decide });
    },
    payment: (id) => sandbox.state.table<Payment>('monext.payments').get(id),
    entry: (id) => sandbox.state.table<Transaction>('monext.transactions').get(id),
    entries: () => rows<Transaction>('transactions').toSorted((a, b) => a.at - b.at),
    brokenRules: () =>
      Object.entries(invariants).flatMap(([rule, holds]) =>
        holds(inspect(sandbox.state, core) as Parameters<typeof holds>[0], MORNING).map(
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

/** Why it was refused, in our word; or the code of an entry that was declined. */
export function reasonOf(outcome: Outcome<Transaction, { readonly kind: string }>): string {
  if (!outcome.ok) return outcome.failure.kind;
  return outcome.value.status === 'accepted' ? 'done' : outcome.value.code;
}
