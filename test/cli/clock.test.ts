import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signed } from '../support/utick.ts';
import { desk, type Desk } from './typed.ts';

let at: Desk;
beforeAll(async () => (at = await desk()));
afterAll(() => at.close());
beforeEach(() => at.type('sandbox reset'));

const fine = (out: string) => ({ code: 0, out: `${out}\n`, err: '' });
const refused = (line: string) => ({ code: 2, out: '', err: `sosie: ${line}\n` });

test('get tells what time it is in a sandbox, and whether it runs', async () => {
  expect(await at.type('clock get')).toEqual(fine('2026-03-04T11:00:00Z  frozen'));
});

test('with --json a program gets what the API answers', async () => {
  const { out } = await at.type('clock get --json');
  expect(JSON.parse(out)).toEqual({ mode: 'frozen', now: '2026-03-04T11:00:00Z' });
});

test.each([
  ['frozen', '2026-03-04T11:00:00Z  frozen'],
  ['2026-03-05T09:00:00+01:00', '2026-03-05T08:00:00Z  frozen'],
  ['frozen@2026-03-06T09:00:00+01:00', '2026-03-06T08:00:00Z  frozen'],
])('set %s leaves it at %s', async (clock, shown) => {
  expect(await at.type(`clock set ${clock}`)).toEqual(fine(shown));
});

test('set running lets it go on from an instant', async () => {
  const { out } = await at.type('clock set running@2026-03-05T09:00:00+01:00');
  expect(out).toMatch(/^2026-03-05T08:00:0\d(\.\d+)?Z {2}running\n$/);
});

test('advance tells what happened on the way, in order', async () => {
  expect(await at.type('clock advance PT1M')).toEqual(
    fine('from 2026-03-04T11:00:00Z to 2026-03-04T11:01:00Z\nnothing fell due'),
  );
  const { id } = await forgottenOrder();
  expect(await at.type('clock advance next')).toEqual(
    fine(
      'from 2026-03-04T11:01:00Z to 2026-03-04T11:21:00Z\n' +
        `2026-03-04T11:21:00Z  utick  expire-order  done  ${id}`,
    ),
  );
});

test('advance goes to an instant, or until nothing is due', async () => {
  const { out } = await at.type('clock advance 2026-03-05T09:00:00+01:00');
  expect(out).toContain('to 2026-03-05T08:00:00Z');
  expect((await at.type('clock advance idle')).code).toBe(0);
});

test('another sandbox is named by --sandbox', async () => {
  await at.type('sandbox new elsewhere --clock 2022-01-01T00:00:00Z');
  expect(await at.type('clock get --sandbox elsewhere')).toEqual(
    fine('2022-01-01T00:00:00Z  frozen'),
  );
});

test.each([
  // command line          the one line
  ['clock gte', "unknown command 'gte'; did you mean get?"],
  ['clock set', "missing required argument 'clock'"],
  ['clock set runing', '"runing" is no clock and no instant; did you mean running?'],
  ['clock set frozen@noon', 'at: "noon" is not an instant with its zone'],
  [
    'clock advance 20m',
    '"20m" is not a time to go to: a duration (PT20M), an instant (2026-03-04T10:00:00+01:00), next or idle',
  ],
  ['clock advance P20', 'by: "P20" is not an ISO 8601 duration such as PT20M'],
  ['clock get --sandbox defalt', 'no sandbox "defalt", did you mean "default"?'],
  ['clock get --snadbox x', "unknown option '--snadbox'; did you mean --sandbox?"],
])('sosie %s is wrong use, said in one line', async (line, said) => {
  expect(await at.type(line)).toEqual(refused(said));
});

test('time never goes back: asked well, and refused', async () => {
  expect(await at.type('clock advance 2020-01-01T00:00:00Z')).toEqual({
    code: 1,
    out: '',
    err:
      "sosie: to: 2020-01-01T00:00:00Z lies before the sandbox's time, 2026-03-04T11:00:00Z; " +
      'fork or reset the sandbox instead\n',
  });
});

async function forgottenOrder(): Promise<{ readonly id: string }> {
  const url = '/utick/v1/shop/orders';
  const answer = await at.sosie.handle({ method: 'POST', url, body: signed() });
  if (answer.kind !== 'answer') throw new Error(answer.kind);
  const { response } = JSON.parse(String(answer.body)) as {
    readonly response: { readonly id: string };
  };
  return response;
}
