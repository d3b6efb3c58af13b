import { beforeEach, expect, test } from 'vitest';
import { AUDIO, EXPO, LAST, openMuseum, pass, places, type Museum } from './museum.ts';

let museum: Museum;
beforeEach(async () => {
  museum = await openMuseum();
  return () => museum.sandbox.drop();
});

const act = (action: string, parameters: object) => museum.sandbox.act('s360', action, parameters);
const ONLINE = 466646159;
const codeOf = async (asked: object) => (await museum.update({ ...asked })).body.statusCode;
const visit = (of: typeof EXPO, quantity = 1) => ({
  singleEntryAttributionOperations: [places(of, quantity)],
});

test('take-off-sale suspends a performance, put-on-sale lets it run again; the catalogue shows both', async () => {
  const states = async () => {
    const path = 'catalogService/v1_33/getCatalogDetailed';
    const { body } = await museum.call(path, {});
    return JSON.stringify(body).split(`"id":${EXPO.performanceId}`)[1]?.slice(0, 60) ?? '';
  };
  expect(await states()).toContain('"state":"RUNNING"');
  await act('take-off-sale', { id: EXPO.performanceId });
  expect(await states()).toContain('"state":"SUSPENDED"');
  expect(await codeOf(visit(EXPO))).toBe('error.item.notOnSale');
  await act('put-on-sale', { id: EXPO.performanceId });
  expect(await codeOf(visit(EXPO))).toBe('success');
});

test('set-availability makes places, and takes them away', async () => {
  await act('set-availability', { ...LAST, contingentId: ONLINE, free: 5 });
  expect(await codeOf(visit(LAST, 5))).toBe('success');
  expect(await codeOf(visit(LAST))).toBe('error.order.availability');
  await act('set-availability', { ...EXPO, contingentId: ONLINE, free: 0 });
  expect(await codeOf(visit(EXPO))).toBe('error.order.availability');
});

test('set-availability counts units of an item that was never sold out', async () => {
  const asked = (quantity: number) => ({ simpleProductOperations: [pass(quantity)] });
  const { orderId, mainOperationId: operationId } = await museum.updated(asked(4));
  await act('set-availability', { itemId: 466638397, contingentId: ONLINE, free: 3 });
  expect(await codeOf(asked(4))).toBe('error.order.availability');
  expect(await codeOf(asked(3))).toBe('success');
  // What was sold before is not counted, so it may still change.
  const change = { orderId, simpleProductOperations: [{ operationId, quantity: 9 }] };
  expect(await codeOf(change)).toBe('success');
});

test('units of an item are counted', async () => {
  await act('set-availability', { itemId: AUDIO, contingentId: ONLINE, free: 1 });
  const asked = { simpleProductOperations: [pass(2, { itemId: AUDIO })] };
  expect(await codeOf(asked)).toBe('error.order.availability');
});

test.each<[string, object, RegExp]>([
  ['set-abandon-delay', { salesChannelId: 1, delay: 5 }, /sales-channel-unknown/],
  ['grant-waiting-account', { contactNumber: '1' }, /contact-unknown/],
  ['put-on-sale', { id: 1 }, /item-unknown/],
  ['set-availability', { ...EXPO, contingentId: 1, free: 5 }, /capacity-unknown/],
  ['delay-bar-codes', { institution: 'NOBODY', seconds: 1 }, /institution-unknown/],
])('%s of what is not there is refused', async (action, parameters, why) => {
  await expect(act(action, parameters)).rejects.toThrow(why);
});
