import { expectTypeOf, test } from 'vitest';
import type {
  S360Answer,
  S360Client,
  S360Failure,
  S360Message,
  S360Operation,
  S360Options,
  S360Result,
} from '#client/index.ts';
import type { CatalogData, OrderDetailsData, OrderUpdateData } from '#contracts/s360/index.ts';

declare const s360: S360Client;

/** Compiled by `npm run typecheck`, never run. */
const never = (_types: () => unknown): void => undefined;

test('a method takes what its contract takes, ids as numbers or their digits', () => {
  expectTypeOf<S360Message<'getOrderDetails'>['orderId']>().toEqualTypeOf<number | string>();
  never(() => {
    void s360.getOrderDetails({ orderId: 7 });
    void s360.getOrderDetails({ orderId: '7' });
    // @ts-expect-error which order
    void s360.getOrderDetails();
    // @ts-expect-error there is no such field
    void s360.getOrderDetails({ orderId: 7, colour: 'red' });
    // @ts-expect-error at which point of sales
    void s360.createOrUpdateOrder({ orderType: 'SALE' });
    // @ts-expect-error no such type of order
    void s360.createOrUpdateOrder({ pointOfSalesId: 7, orderType: 'GIFT' });
    // @ts-expect-error lists are lists, also with one in it
    void s360.createOrUpdateOrder({ pointOfSalesId: 7, simpleProductOperations: { itemId: 7 } });
  });
});

test('a message without a field that must be there may be left out', () => {
  never(() => {
    void s360.getPOSConfig();
    void s360.getCatalogDetailed({}, { timeoutMs: 10 });
  });
});

test('a method answers its result without the status, and what a success has is there', () => {
  expectTypeOf<
    S360Result<'createOrUpdateOrder'>['orderUpdateData']
  >().toEqualTypeOf<OrderUpdateData>();
  expectTypeOf<S360Result<'getOrderDetails'>>().toEqualTypeOf<{
    orderDetailsData: OrderDetailsData;
  }>();
  expectTypeOf<S360Result<'getCatalogDetailed'>>().toEqualTypeOf<{ catalogData: CatalogData }>();
  expectTypeOf<S360Result<'closeOrder'>>().toEqualTypeOf<{ orderData?: OrderUpdateData }>();
  expectTypeOf<S360Result<'getContactData'>['contactNumber']>().toEqualTypeOf<string>();
  never(() => {
    expectTypeOf(s360.closeOrder).returns.resolves.toEqualTypeOf<
      S360Answer<S360Result<'closeOrder'>>
    >();
  });
});

test('money is a whole number, never a text or a float of its own', () => {
  expectTypeOf<OrderDetailsData['saleAmount']>().toEqualTypeOf<number>();
});

test('the answer narrows on ok', () => {
  never(async () => {
    const answer = await s360.getOrderDetails({ orderId: 7 });
    // @ts-expect-error it may be refused
    void answer.value;
    if (answer.ok) expectTypeOf(answer.value.orderDetailsData.orderState).toEqualTypeOf<string>();
    else expectTypeOf(answer.failure).toEqualTypeOf<S360Failure>();
  });
});

test('there is a method for each operation, and none is called otherwise', () => {
  expectTypeOf<keyof S360Client>().toEqualTypeOf<S360Operation | 'close'>();
});

test('a client is told over which protocol', () => {
  expectTypeOf<S360Options['protocol']>().toEqualTypeOf<'soap' | 'rest'>();
});
