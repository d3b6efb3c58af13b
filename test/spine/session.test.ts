import { beforeEach, describe, expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import {
  namesOf,
  NOON,
  stockNamed,
  utick,
  wish,
  type WireOrder,
  type WireProduct,
  type WireStock,
} from '../support/utick.ts';

let sosie: Sosie;
let hedda: string;

beforeEach(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
  hedda = stockNamed(sosie, 'hedda');
  return () => sosie.close();
});

const buyTwo = async (): Promise<readonly WireProduct[]> => {
  const requests = [await wish(sosie, hedda, 2)];
  const path = 'shop/products//';
  const bought = await utick<readonly WireProduct[]>(sosie, {
    method: 'POST',
    path,
    fields: { requests },
  });
  expect(bought.status).toBe(200);
  return bought.body.response;
};

const orderOf = async (products: readonly WireProduct[]): Promise<WireOrder> => {
  const path = `shop/orders/${products[0]?.orderid}/`;
  return (await utick<WireOrder>(sosie, { method: 'GET', path })).body.response;
};

const stock = async (): Promise<WireStock> => {
  const path = `shop/products/stocks/${hedda}/`;
  return (await utick<WireStock>(sosie, { method: 'GET', path })).body.response;
};

describe('a customer buys two tickets', () => {
  test('two places are two products of one new order, held for twenty minutes', async () => {
    const before = await stock();
    const products = await buyTwo();
    expect(products).toHaveLength(2);
    expect(new Set(products.map((product) => product.orderid)).size).toBe(1);
    const order = await orderOf(products);
    expect(order).toMatchObject({
      status: { id: 0, label: 'Creating' },
      contactid: '',
      created: NOON,
      expires: '2026-03-04T12:20:00+01:00',
      label: expect.stringMatching(/^ORD\d{8}$/) as unknown,
    });
    const after = await stock();
    expect(after.capacity_free).toBe(before.capacity_free - 2);
    expect(after.categories[0]?.capacity_free).toBe((before.categories[0]?.capacity_free ?? 0) - 2);
  });

  test('a confirmed order reads back with its contact and outlives its expiry', async () => {
    const products = await buyTwo();
    const contactid = namesOf(sosie)['contacts']?.['lecomte'];
    const path = `shop/orders/${products[0]?.orderid}/`;
    const fields = { statusid: '1', contactid };
    const confirmed = await utick<WireOrder>(sosie, { method: 'PATCH', path, fields });
    expect(confirmed.body.response).toMatchObject({ status: { id: 1 }, contactid });
    await sosie.sandbox.clock.advance('P1D');
    expect(await orderOf(products)).toMatchObject({ status: { id: 1 }, contactid });
  });

  test('an unconfirmed order is abandoned at its expiry and its places are free again', async () => {
    const before = await stock();
    const products = await buyTwo();
    const advanced = await sosie.sandbox.clock.advance('PT20M');
    expect(advanced.events).toMatchObject([
      { vendor: 'utick', outcome: 'done', at: Date.parse('2026-03-04T12:20:00+01:00') },
    ]);
    expect(advanced.events[0]?.entities).toContain(products[0]?.orderid);
    expect(await orderOf(products)).toMatchObject({ status: { id: -20, label: 'Abandoned' } });
    expect(await stock()).toEqual(before);
  });

  test('a second before its expiry it can be confirmed, at that instant no more', async () => {
    const fields = { statusid: 1, contactid: namesOf(sosie)['contacts']?.['lecomte'] };
    const early = await buyTwo();
    await sosie.sandbox.clock.advance('PT19M59S');
    const path = `shop/orders/${early[0]?.orderid}/`;
    expect((await utick(sosie, { method: 'PATCH', path, fields })).status).toBe(200);

    const late = await buyTwo();
    await sosie.sandbox.clock.advance('PT20M');
    const latePath = `shop/orders/${late[0]?.orderid}/`;
    const refused = await utick(sosie, { method: 'PATCH', path: latePath, fields });
    expect(refused.body).toMatchObject({ success: false, error: { code: 409 } });
  });
});
