import { beforeEach, expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { NOON, NOON_INSTANT, stockNamed, utick } from '../support/utick.ts';

let sosie: Sosie;

beforeEach(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
  return () => sosie.close();
});

const ping = () => utick(sosie, { method: 'GET', path: 'ping' });

test('the clock is read, set and advanced', async () => {
  const { clock } = sosie.sandbox;
  expect(clock.now()).toBe(NOON_INSTANT);
  expect(clock.get()).toEqual({ mode: 'frozen', now: '2026-03-04T11:00:00Z' });
  expect((await clock.advance('PT20M')).to).toBe(NOON_INSTANT + 20 * 60_000);
  expect((await clock.advance('2026-03-04T13:00:00+01:00')).total).toBe(0);
  await clock.set({ at: '2026-03-05T11:00:00Z' });
  expect(clock.now()).toBe(NOON_INSTANT + 24 * 60 * 60_000);
});

test('what the API would refuse is thrown, with its status', async () => {
  await expect(sosie.sandbox.clock.advance('soon')).rejects.toMatchObject({ status: 400 });
  await expect(sosie.sandbox.clock.set({ at: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({
    ...{ status: 409, message: expect.stringContaining('Time never goes back') },
  });
  expect(() => sosie.sandboxes.get('defalt')).toThrow('did you mean "default"?');
});

test('settings are read and set', async () => {
  const { settings } = sosie.sandbox;
  await settings.set('utick', { orderTtlMinutes: 5 });
  expect(settings.get('utick')['orderTtlMinutes']).toMatchObject({ value: 5, default: 20 });
  await expect(settings.set('utick', { orderTtl: 5 })).rejects.toThrow(
    'unknown setting "orderTtl"',
  );
});

test('fault rules are added, listed and removed', async () => {
  const { faults } = sosie.sandbox;
  const { id } = await faults.add({
    ...{ phase: 'before', then: { kind: 'failure', failure: 'signature-invalid' }, times: 1 },
  });
  expect((await ping()).status).toBe(401);
  expect((await ping()).status).toBe(200);
  expect(faults.list()).toMatchObject([{ id, hits: 1, seen: 2 }]);
  await faults.remove(id);
  expect(faults.list()).toEqual([]);
  await expect(faults.remove(id)).rejects.toMatchObject({ status: 404 });
});

test('the journal is read by the id that an answer told', async () => {
  const { headers } = await ping();
  const { journal } = sosie.sandbox;
  expect(journal.read(headers['x-sosie-exchange'] ?? '')).toMatchObject({ operation: 'ping' });
  expect(journal.read(1).number).toBe(1);
  expect(journal.query({ operation: 'ping' })).toHaveLength(1);
  expect(journal.canonical().split('\n')).toHaveLength(1);
});

test('names lead to rows', () => {
  const { data, state, row } = sosie.sandbox;
  const id = data['utick']?.['stocks']?.['hedda'] ?? '';
  expect(id).toBe(stockNamed(sosie, 'hedda'));
  expect(row('utick', 'stocks', id)).toMatchObject({ id });
  expect(state('utick', 'stocks', { limit: 1 }).rows).toHaveLength(1);
  expect(() => row('utick', 'stocks', 'nowhere')).toThrow('no row "nowhere"');
});

test('an action works behind the counter, and invariants still hold', async () => {
  const { act, invariants, agenda } = sosie.sandbox;
  const stockid = stockNamed(sosie, 'hedda');
  await act('utick', 'set-capacity', { stockid, capacity: 300 });
  await expect(
    act('utick', 'set-capacity', { stockid: 'nowhere', capacity: 1 }),
  ).rejects.toMatchObject({ status: 409, more: { failure: { kind: 'stock-unknown' } } });
  expect(invariants().hold).toBe(true);
  expect(agenda().parked).toEqual([]);
});

test('a fork, a reset and a drop do what the API does', async () => {
  const fork = await sosie.sandbox.fork('b');
  await fork.settings.set('utick', { orderTtlMinutes: 5 });
  expect(sosie.sandbox.settings.get('utick')['orderTtlMinutes']?.value).toBe(20);
  await fork.reset();
  expect(fork.settings.get('utick')['orderTtlMinutes']?.value).toBe(20);
  await fork.drop();
  expect(sosie.sandboxes.list().map(({ name }) => name)).toEqual(['default']);
  expect(() => fork.clock.now()).toThrow('no sandbox "b"');
});
