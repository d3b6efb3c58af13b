import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signed } from '../support/utick.ts';
import { desk, typed } from './typed.ts';

const folder = mkdtempSync(join(tmpdir(), 'sosie-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** What `sosie journal --json` prints after a few calls. */
let journal: string;
beforeAll(async () => {
  const at = await desk();
  const call = (method: string, url: string) =>
    at.sosie.handle({ method, url, body: signed(Date.now()) });
  await call('GET', '/utick/v1/ping');
  await call('POST', '/utick/v1/shop/orders');
  await call('GET', '/utick/v1/shop/orders');
  await at.sosie.sandbox.clock.advance('PT21M');
  journal = (await at.type('journal --json')).out;
  await at.close();
});

test('what the journal prints keeps to the contract', async () => {
  expect(await typed(['check', file('journal.jsonl', journal)])).toEqual({
    code: 0,
    out: '6 messages of 3 exchanges checked: 0 violations, 0 drift, 0 left out\n',
    err: '',
  });
});

test('each violation is one line, and the exit code is 1', async () => {
  const broken = file('broken.jsonl', journal.replaceAll('\\"cached\\":false', '\\"cached\\":0'));
  const { code, out, err } = await typed(['check', broken]);
  expect([code, err]).toEqual([1, '']);
  expect(out.split('\n').slice(0, 2)).toEqual([
    `${broken}:1: /response/body/cached Expected boolean, found number. (utick ping)`,
    `${broken}:2: /response/body/cached Expected boolean, found number. (utick createOrder)`,
  ]);
  expect(out).toContain('checked: 3 violations, 0 drift, 0 left out\n');
});

test('drift is told and fails nothing', async () => {
  const newer = file(
    'newer.jsonl',
    journal.replace('\\"cached\\":false', '\\"cached\\":false,\\"mood\\":1'),
  );
  const { code, out } = await typed(['check', newer]);
  expect(code).toBe(0);
  expect(out).toContain(
    `${newer}:1: drift: /response/body/mood “mood” is not in the contract. (utick ping)`,
  );
});

test('a check that judged nothing has not passed', async () => {
  expect(await typed(['check', file('empty.jsonl', '')])).toEqual({
    code: 1,
    out: '0 messages of 0 exchanges checked: 0 violations, 0 drift, 0 left out\n',
    err: 'sosie: nothing was checked\n',
  });
});

test('with --vendor the paths are the vendor’s own', async () => {
  const request = { method: 'GET', url: 'https://sapiti.ovh/v1/shop/order' };
  const one = file('vendor.json', JSON.stringify({ request }));
  const { code, out } = await typed(['check', '--vendor', 'utick', one]);
  expect(code).toBe(1);
  expect(out).toContain(
    `${one}:1: /request/url utick has no GET /v1/shop/order, did you mean "/v1/shop/orders"?\n`,
  );
});

test.each([
  // command line                   the one line
  ['check', "missing required argument 'file'"],
  ['check none.json', 'none.json: no such file'],
  ['check . --vendor utick', '.: cannot be read (EISDIR)'],
  ['check package.json', 'package.json:1: this is no exchange; expected {"request"'],
  ['check README.md', 'README.md:1: this is not JSON'],
  ['check x --vendor utik', 'no vendor "utik"; did you mean utick?'],
])('sosie %s is wrong use, said in one line', async (line, said) => {
  const { code, out, err } = await typed(line);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^sosie: .*\n$/);
  expect(err).toContain(said);
});
