import { beforeEach, expect, test } from 'vitest';
import { faultActions } from '#server/control/fault-schema.ts';
import { utick } from '../support/utick.ts';
import { open, type Open } from './control-asking.ts';

let at: Open;

beforeEach(async () => {
  at = await open();
  return () => at.sosie.close();
});

const FAULTS = '/sandboxes/default/faults';
const ping = () => utick(at.sosie, { method: 'GET', path: 'ping' });
const broken = (status: number) => ({ kind: 'status', status, body: {} });

test('a rule strikes the calls it is about, and counts them', async () => {
  const added = await at.ask('POST', FAULTS, {
    when: { vendor: 'utick', operation: 'ping', every: 2 },
    phase: 'before',
    then: { kind: 'failure', failure: 'signature-invalid' },
  });
  expect(added).toMatchObject({ status: 201, body: { id: 'fault-1', seen: 0, hits: 0 } });
  expect((await ping()).status).toBe(200);
  expect((await ping()).status).toBe(401);
  const { body } = await at.ask('GET', `${FAULTS}/fault-1`);
  expect(body).toMatchObject({ seen: 2, hits: 1, when: { every: 2 } });
});

test('rules are listed in the order in which they are tried', async () => {
  for (const id of ['b', 'a']) {
    await at.ask('POST', FAULTS, { id, phase: 'after', then: { kind: 'reset' } });
  }
  const { body } = await at.ask('GET', FAULTS);
  expect(body.faults.map((fault: { id: string }) => fault.id)).toEqual(['b', 'a']);
});

test('a rule under a known id takes its place, counting anew', async () => {
  const rule = { id: 'a', phase: 'before', then: broken(503) };
  await at.ask('POST', FAULTS, rule);
  expect((await ping()).status).toBe(503);
  await at.ask('POST', FAULTS, { ...rule, then: broken(502) });
  const { body } = await at.ask('GET', FAULTS);
  expect(body.faults).toMatchObject([{ id: 'a', hits: 0, then: { status: 502 } }]);
});

test('a rule is over at its instant of the sandbox’s clock', async () => {
  const until = '2026-03-04T12:30:00+01:00';
  const then = broken(503);
  const { body } = await at.ask('POST', FAULTS, { phase: 'before', then, until });
  expect(body.until).toBe('2026-03-04T11:30:00Z');
  expect((await ping()).status).toBe(503);
  await at.sosie.sandbox.clock.advance('PT30M');
  expect((await ping()).status).toBe(200);
});

test('one rule is removed, or all', async () => {
  for (const id of ['a', 'b', 'c']) {
    await at.ask('POST', FAULTS, { id, phase: 'before', then: { kind: 'hang' } });
  }
  expect((await at.ask('DELETE', `${FAULTS}/b`)).status).toBe(204);
  expect((await at.ask('GET', FAULTS)).body.faults).toHaveLength(2);
  expect((await at.ask('DELETE', FAULTS)).status).toBe(204);
  expect((await at.ask('GET', FAULTS)).body.faults).toEqual([]);
  expect((await ping()).status).toBe(200);
});

test.each(['GET', 'DELETE'] as const)('%s of an unknown rule is 404', async (method) => {
  await at.ask('POST', FAULTS, { id: 'mine', phase: 'before', then: { kind: 'hang' } });
  const { status, body } = await at.ask(method, `${FAULTS}/mien`);
  expect(status).toBe(404);
  expect(body.detail).toBe('no fault "mien", did you mean "mine"?');
});

test.each([
  { kind: 'latency', ms: 5 },
  { kind: 'latency', uniform: [1, 5] },
  { kind: 'latency', lognormal: { median: 2, sigma: 0.1 } },
  { kind: 'status', status: 500, body: { a: 1 }, headers: { 'retry-after': '1' } },
  { kind: 'failure', failure: 'order-unknown', data: { id: '1' } },
  { kind: 'hang' },
  { kind: 'reset' },
  { kind: 'empty' },
  { kind: 'truncated' },
  { kind: 'malformed' },
  { kind: 'drip', bytesPerSecond: 10 },
])('%j is a fault', async (then) => {
  const { status, body } = await at.ask('POST', FAULTS, { phase: 'after', then });
  expect(status).toBe(201);
  expect(body.then).toEqual(then);
  expect(Object.keys(faultActions)).toContain(then.kind);
});

const reset = { kind: 'reset' };

test.each([
  // body                                                        pointer           what is said
  [{ phase: 'before' }, '/then', 'missing'],
  [{ then: reset }, '/phase', 'missing'],
  [{ phase: 'during', then: reset }, '/phase', '"during"'],
  [{ phase: 'before', then: 'reset' }, '/then', 'an object with a kind'],
  [{ phase: 'before', then: { kind: 'rest' } }, '/then/kind', 'did you mean "reset"?'],
  [{ phase: 'before', then: { kind: 'explode' } }, '/then/kind', 'there are latency, status'],
  [{ phase: 'before', then: { kind: 'drip' } }, '/then/bytesPerSecond', 'missing'],
  [{ phase: 'before', then: { kind: 'latency' } }, '/then', 'exactly one of ms'],
  [{ phase: 'before', then: { kind: 'latency', ms: -1 } }, '/then/ms', 'must be >= 0'],
  [
    { phase: 'before', then: { kind: 'failure', failure: 'order-unknwn' } },
    '/then/failure',
    'did you mean "order-unknown"?',
  ],
  [
    { phase: 'before', then: reset, when: { vendor: 'utik' } },
    '/when/vendor',
    'did you mean "utick"?',
  ],
  [
    { phase: 'before', then: reset, when: { operation: 'pong' } },
    '/when/operation',
    'did you mean "ping"?',
  ],
  [
    { phase: 'before', then: reset, when: { operaton: 'ping' } },
    '/when/operaton',
    'did you mean "operation"?',
  ],
  [{ phase: 'before', then: reset, when: { nth: 0 } }, '/when/nth', 'must be >= 1'],
  [{ phase: 'before', then: reset, until: 'later' }, '/until', 'date-time'],
])('%j is refused, naming the field', async (rule, pointer, detail) => {
  const { status, body } = await at.ask('POST', FAULTS, rule);
  expect(status).toBe(400);
  expect(body.pointer).toBe(pointer);
  expect(body.detail).toContain(detail);
  expect((await at.ask('GET', FAULTS)).body.faults).toEqual([]);
});

test.each(['duplicate', 'outage', 'stale'])('%s cannot come after the work', async (kind) => {
  const then = { kind, ...(kind === 'outage' ? { for: 'PT5M' } : {}) };
  const given = kind === 'stale' ? { ...then, seconds: 5 } : then;
  const { status, body } = await at.ask('POST', FAULTS, { phase: 'after', then: given });
  expect([status, body.pointer]).toEqual([400, '/phase']);
  expect(body.detail).toBe(`"${kind}" strikes before the work`);
});

test('an outage ends by itself, and a wrong duration is refused', async () => {
  const outage = (duration: string) => ({
    phase: 'before',
    then: { kind: 'outage', for: duration },
  });
  const added = await at.ask('POST', FAULTS, outage('PT5M'));
  expect(added.status).toBe(201);
  expect(added.body.until).toBeDefined();
  const wrong = await at.ask('POST', FAULTS, outage('five minutes'));
  expect([wrong.status, wrong.body.pointer]).toEqual([400, '/then/for']);
});

test.each([
  ['by one of another kind', { phase: 'before', then: { kind: 'reset' } }, 0],
  ['by one of its kind', { phase: 'before', then: { kind: 'stale', seconds: 9 } }, 1],
])('a rule about stale reads that is replaced %s keeps no old state', async (_, rule, views) => {
  const stale = { id: 'f', phase: 'before', then: { kind: 'stale', seconds: 5 } };
  await at.ask('POST', FAULTS, stale);
  const sandbox = at.sosie.core.sandboxes.get('default');
  expect(sandbox?.views.size).toBe(1);
  await at.ask('POST', FAULTS, { ...rule, id: 'f' });
  expect(sandbox?.views.size).toBe(views);
});

test.each([
  ['at its instant', { until: '2026-03-04T12:30:00+01:00' }],
  ['after so many calls', { times: 2 }],
])('a rule about stale reads that ends %s keeps no old state', async (_, end) => {
  const then = { kind: 'stale', seconds: 5 };
  await at.ask('POST', FAULTS, {
    ...{ phase: 'before', then, when: { operation: 'ping' } },
    ...end,
  });
  const sandbox = at.sosie.core.sandboxes.get('default');
  await ping();
  expect(sandbox?.views.size).toBe(1);
  await at.sosie.sandbox.clock.advance('PT30M');
  for (let calls = 0; calls < 2; calls += 1) expect((await ping()).status).toBe(200);
  expect(sandbox?.views.size).toBe(0);
});
