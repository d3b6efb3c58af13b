import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { desk, type Desk } from './typed.ts';

let at: Desk;
beforeAll(async () => (at = await desk()));
afterAll(() => at.close());
beforeEach(() => at.type('fault rm --all'));

const ping = () => fetch(`${at.url}/utick/v1/ping`);
const rules = () => at.sosie.sandbox.faults.list();

test('add makes trouble, ls counts it, rm ends it', async () => {
  const line = 'fault add status status=503 body=busy --vendor utick --times 2 --id busy';
  const added = await at.type(line);
  expect(added).toMatchObject({ code: 0, err: '' });
  expect(added.out).toBe('busy  0 of 2  0  status status=503 body=busy  before  vendor=utick\n');
  const response = await ping();
  expect([response.status, await response.text()]).toEqual([503, 'busy']);
  const { out } = await at.type('fault ls');
  expect(out).toMatch(/^ID +HITS +SEEN +FAULT +PHASE +WHEN +UNTIL\nbusy +1 of 2 +1 +status /);
  expect(await at.type('fault rm busy')).toEqual({ code: 0, out: 'busy is gone\n', err: '' });
  expect((await ping()).status).toBe(200);
  expect((await at.type('fault ls')).out).toBe('no faults\n');
});

test('everything a rule can say has a flag', async () => {
  const line =
    'fault add latency ms=1 --operation updateOrder --match {"statusid":1} --nth 2 --every 3 ' +
    '--probability 0.5 --phase after --times 4 --until 2026-03-05T00:00:00+01:00 --id all';
  expect((await at.type(line)).err).toBe('');
  expect(rules()).toEqual([
    {
      ...{ id: 'all', phase: 'after', times: 4, until: '2026-03-04T23:00:00Z', seen: 0, hits: 0 },
      when: {
        operation: 'updateOrder',
        match: { statusid: 1 },
        nth: 2,
        every: 3,
        probability: 0.5,
      },
      then: { kind: 'latency', ms: 1 },
    },
  ]);
});

test.each([
  ['latency uniform=[1,5]', { kind: 'latency', uniform: [1, 5] }],
  ['latency lognormal={"median":3,"sigma":1}', { lognormal: { median: 3, sigma: 1 } }],
  ['content-type contentType=text/plain', { contentType: 'text/plain' }],
  ['status status=500 body={"a":1}', { status: 500, body: { a: 1 } }],
  ['outage for=PT5M', { kind: 'outage', for: 'PT5M' }],
  ['failure failure=order-empty', { failure: 'order-empty' }],
  ['drip bytesPerSecond=9', { bytesPerSecond: 9 }],
])('fault add %s is read as the API describes it', async (words, then) => {
  expect((await at.type(`fault add ${words}`)).err).toBe('');
  expect(rules()[0]?.then).toMatchObject(then);
});

test('add --list tells every kind with what it takes', async () => {
  const { out } = await at.type('fault add --list');
  expect(out).toContain('latency [ms=…] [uniform=…] [lognormal=…]\n    The call waits');
  expect(out).toContain('\nhang\n    Never an answer');
});

test.each([
  // command line                      the one line
  ['fault add lateny ms=1', 'no fault "lateny"; did you mean latency?'],
  ['fault add latency mss=1', 'no parameter mss; did you mean ms?'],
  ['fault add hang ms=1', 'no parameter ms; it takes none'],
  ['fault add latency ms=slow', 'then.ms: Expected number, found string.'],
  ['fault add latency', 'then: exactly one of ms, uniform and lognormal'],
  ['fault add hang --vendor utik', 'when.vendor: unknown vendor "utik", did you mean "utick"?'],
  [
    'fault add hang --operation getOdrer',
    'when.operation: unknown operation "getOdrer", did you mean "getOrder"?',
  ],
  ['fault add hang --times often', '--times must be a number, not "often"'],
  ['fault add hang --match {', '--match must be JSON'],
  ['fault add duplicate --phase after', 'phase: "duplicate" strikes before the work'],
  ['fault ad hang', "unknown command 'ad'; did you mean add?"],
  ['fault rm fault-9', 'no fault "fault-9"'],
  ['fault rm', 'which fault? its id, or --all'],
  ['fault rm one --all', 'which fault? its id, or --all'],
])('sosie %s is wrong use, said in one line', async (line, said) => {
  expect(await at.type(line)).toEqual({ code: 2, out: '', err: `sosie: ${said}\n` });
});

test('sosie fault add alone asks which one, naming them', async () => {
  const { code, err } = await at.type('fault add');
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/^sosie: which fault\? latency, status, /),
  ]);
});
