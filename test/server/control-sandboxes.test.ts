import { beforeEach, expect, test } from 'vitest';
import { NOON_INSTANT, signed, utick } from '../support/utick.ts';
import { open, type Open } from './control-asking.ts';

let at: Open;

beforeEach(async () => {
  at = await open();
  return () => at.sosie.close();
});

test('the default sandbox is there from the start and never dies of idleness', async () => {
  const { body } = await at.ask('GET', '/sandboxes');
  expect(body.sandboxes).toEqual([
    {
      name: 'default',
      dataset: 'demo',
      seed: 1,
      clock: { mode: 'frozen', now: '2026-03-04T11:00:00Z' },
      ttl: 'never',
      commits: 0,
      journalled: 0,
      paths: {
        utick: '/utick/v1',
        s360: '/s360',
        wsone: '/wsone/rest',
        monext: '/monext/V4/services',
      },
    },
  ]);
});

test('a sandbox is made as it is asked for, and is reached by its path', async () => {
  const { body } = await at.ask('POST', '/sandboxes', {
    name: 'a',
    dataset: 'demo',
    seed: 7,
    clock: 'frozen@2027-01-01T00:00:00Z',
    ttl: 'PT5M',
  });
  expect(body).toMatchObject({
    ...{
      name: 'a',
      seed: 7,
      ttl: 'PT5M',
      paths: {
        utick: '/~a/utick/v1',
        s360: '/~a/s360',
        wsone: '/~a/wsone/rest',
        monext: '/~a/monext/V4/services',
      },
    },
    clock: { mode: 'frozen', now: '2027-01-01T00:00:00Z' },
  });
  expect((await utick(at.sosie, { method: 'GET', path: 'ping', sandbox: 'a' })).status).toBe(200);
  expect((await at.ask('GET', '/sandboxes/a')).body).toMatchObject({ name: 'a', journalled: 1 });
});

test('a sandbox made by the API lives for an hour after its last use, unless it says otherwise', async () => {
  expect((await at.ask('POST', '/sandboxes', { name: 'a' })).body.ttl).toBe('PT1H');
  expect((await at.ask('POST', '/sandboxes', { name: 'b', ttl: 'never' })).body.ttl).toBe('never');
});

test('looking at the list keeps no sandbox alive, asking for one of them does', async () => {
  const { sandboxes, host } = at.sosie.core;
  for (const name of ['listed', 'asked']) {
    await at.ask('POST', '/sandboxes', { name });
    sandboxes.touch(name, 0);
  }
  await at.ask('GET', '/sandboxes/asked');
  expect((await at.ask('GET', '/sandboxes')).body.sandboxes).toHaveLength(3);
  expect(await sandboxes.expire(host())).toEqual(['listed']);
});

test('whoever uses a bound credential lands in its sandbox', async () => {
  const keys = { publicKey: 'MY-PUBLIC', privateKey: 'MY-PRIVATE' };
  await at.ask('POST', '/sandboxes', { name: 'mine', credentials: { utick: keys } });
  const response = await at.sosie.handle({
    ...{ method: 'GET', url: '/utick/v1/ping', receivedAt: NOON_INSTANT },
    body: signed(NOON_INSTANT, keys),
  });
  expect(response).toMatchObject({ status: 200, headers: { 'x-sosie-exchange': 'mine.1' } });
});

test('a credential that two sandboxes ask for at once goes to one, and the other is refused', async () => {
  const keys = { publicKey: 'MY-PUBLIC', privateKey: 'MY-PRIVATE' };
  const asked = await Promise.allSettled(
    ['a', 'b'].map((name) => at.sosie.sandboxes.create({ name, credentials: { utick: keys } })),
  );
  const refused = asked.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as unknown] : [],
  );
  expect(refused).toMatchObject([
    { detail: 'bound to sandbox "a" already', pointer: '/credentials/utick' },
  ]);
  expect(at.sosie.sandboxes.list().map(({ name }) => name)).toEqual(['default', 'a']);
});

test.each([
  // body                                             pointer               what is said
  [{}, '/name', '“name” is missing.'],
  [{ name: '../etc' }, '/name', '1 to 63 letters'],
  [{ name: 'a', datset: 'x' }, '/datset', 'did you mean "dataset"?'],
  [{ name: 'a', dataset: '/etc/passwd' }, '/dataset', 'below the folder where sosie was started'],
  [{ name: 'a', dataset: 'demo+../x.yaml' }, '/dataset', 'below the folder'],
  [{ name: 'a', dataset: 'dmeo' }, '/dataset', 'did you mean "demo"?'],
  [{ name: 'a', seed: -1 }, '/seed', 'must be >= 0'],
  [{ name: 'a', clock: 'yesterday' }, '/clock', 'running@ISO'],
  [{ name: 'a', ttl: '5 minutes' }, '/ttl', 'an ISO 8601 duration'],
  [{ name: 'a', credentials: { utik: {} } }, '/credentials/utik', 'did you mean "utick"?'],
  [{ name: 'a', credentials: { utick: {} } }, '/credentials/utick/publicKey', 'missing'],
])('a sandbox asked for as %j is refused, naming the field', async (body, pointer, detail) => {
  const refusal = await at.ask('POST', '/sandboxes', body);
  expect(refusal.status).toBe(400);
  expect(refusal.body).toMatchObject({ pointer, detail: expect.stringContaining(detail) });
  expect((await at.ask('GET', '/sandboxes')).body.sandboxes).toHaveLength(1);
});

test('a name that is taken is refused, for a new sandbox and for a fork', async () => {
  for (const path of ['/sandboxes', '/sandboxes/default/fork']) {
    const { status, body } = await at.ask('POST', path, { name: 'default' });
    expect(status).toBe(409);
    expect(body).toMatchObject({ title: 'Sandbox exists', pointer: '/name' });
  }
});

test('a fork starts as the other stands, and then goes its own way', async () => {
  await utick(at.sosie, { method: 'GET', path: 'ping' });
  await at.ask('PUT', '/sandboxes/default/settings/utick', { orderTtlMinutes: 5 });
  const { body } = await at.ask('POST', '/sandboxes/default/fork', { name: 'b' });
  expect(body).toMatchObject({ name: 'b', forkedFrom: 'default', commits: 1, journalled: 0 });
  await at.ask('PUT', '/sandboxes/default/settings/utick', { orderTtlMinutes: 6 });
  const settings = await at.ask('GET', '/sandboxes/b/settings/utick');
  expect(settings.body.orderTtlMinutes.value).toBe(5);
});

test('a fork sends nothing that its original emitted', async () => {
  const sent: string[] = [];
  let answer = (): void => undefined;
  const here = await open({
    deliver: (entry) => {
      sent.push(entry.id);
      return new Promise((resolve) => (answer = () => resolve({ ok: true, status: 200 })));
    },
  });
  const sandbox = here.sosie.core.sandboxes.get('default');
  const vendor = sandbox?.universe.vendors.get('utick');
  if (!sandbox || !vendor) throw new Error('no sandbox');
  await sandbox.command({
    ...{ vendor, receivedAt: 0, kind: 'tell', command: {} },
    decide: ({ draft }) => {
      draft.emit({ kind: 'order-paid', method: 'POST', url: 'http://127.0.0.1:9/hook' });
      return { commit: true, value: undefined };
    },
  });
  await here.ask('POST', '/sandboxes/default/fork', { name: 'copy' });
  answer();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(sent).toEqual(['1']);
  const statusIn = async (name: string) => {
    const { body } = await here.ask('GET', `/sandboxes/${name}/outbox`);
    return body.notifications.map(({ status }: { status: string }) => status);
  };
  expect([await statusIn('default'), await statusIn('copy')]).toEqual([
    ['delivered'],
    ['collected'],
  ]);
  await here.sosie.close();
});

test('a reset brings back the data set, the clock and the settings, and empties the journal', async () => {
  await at.ask('PUT', '/sandboxes/default/settings/utick', { orderTtlMinutes: 5 });
  await at.ask('POST', '/sandboxes/default/clock/advance', { by: 'P1D' });
  const { body } = await at.ask('POST', '/sandboxes/default/reset');
  expect(body).toMatchObject({ clock: { now: '2026-03-04T11:00:00Z' }, commits: 0 });
  const settings = await at.ask('GET', '/sandboxes/default/settings/utick');
  expect(settings.body.orderTtlMinutes.value).toBe(20);
  expect((await at.ask('GET', '/sandboxes/default/journal')).body.records).toEqual([]);
});

test('a dropped sandbox is gone, and its name is free again', async () => {
  await at.ask('POST', '/sandboxes', { name: 'a' });
  expect((await at.ask('DELETE', '/sandboxes/a')).status).toBe(204);
  expect((await at.ask('GET', '/sandboxes/a')).status).toBe(404);
  expect((await at.ask('POST', '/sandboxes', { name: 'a' })).status).toBe(201);
});

test('the default sandbox cannot be dropped', async () => {
  const { status, body } = await at.ask('DELETE', '/sandboxes/default');
  expect(status).toBe(409);
  expect(body.detail).toContain('reset it instead');
});

test('an unknown sandbox is 404 with the nearest name, wherever it is named', async () => {
  const calls = [
    ...(['', '/clock', '/agenda', '/settings/utick', '/invariants', '/data'] as const),
    ...(['/faults', '/journal', '/journal/1', '/journal/stream', '/state/utick'] as const),
    ...(['/state/utick/orders', '/outbox'] as const),
  ];
  for (const call of calls) {
    const { status, body } = await at.ask('GET', `/sandboxes/defalt${call}`);
    expect(status, call).toBe(404);
    expect(body.detail).toBe('no sandbox "defalt", did you mean "default"?');
  }
});
