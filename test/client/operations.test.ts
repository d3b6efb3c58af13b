import { expect, test } from 'vitest';
import { createClients } from '#client/index.ts';
import { utick as contract } from '#contracts/utick/index.ts';
import type { Operation } from '#kit/operation.ts';
import type { Sosie } from '#server/index.ts';
import { callNamed, demoSosie, keys, messageFor, utickOf } from './shop.ts';
import { tour } from './tour.ts';

const operations = Object.entries<Operation>(contract.operations);
const built = operations.filter(([, { notBuilt }]) => !notBuilt).map(([name]) => name);
const declared = operations.filter(([, { notBuilt }]) => notBuilt);

const dataOf = (sosie: Sosie) => sosie.sandbox.data['utick'] ?? {};

const calledIn = (sosie: Sosie): readonly (string | undefined)[] => {
  const records = sosie.sandbox.journal.query({ limit: 1000 });
  return [...new Set(records.map(({ operation }) => operation))];
};

test('every operation that is built is called by its name, in process', async () => {
  const sosie = await demoSosie();
  await tour(utickOf(sosie), dataOf(sosie));
  expect(calledIn(sosie).toSorted()).toEqual(built.toSorted());
  await sosie.close();
});

test('and the same over a real port', async () => {
  const sosie = await demoSosie();
  const server = await sosie.listen({ port: 0 });
  const { utick, close } = createClients({ baseUrl: server.url, utick: keys });
  await tour(utick, dataOf(sosie));
  expect(calledIn(sosie).toSorted()).toEqual(built.toSorted());
  await close();
  await sosie.close();
});

test.each(declared)('%s is there, and comes back as not built', async (name, operation) => {
  const sosie = await demoSosie();
  const answer = await callNamed(utickOf(sosie), name, messageFor(operation));
  expect(answer).toMatchObject({
    ok: false,
    failure: { code: 501, status: 501, message: `Not built yet: ${name}` },
    response: { status: 501, attempts: 1 },
  });
  expect(calledIn(sosie)).toEqual([name]);
  await sosie.close();
});
