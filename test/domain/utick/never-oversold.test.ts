import fc from 'fast-check';
import { expect, test } from 'vitest';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import { deleteProduct, deleteProducts } from '#mocks/utick/domain/product-behaviours.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { settableStatuses } from '#mocks/utick/domain/order.ts';
import { MINUTE, NOBODY, OPENING, openShop, type Shop } from './shop.ts';

const prices = ['hedda_single_full', 'hedda_box_full', 'edmond_stalls_full', 'visit_single_full'];

/** One thing that somebody does; `which` picks among the orders there are. */
const deed = fc.oneof(
  fc.record({
    kind: fc.constant('request' as const),
    price: fc.constantFrom(...prices),
    places: fc.integer({ min: 1, max: 5 }),
    which: fc.option(fc.nat(20), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('update' as const),
    status: fc.constantFrom(...settableStatuses),
    which: fc.nat(20),
  }),
  fc.record({ kind: fc.constant('remove' as const), all: fc.boolean(), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 15 }) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

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
      case 'request': {
        const orderId = deed.which === undefined ? undefined : this.order(deed.which);
        const requests = [shop.wish(deed.price, deed.places, orderId)];
        const outcome = await shop.ask(requestProducts, { requests }, at);
        if (outcome.ok && outcome.value[0]) this.orders.push(outcome.value[0].orderId);
        return;
      }
      case 'update': {
        const command = {
          orderId: this.order(deed.which),
          contactId: shop.id('contacts', 'denis'),
        };
        await shop.ask(updateOrder, { ...command, status: deed.status, details: {} }, at);
        return;
      }
      case 'remove': {
        const orderId = this.order(deed.which);
        const [product] = shop.products(orderId);
        if (deed.all) await shop.ask(deleteProducts, { orderId }, at);
        else if (product) await shop.ask(deleteProduct, { id: product.id }, at);
        return;
      }
    }
  }

  order(which: number): string {
    return this.orders[which % Math.max(1, this.orders.length)] ?? NOBODY;
  }
}

test('whatever is asked for, no place is sold twice and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
      const story = new Story(await openShop());
      for (const one of deeds) await story.live(one);
      expect(story.shop.brokenRules()).toEqual([]);
    }),
    { numRuns: 150, seed: 1 },
  );
});
