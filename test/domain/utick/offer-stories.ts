import fc from 'fast-check';
import { expect } from 'vitest';
import type { Store } from '#kernel/store.ts';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { attachProduct } from '#mocks/utick/domain/pack-products.ts';
import { clearOrder, deleteProduct } from '#mocks/utick/domain/product-behaviours.ts';
import { attachPromoCode } from '#mocks/utick/domain/promo-behaviours.ts';
import { freeUses, type PromoCode } from '#mocks/utick/domain/promo-code.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { settableStatuses } from '#mocks/utick/domain/order.ts';
import { takeSeat } from '#mocks/utick/domain/seat-behaviours.ts';
import type { Product } from '#mocks/utick/state.ts';
import { offersHouse } from './offers-house.ts';
import { MINUTE, NOBODY, OPENING, openShop, type Shop } from './shop.ts';

const prices = [
  'hedda_single_full',
  'edmond_stalls_full',
  'edmond_stalls_friends',
  'visit_single_full',
  'pack_single_full',
  'subscription_single_full',
];
const codes = ['ten', 'fiver', 'both', 'usedUp', 'friends'];
const which = fc.nat(1);

const settings = fc.record({
  promoCount: fc.constantFrom('product' as const, 'order' as const),
  unusablePromoCode: fc.constantFrom('ignored' as const, 'empty' as const),
  packSeatPrice: fc.constantFrom('listed' as const, 'zero' as const),
  packRemoval: fc.constantFrom('detach' as const, 'cascade' as const),
  packSets: fc.constantFrom('open' as const, 'enforced' as const),
});

/** One thing that somebody does; `which` picks among the orders, `one` among their products. */
const deed = fc.oneof(
  fc.record({
    kind: fc.constant('request' as const),
    price: fc.constantFrom(...prices),
    places: fc.integer({ min: 1, max: 3 }),
    codes: fc.subarray(codes),
    which: fc.option(which, { nil: undefined, freq: 4 }),
  }),
  fc.record({ kind: fc.constant('code' as const), code: fc.constantFrom(...codes), which }),
  fc.record({ kind: fc.constant('attach' as const), which, one: fc.nat(5) }),
  fc.record({ kind: fc.constant('unpack' as const), which }),
  fc.record({
    kind: fc.constant('seat' as const),
    which,
    number: fc.integer({ min: 10, max: 13 }),
  }),
  fc.record({ kind: fc.constant('remove' as const), which, one: fc.nat(5) }),
  fc.record({ kind: fc.constant('clear' as const), which }),
  fc.record({
    kind: fc.constant('update' as const),
    which,
    status: fc.constantFrom(...settableStatuses),
  }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 15 }) }),
);
interface Wish {
  readonly price: string;
  readonly places: number;
  readonly codes: readonly string[];
  readonly which?: number | undefined;
}
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Long ones, and each begins with a pack that lacks its places. */
const stories = fc.array(deed, { minLength: 10, maxLength: 40, size: 'max' });

class Story {
  at = OPENING;
  readonly orders: string[] = [];
  readonly shop: Shop;

  constructor(shop: Shop) {
    this.shop = shop;
  }

  async live(deed: Deed): Promise<void> {
    const { shop, at } = this;
    switch (deed.kind) {
      case 'wait':
        this.at += deed.minutes * MINUTE;
        return;
      case 'request':
        return this.buy(deed);
      case 'code': {
        const id = shop.id('promoCodes', deed.code);
        await shop.ask(attachPromoCode, { id, orderId: this.order(deed.which) }, at);
        return;
      }
      case 'attach': {
        const mainProductId = this.pack(deed.which);
        const command = { id: this.product(deed.which, deed.one), mainProductId };
        await shop.ask(attachProduct, command, at);
        return;
      }
      case 'seat': {
        const stockId = shop.id('stocks', 'edmond');
        const seatId = `${stockId}/${shop.id('categories', 'edmond_stalls')}/E ${deed.number}`;
        await shop.ask(takeSeat, { stockId, seatId, orderId: this.order(deed.which) }, at);
        return;
      }
      case 'unpack':
        await shop.ask(deleteProduct, { id: this.pack(deed.which) }, at);
        return;
      case 'remove':
        await shop.ask(deleteProduct, { id: this.product(deed.which, deed.one) }, at);
        return;
      case 'clear':
        await shop.ask(clearOrder, { id: this.order(deed.which) }, at);
        return;
      case 'update': {
        const contactId = shop.id('contacts', 'denis');
        const command = { orderId: this.order(deed.which), contactId, status: deed.status };
        await shop.ask(updateOrder, { ...command, details: {} }, at);
        return;
      }
    }
  }

  async buy({ price, places, codes, which }: Wish): Promise<void> {
    const { shop, at } = this;
    const orderId = which === undefined ? undefined : this.order(which);
    const promoCodeIds = codes.map((code) => shop.id('promoCodes', code));
    const requests = [{ ...shop.wish(price, places, orderId), promoCodeIds }];
    const outcome = await shop.ask(requestProducts, { requests }, at);
    if (!outcome.ok || !outcome.value[0]) return;
    const bought = outcome.value[0].orderId;
    if (!this.orders.includes(bought)) this.orders.push(bought);
  }

  order(which: number): string {
    return this.orders.at(-1 - which) ?? NOBODY;
  }

  /** The first pack in an order, if it has one. */
  pack(which: number): string {
    const { shop } = this;
    const stocks = ['pack', 'subscription'].map((name) => shop.id('stocks', name));
    const products = shop.products(this.order(which));
    return products.find(({ stockId }) => stocks.includes(stockId))?.id ?? NOBODY;
  }

  product(which: number, one: number): string {
    const products = this.shop.products(this.order(which));
    return products[one % Math.max(1, products.length)]?.id ?? NOBODY;
  }
}

const rows = <T extends { readonly id: string }>(shop: Shop, table: string): readonly T[] => [
  ...shop.sandbox.state.table<T>(`utick.${table}`).rows(),
];

export const offerStory = fc.record({ chosen: settings, deeds: stories });
type OfferStory = typeof offerStory extends fc.Arbitrary<infer T> ? T : never;

/** Lives a story through: every rule holds after each deed, and at its end no use is lost. */
export async function liveOffers({ chosen, deeds }: OfferStory, store?: Store): Promise<void> {
  const parts = { data: offersHouse, settings: chosen };
  const story = new Story(await openShop(store ? { ...parts, store } : parts));
  await story.buy({ price: 'pack_single_full', places: 1, codes: [] });
  await story.buy({ price: 'hedda_single_full', places: 2, codes: ['ten'], which: 0 });
  for (const one of deeds) {
    await story.live(one);
    expect(story.shop.brokenRules()).toEqual([]);
  }
  const { promoCount } = chosen;
  const sold = rows<Product>(story.shop, 'products');
  for (const code of rows<PromoCode>(story.shop, 'promoCodes')) {
    const users = sold.filter(({ promoCodeId }) => promoCodeId === code.id);
    const uses = promoCount === 'product' ? users : new Set(users.map((one) => one.orderId));
    const taken = 'size' in uses ? uses.size : uses.length;
    expect(freeUses(code, { promoCount }) + taken + code.uses.elsewhere).toBe(code.uses.total);
  }
}
