import { beforeEach, describe, expect, test } from 'vitest';
import { stockNamed, utick, wish } from '../support/utick.ts';
import { open, type Open } from './control-asking.ts';

let at: Open;

beforeEach(async () => {
  at = await open();
  return () => at.sosie.close();
});

const buy = async (): Promise<void> => {
  const requests = [await wish(at.sosie, stockNamed(at.sosie, 'hedda'), 1)];
  await utick(at.sosie, { method: 'POST', path: 'shop/products//', fields: { requests } });
};

/** What the data set itself put there: offers that end one day. */
const agenda = async (): Promise<{ total: number; entries: readonly { due: string }[] }> =>
  (await at.ask('GET', '/sandboxes/default/agenda?limit=1000')).body;

const CLOCK = '/sandboxes/default/clock';

describe('reading and setting the clock', () => {
  test('it tells the mode and the time', async () => {
    const { body } = await at.ask('GET', CLOCK);
    expect(body).toEqual({ mode: 'frozen', now: '2026-03-04T11:00:00Z' });
  });

  test('a frozen clock can be let run, and a running one frozen', async () => {
    expect((await at.ask('PUT', CLOCK, { mode: 'running' })).body.mode).toBe('running');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const later = (await at.ask('PUT', CLOCK, { mode: 'frozen' })).body;
    expect(Date.parse(later.now)).toBeGreaterThan(Date.parse('2026-03-04T11:00:00Z'));
    expect((await at.ask('GET', CLOCK)).body).toEqual(later);
  });

  test('set forward, it runs what falls due on the way', async () => {
    const { total } = await agenda();
    await buy();
    const { body } = await at.ask('PUT', CLOCK, { at: '2026-03-05T00:00:00Z' });
    expect(body).toEqual({ mode: 'frozen', now: '2026-03-05T00:00:00Z' });
    expect((await agenda()).total).toBe(total);
    const { body: journal } = await at.ask('GET', '/sandboxes/default/journal?outcome=done');
    expect(journal.records.at(-1)).toMatchObject({ kind: 'event', at: '2026-03-04T11:20:00Z' });
  });

  test('frozen at an instant, it stands exactly there', async () => {
    await at.ask('PUT', CLOCK, { mode: 'running' });
    const { body } = await at.ask('PUT', CLOCK, { mode: 'frozen', at: '2026-03-05T00:00:00Z' });
    expect(body).toEqual({ mode: 'frozen', now: '2026-03-05T00:00:00Z' });
  });

  test('setting it back answers 409 and changes nothing', async () => {
    const { status, body } = await at.ask('PUT', CLOCK, {
      ...{ mode: 'running', at: '2026-03-04T10:59:59Z' },
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ title: 'Time never goes back', pointer: '/at' });
    expect((await at.ask('GET', CLOCK)).body.mode).toBe('frozen');
  });

  test.each([
    [{ mode: 'stopped' }, '/mode'],
    [{ at: 'tomorrow' }, '/at'],
    [{ at: 'next' }, '/at'],
    [{ at: '2026-03-05T00:00:00' }, '/at'],
    [{ now: '2026-03-05T00:00:00Z' }, '/now'],
  ])('%j is refused, naming the field', async (body, pointer) => {
    const refusal = await at.ask('PUT', CLOCK, body);
    expect(refusal).toMatchObject({ status: 400, body: { pointer } });
  });
});

describe('advancing', () => {
  const advance = (body: object) => at.ask('POST', `${CLOCK}/advance`, body);

  test('it answers what happened, in order, each at its own time', async () => {
    await buy();
    const { body } = await advance({ by: 'PT30M' });
    expect(body).toMatchObject({
      ...{ from: '2026-03-04T11:00:00Z', to: '2026-03-04T11:30:00Z', total: 1 },
      counts: { 'utick.expire-order': 1 },
      events: [{ at: '2026-03-04T11:20:00Z', vendor: 'utick', kind: 'expire-order' }],
    });
    expect(body.cursor).toBe(body.events[0].journal);
    const record = await at.ask('GET', `/sandboxes/default/journal/${body.cursor}`);
    expect(record.body).toMatchObject({ kind: 'event', operation: 'expire-order' });
  });

  test.each([
    ['to an instant', { to: '2026-03-04T13:00:00+01:00' }, '2026-03-04T12:00:00Z'],
    ['to the next entry due', { to: 'next' }, '2026-03-04T11:20:00Z'],
    ['by a month of the calendar', { by: 'P1M' }, '2026-04-04T10:00:00Z'],
  ])('it goes %s', async (_, body, to) => {
    await buy();
    expect((await advance(body)).body.to).toBe(to);
  });

  test('it goes until nothing is due', async () => {
    await buy();
    const last = (await agenda()).entries.at(-1)?.due;
    expect((await advance({ to: 'idle' })).body.to).toBe(last);
    expect(await agenda()).toMatchObject({ total: 0 });
  });

  test('a running clock keeps running from there', async () => {
    await at.ask('PUT', CLOCK, { mode: 'running' });
    await advance({ by: 'P1D' });
    const { body } = await at.ask('GET', CLOCK);
    expect(body.mode).toBe('running');
    expect(Date.parse(body.now)).toBeGreaterThanOrEqual(Date.parse('2026-03-05T11:00:00Z'));
  });

  test('an instant that has passed answers 409', async () => {
    const { status, body } = await advance({ to: '2026-03-04T10:00:00Z' });
    expect(status).toBe(409);
    expect(body.detail).toContain("lies before the sandbox's time, 2026-03-04T11:00:00Z");
  });

  test.each([
    [{}, 'exactly one of by and to'],
    [{ by: 'PT1M', to: 'next' }, 'exactly one of by and to'],
    [{ by: 'next' }, 'an ISO 8601 duration'],
    [{ to: 'PT1M' }, '"next" or "idle"'],
    [{ by: 5 }, 'Expected string'],
  ])('%j is refused with a line that says why', async (body, detail) => {
    const refusal = await advance(body);
    expect(refusal.status).toBe(400);
    expect(refusal.body.detail).toContain(detail);
  });
});

describe('the agenda', () => {
  test('it tells what is due and when, the nearest first', async () => {
    const { total } = await agenda();
    await buy();
    await at.sosie.sandbox.clock.advance('PT1M');
    await buy();
    const { body } = await at.ask('GET', '/sandboxes/default/agenda?limit=1');
    expect(body).toMatchObject({
      ...{ total: total + 2, parked: [] },
      entries: [
        {
          ...{ vendor: 'utick', due: '2026-03-04T11:20:00Z' },
          command: { kind: 'expire-order' },
        },
      ],
    });
    expect(body.entries).toHaveLength(1);
  });

  test.each(['limit=0', 'limit=ten', 'limit=5000', 'limt=1'])('?%s is refused', async (query) => {
    expect((await at.ask('GET', `/sandboxes/default/agenda?${query}`)).status).toBe(400);
  });
});
