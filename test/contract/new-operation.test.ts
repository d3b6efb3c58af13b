import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const run = resolve(import.meta.dirname, '../../scripts/run.js');
const folder = mkdtempSync(join(tmpdir(), 'sosie-operation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const newOperation = (...words: readonly string[]) =>
  spawnSync('node', [run, 'scripts/new-operation.ts', ...words], { cwd: folder, encoding: 'utf8' });

const GET_PLAN = ['utick', 'getPlan', 'GET', '/v1/catalogue/plans/{id}'];

it('a new operation begins with a golden sample and the list of what is left to do', () => {
  const result = newOperation(...GET_PLAN, 'answers one plan');
  expect(result.status).toBe(0);
  expect(result.stdout).toContain('2. move getPlan from contracts/utick/declared.ts');
  const golden = join(folder, 'fixtures/golden/utick/getPlan__answers_one_plan');
  const request: unknown = JSON.parse(readFileSync(join(golden, 'request.json'), 'utf8'));
  expect(request).toMatchObject({
    method: 'GET',
    url: '/utick/v1/catalogue/plans/{id}',
    body: { $sign: true },
  });
  expect(existsSync(join(golden, 'response.json'))).toBe(true);
  const provenance: unknown = JSON.parse(readFileSync(join(golden, 'provenance.json'), 'utf8'));
  expect(provenance).toMatchObject({ evidence: 'public', sources: [] });
  const again = newOperation(...GET_PLAN, 'answers one plan');
  expect(again.stderr).toBe('fixtures/golden/utick/getPlan__answers_one_plan is already there\n');
});

it.each([
  [
    'an unknown vendor',
    ['utik', 'x', 'GET', '/v1/x'],
    '“utik” is no vendor; there is utick, s360, wsone, monext',
  ],
  [
    'an operation that is built',
    ['utick', 'getOrder', 'GET', '/v1/shop/orders/{id}'],
    'utick getOrder is already built',
  ],
  [
    'a path that another operation has',
    ['utick', 'findOrders', 'GET', '/v1/shop/orders'],
    'GET /v1/shop/orders is already listOrders',
  ],
  [
    'a path other than the declared one',
    ['utick', 'getPlan', 'GET', '/v1/plans'],
    'utick getPlan is declared as GET /v1/catalogue/plans/{id}',
  ],
  [
    'an unknown method',
    ['utick', 'x', 'FETCH', '/v1/x'],
    '“FETCH” is none of GET, POST, PUT, PATCH, DELETE',
  ],
  [
    'a missing word',
    ['utick', 'x'],
    'usage: npm run new:operation -- VENDOR OPERATION METHOD /path/{id} ["sentence"]',
  ],
])('%s is refused in one line', (_, words, line) => {
  const result = newOperation(...words);
  expect(result.stderr).toBe(`${line}\n`);
  expect(result.status).toBe(2);
});
