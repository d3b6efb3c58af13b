import { expect, test } from 'vitest';
import { createClients } from '#client/index.ts';
import { s360 as contract } from '#contracts/s360/index.ts';
import type { Operation } from '#kit/operation.ts';
import { calledIn, demoSosie, keys, PROTOCOLS, s360Of, type Protocol } from './desk.ts';
import { tour } from './tour.ts';

const calls = Object.entries<Operation>(contract.operations)
  .filter(([, { access, notBuilt }]) => !notBuilt && access !== 'none')
  .map(([name]) => name);
/** What a client asks for itself. */
const before: Readonly<Record<Protocol, readonly string[]>> = { rest: ['logIn'], soap: ['wsdl'] };

test.each(PROTOCOLS)(
  'every operation that is built is called over %s, in process',
  async (wire) => {
    const sosie = await demoSosie();
    await tour(s360Of(sosie, wire));
    const called = calledIn(sosie).filter((name) => name !== undefined);
    expect(called.toSorted()).toEqual([...calls, ...before[wire]].toSorted());
    await sosie.close();
  },
);

test.each(PROTOCOLS)('and over a real port by %s', async (protocol) => {
  const sosie = await demoSosie();
  const server = await sosie.listen({ port: 0 });
  const { s360, close } = createClients({ baseUrl: server.url, s360: { ...keys, protocol } });
  await tour(s360);
  expect(calledIn(sosie)).toEqual(expect.arrayContaining(calls));
  await close();
  await sosie.close();
});

/** The one text that the vendor writes as HTML over SOAP. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/<p>([^<]*)<\/p>/g, '$1'));

test('both wires answer the same, to the last field', async () => {
  const [rest, soap] = await Promise.all(
    PROTOCOLS.map(async (wire) => {
      const sosie = await demoSosie();
      const seen = await tour(s360Of(sosie, wire));
      await sosie.close();
      return seen;
    }),
  );
  expect(JSON.stringify(soap)).toContain('<p>Plein Tarif</p>');
  expect(plain(soap)).toEqual(rest);
});
