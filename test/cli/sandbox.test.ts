import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, type Desk } from './typed.ts';

let at: Desk;
beforeAll(async () => (at = await desk()));
afterAll(() => at.close());

test('ls lists them, one a line', async () => {
  await at.type('sandbox new listed --dataset empty --seed 9 --ttl never');
  const { code, out } = await at.type('sandbox ls');
  expect(code).toBe(0);
  expect(out).toMatch(/^NAME +CLOCK +DATASET +SEED +TTL +JOURNALLED\n/);
  expect(out).toMatch(/^listed +frozen 2026-03-04T11:00:00Z +empty +9 +never +0$/m);
});

test('new makes one and tells where each vendor answers for it', async () => {
  const line = 'sandbox new mine --clock frozen@2026-05-01T10:00:00+02:00';
  expect(await at.type(line)).toEqual({
    code: 0,
    out:
      `mine: demo, seed 1, clock frozen at 2026-05-01T08:00:00Z\nutick   ${at.url}/~mine/utick/v1\n` +
      `s360    ${at.url}/~mine/s360\nwsone   ${at.url}/~mine/wsone/rest\n` +
      `monext  ${at.url}/~mine/monext/V4/services\n`,
    err: '',
  });
  const { status } = await fetch(`${at.url}/~mine/utick/v1/ping`);
  expect(status).toBe(200);
});

test('new binds credentials to it', async () => {
  const credentials = '{"utick":{"publicKey":"OWN","privateKey":"OWN-PRIVATE"}}';
  await at.type(['sandbox', 'new', 'bound', '--credentials', credentials]);
  const url = '/utick/v1/ping';
  await at.sosie.handle({ method: 'GET', url, body: { publickey: 'OWN' } });
  expect(at.sosie.sandboxes.get('bound').journal.query()).toHaveLength(1);
});

test('fork copies one, and what then happens in one is not seen in the other', async () => {
  await at.type('sandbox new original');
  expect((await at.type('sandbox fork original copy')).code).toBe(0);
  await at.type('clock advance P1D --sandbox copy');
  const now = (name: string) => at.sosie.sandboxes.get(name).clock.get().now;
  expect([now('original'), now('copy')]).toEqual(['2026-03-04T11:00:00Z', '2026-03-05T11:00:00Z']);
});

test('reset brings one back to its start; without a name the default one', async () => {
  await at.type('clock advance P1D');
  const { code, out } = await at.type('sandbox reset');
  expect([code, out]).toEqual([0, expect.stringContaining('frozen at 2026-03-04T11:00:00Z')]);
});

test('rm drops one', async () => {
  await at.type('sandbox new short-lived');
  expect(await at.type('sandbox rm short-lived')).toMatchObject({
    code: 0,
    out: 'short-lived is gone\n',
  });
  expect(await at.type('sandbox rm short-lived')).toMatchObject({ code: 2 });
});

test('--json prints what the API answers', async () => {
  const { out } = await at.type('sandbox new for-a-program --json');
  expect(JSON.parse(out)).toMatchObject({ name: 'for-a-program', dataset: 'demo' });
  const list = await at.type('sandbox ls --json');
  expect(JSON.parse(list.out)).toHaveProperty('sandboxes');
});

test.each([
  // command line                       code  the one line
  ['sandbox new a/b', 2, 'name: a name has 1 to 63 letters, digits, dots, hyphens or underscores'],
  ['sandbox new default', 1, 'name: there is a sandbox "default" already'],
  ['sandbox new x --seed one', 2, '--seed must be a number, not "one"'],
  ['sandbox new x --credentials {', 2, '--credentials must be JSON'],
  ['sandbox new x --ttl 5m', 2, 'ttl: an ISO 8601 duration such as PT1H, or never'],
  ['sandbox rm default', 1, 'calls that name no sandbox go there; reset it instead'],
  ['sandbox reset ..', 2, 'no sandbox ".."'],
  ['sandbox fork defautl copy', 2, 'no sandbox "defautl", did you mean "default"?'],
])('sosie %s ends with exit code %i and one line', async (line, code, said) => {
  expect(await at.type(line)).toEqual({ code, out: '', err: `sosie: ${said}\n` });
});

test('a name that nothing is near to is quoted without what a terminal would obey', async () => {
  const { err } = await at.type(['sandbox', 'rm', 'a\u001b[2Jb']);
  expect(err).toBe('sosie: no sandbox "a\\x1b[2Jb"\n');
});
