import { beforeAll, expect, it, test } from 'vitest';
import { wsone as contract } from '#contracts/wsone/index.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { wsone } from '../../support/wsone.ts';

let sosie: Sosie;

beforeAll(async () => {
  sosie = await createSosie({ clock: '2026-03-04T10:00:00+01:00', hardened: true });
  return () => sosie.close();
});

const operations = Object.entries(contract.operations).map(([name, { path }]) => {
  const service = /(\w+WebService)/.exec(path)?.[1] ?? '';
  return [name, service] as const;
});

const claimedBy = (): string | undefined => sosie.sandbox.journal.query({ limit: 1 })[0]?.operation;

it.each(operations)('%s is found with a version in its path and without', async (name, service) => {
  for (const version of ['', '1.0/', '2.0/', '12.34/']) {
    const { status } = await wsone(sosie, { path: `${version}${service}/${name}`, body: {} });
    expect([version, status, claimedBy()]).toEqual([version, 200, name]);
  }
});

it.each(['2', 'v2.0', '2.0.1', '2,0'])('“%s” is no version', async (version) => {
  const path = `${version}/personWebService/getEntities`;
  const { status, body } = await wsone(sosie, { path, body: {} });
  expect([status, body.responseCode]).toEqual([404, '990']);
});

test('there are 29 operations', () => {
  expect(operations).toHaveLength(29);
});
