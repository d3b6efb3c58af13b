import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeliveryResult } from '#kernel/vendor.ts';
import { desk, type Desk } from './typed.ts';

let at: Desk;
let answer: DeliveryResult = { ok: true, status: 204 };
beforeAll(async () => (at = await desk({}, { deliver: () => Promise.resolve(answer) })));
afterAll(() => at.close());

/** A vendor tells its customer's system something. */
async function emit(): Promise<void> {
  const sandbox = at.sosie.core.sandboxes.get('default');
  const vendor = sandbox?.universe.vendors.get('utick');
  if (!sandbox || !vendor) throw new Error('no sandbox');
  await sandbox.command({
    ...{ vendor, receivedAt: 0, kind: 'tell', command: {} },
    decide: ({ draft }) => {
      draft.emit({ kind: 'order-paid', method: 'POST', url: 'http://127.0.0.1:9/hook' });
      return { commit: true, value: undefined };
    },
  });
}

test('collected ones are listed, and sent by hand', async () => {
  expect(await at.type('outbox ls')).toEqual({ code: 0, out: 'mode send: nothing\n', err: '' });
  expect((await at.type('outbox mode collect')).out).toBe('collect\n');
  expect((await at.type('outbox mode')).out).toBe('collect\n');
  await emit();
  const { out } = await at.type('outbox ls');
  expect(out).toMatch(/^mode collect: 1 of 1\nID +EMITTED +VENDOR +KIND +STATUS +ATTEMPTS /);
  expect(out).toMatch(
    /^1 +2026-03-04T11:00:00Z +utick +order-paid +collected +0 +- +POST http:\/\/127\.0\.0\.1:9\/hook$/m,
  );
  const sent = await at.type('outbox deliver 1');
  expect([sent.code, sent.out]).toEqual([0, expect.stringMatching(/ delivered +1 +204 /)]);
});

test('one that nobody takes is exit code 1', async () => {
  answer = { ok: false, status: 500, why: 'answered 500' };
  const { code, out, err } = await at.type('outbox deliver 1');
  expect([code, err]).toEqual([1, 'sosie: 1 was not taken: answered 500\n']);
  expect(out).toContain('failed');
});

test('--json prints what the API answers, a page of it', async () => {
  const { out } = await at.type('outbox ls --after 1 --limit 5 --json');
  expect(JSON.parse(out)).toEqual({ mode: 'collect', total: 1, notifications: [] });
  expect((await at.type('outbox ls --after 1')).out).toBe('mode collect: nothing more\n');
});

test.each(['drop', 'duplicate', 'reorder'])(
  'the mode %s says that it is not built',
  async (mode) => {
    expect(await at.type(`outbox mode ${mode}`)).toEqual({
      code: 2,
      out: '',
      err: `sosie: outbox mode "${mode}": not built yet\n`,
    });
  },
);

test('what is not there or no mode is wrong use, said in one line', async () => {
  expect(await at.type('outbox deliver 9')).toMatchObject({
    code: 2,
    err: 'sosie: no notification "9"\n',
  });
  const { code, err } = await at.type('outbox mode keep');
  expect(code).toBe(2);
  expect(err).toMatch(/^sosie: mode: Expected one of "send", "collect".*\n$/);
});
