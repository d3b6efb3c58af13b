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
import type { DatasetSection } from '#mocks/utick/dataset/schema.ts';
import type { UtickBehaviour, UtickEnv } from '#mocks/utick/domain/behaviour.ts';
import { freePlaces } from '#mocks/utick/domain/capacity.ts';
import type { ProductRequest } from '#mocks/utick/domain/request-products.ts';
import { utick } from '#mocks/utick/index.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { Capacity, Order, Product, UtickDraft } from '#mocks/utick/state.ts';
import type { Store } from '#kernel/store.ts';
import { memoryStore } from '#store/memory.ts';
import { smallHouse } from './small-house.ts';

export const OPENING: Instant = Date.parse('2026-03-04T10:00:00+01:00');
export const MINUTE = 60_000;
export const NOBODY = 'nobody-has-this-id';

const ring = createJournalRing({ bytes: 2 ** 20 });
const universe = universeOf([utick]);

/** A sandbox of Utick alone, called below the wire. Its time is that of each call. */
export interface Shop {
  /** Asks a behaviour; a refusal keeps nothing. */
  ask<C, T, F>(
    behaviour: UtickBehaviour<C, T, F>,
    command: C,
    at?: Instant,
  ): Promise<Outcome<T, F>>;
  id(kind: string, name: string): string;
  /** `edmond_stalls_full` in a request of so many places. */
  wish(price: string, quantity: number, orderId?: string): ProductRequest;
  order(id: string): Order | undefined;
  products(orderId: string): readonly Product[];
  /** Free places of a stock (`hedda`) or of a category in it (`hedda_single`). */
  free(name: string): number;
  /** What is wrong with the whole shop, if anything. */
  brokenRules(): readonly string[];
  readonly sandbox: Sandbox;
}

export interface ShopParts {
  readonly data?: DatasetSection;
  readonly settings?: Partial<UtickSettings>;
  /** @default the memory store */
  readonly store?: Store;
}

export async function openShop({
  data = smallHouse,
  settings,
  store = memoryStore(),
}: ShopParts = {}): Promise<Shop> {
  const vendor = universe.vendors.get('utick');
  if (!vendor) throw new Error('no utick');
  const state = new State(universe.specs);
  const edits = new Installation(state, true);
  putClock(edits, { mode: 'running', offsetMs: 0 });
  if (settings) edits.table<SettingsRow>('settings').put({ id: 'utick', values: settings });
  const moment = { now: OPENING, random: randomFrom(1) };
  // The kernel makes drafts of any vendor; this one is Utick's.
  const draft = vendor.draft(edits, { now: OPENING, depth: 0 }) as unknown as UtickDraft;
  const names = utick.dataset.install(draft, data, moment);
  edits.finish();
  await joinLog(store, 'shop', state);
  const sandbox = new Sandbox({
    name: 'shop',
    seed: 1,
    universe,
    state,
    store,
    journal: openJournal(ring, 'shop'),
    hardened: true,
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
    ask: async (behaviour, command, at = OPENING) => {
      const decided = await sandbox.turn({
        vendor,
        receivedAt: at,
        decide: (turn) => {
          // A turn does not know its vendor's types; the vendor named above does.
          const own = turn.draft as unknown as UtickDraft;
          const outcome = behaviour(own, command, turn.env as UtickEnv);
          return { commit: outcome.ok, value: outcome };
        },
      });
      return decided.value;
    },
    wish: (price, quantity, orderId) => {
      const [stock = '', category = ''] = price.split('_');
      return {
        stockId: id('stocks', stock),
        categoryId: id('categories', `${stock}_${category}`),
        priceId: id('prices', price),
        quantity,
        orderId,
        forcedAmountMinor: undefined,
        promoCodeIds: [],
      };
    },
    order: (orderId) => sandbox.state.table<Order>('utick.orders').get(orderId),
    products: (orderId) =>
      [...sandbox.state.table<Product>('utick.products').rows()].filter(
        (product) => product.orderId === orderId,
      ),
    free: (name) => {
      const [stock = '', category] = name.split('_');
      const stockId = id('stocks', stock);
      const key = category === undefined ? stockId : `${stockId}/${id('categories', name)}`;
      const capacity = sandbox.state.table<Capacity>('utick.capacities').get(key);
      if (!capacity) throw new Error(`no capacity ${name}`);
      return freePlaces(capacity);
    },
    brokenRules: () =>
      Object.entries(utick.invariants).flatMap(([rule, holds]) =>
        holds(inspect(sandbox.state, utick) as Parameters<typeof holds>[0], OPENING).map(
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
