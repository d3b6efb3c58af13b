import { beforeEach, expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { s360, type S360Call } from '../../support/s360.ts';
import { NOON, NOON_INSTANT } from '../../support/utick.ts';

interface WireProduct {
  readonly id: number;
  readonly code: string;
  readonly state: string;
  readonly productFamilyType: string;
  readonly event?: { readonly performances: readonly { readonly prices: readonly object[] }[] };
}
interface Catalogue {
  readonly requestId?: number;
  readonly catalogData?: {
    readonly seasons: readonly {
      readonly code: string;
      readonly products: readonly WireProduct[];
    }[];
  };
}

let sosie: Sosie;
beforeEach(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
  return () => sosie.close();
});

const path = 'catalogService/v1_33/getCatalogDetailed';
const ask = (body: S360Call['body'] = {}, more: Partial<S360Call> = {}) =>
  s360<Catalogue>(sosie, { path, body, ...more });
const productsOf = ({ catalogData }: Catalogue): readonly WireProduct[] =>
  catalogData?.seasons.flatMap(({ products }) => products) ?? [];

test('getCatalogDetailed shows what is running or suspended, and no more', async () => {
  const { body } = await ask();
  expect(new Set(productsOf(body).map(({ state }) => state))).toEqual(
    new Set(['RUNNING', 'SUSPENDED']),
  );
  const extended = productsOf((await ask({ scope: 'EXTENDED' })).body);
  expect(extended.filter(({ state }) => state === 'CLOSED')).toHaveLength(1);
});

test('getCatalogDetailed sells at least ten dated series, as a public client checks', async () => {
  const events = productsOf((await ask()).body).filter(({ event }) => event);
  expect(events.length).toBeGreaterThanOrEqual(10);
  for (const { event } of events) {
    expect(event?.performances.length).toBeGreaterThan(0);
    expect(event?.performances.every(({ prices }) => prices.length > 0)).toBe(true);
  }
});

test('an operator sees the catalogue of its own institution', async () => {
  const museum = productsOf((await ask()).body).map(({ code }) => code);
  const arena = productsOf((await ask({}, { operator: 'PLAY_B2C' })).body).map(({ code }) => code);
  expect(museum).toContain('VIPentry');
  expect(arena).toEqual(['ASTDN', 'MATCH1', 'ST1']);
});

test.each([
  // asked for                                   | product codes
  [{ seasonCode: 'S1', productCode: 'VIPentry' }, ['VIPentry']],
  [{ seasonCode: 'Y' }, []],
  [{ productCode: 'NOTHING' }, []],
])('getCatalogDetailed of %o holds %o', async (asked, codes) => {
  expect(productsOf((await ask(asked)).body).map(({ code }) => code)).toEqual(codes);
});

test('a call that came in progress is answered when it comes back, with its request id or not', async () => {
  await sosie.sandbox.settings.set('s360', { catalogueInProgress: 2 });
  const first = await ask();
  expect(first.body).toEqual({ requestId: 1, statusCode: 'in_progress' });
  const { body } = await ask({ requestId: '1' });
  expect(body).toEqual({ requestId: 1, statusCode: 'in_progress' });
  expect((await ask({ requestId: 1 })).body.statusCode).toBe('success');
  expect((await ask()).body.statusCode).toBe('success');
});

test.each([
  // settings                                                        | statuses of three calls
  [{}, [200, 200, 200]],
  [{ catalogueIntervalMinutes: 10 }, [200, 509, 509]],
  [{ catalogueIntervalMinutes: 10, rateLimitStatus: 429 }, [200, 429, 429]],
  [{ callsPerMinute: 2 }, [200, 200, 509]],
])('with the limits %o three calls answer %o', async (settings, statuses) => {
  await sosie.sandbox.settings.set('s360', settings);
  const seen = [];
  for (let call = 0; call < 3; call += 1) seen.push((await ask()).status);
  expect(seen).toEqual(statuses);
});

test('a limit is over when its time has passed, and it is the institution’s own', async () => {
  await sosie.sandbox.settings.set('s360', { catalogueIntervalMinutes: 10 });
  await ask();
  expect((await ask({}, { operator: 'PLAY_B2C' })).status).toBe(200);
  expect((await ask({}, { operator: 'MOSA_DESK' })).status).toBe(509);
  await sosie.sandbox.clock.advance('PT10M');
  expect((await ask({}, { at: NOON_INSTANT + 600_000 })).status).toBe(200);
});

test('a catalogue that is in progress is no extraction yet, asked again with its id or without', async () => {
  await sosie.sandbox.settings.set('s360', {
    catalogueIntervalMinutes: 10,
    catalogueInProgress: 2,
  });
  const { requestId } = (await ask()).body;
  expect((await ask()).body).toMatchObject({ statusCode: 'in_progress' });
  expect(productsOf((await ask({ requestId })).body)).not.toEqual([]);
  expect((await ask({ requestId })).status).toBe(509);
});

test('calls of all services count together where the limit is the institution’s', async () => {
  await sosie.sandbox.settings.set('s360', { callsPerMinute: 1, rateLimitScope: 'institution' });
  await ask();
  const alive = await s360(sosie, { path: 'catalogService/v1_33/isCatalogServiceAlive' });
  expect(alive.status).toBe(509);
});

test('getPOSConfig tells each channel its own delay', async () => {
  const delayOf = async (operator: string) => {
    const call = { path: 'catalogService/v1_33/getPOSConfig', operator };
    const { body } = await s360<{ posConfigData: Record<string, unknown> }>(sosie, call);
    return [body.posConfigData['posId'], body.posConfigData['orderAbandonDelay']];
  };
  expect(await delayOf('MOSA_B2C')).toEqual([10228166972627, 20]);
  expect(await delayOf('MOSA_DESK')).toEqual([466653735, 5]);
});
