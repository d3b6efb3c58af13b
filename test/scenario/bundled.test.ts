import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { undiciTransport } from '#client/index.ts';
import {
  doubleTarget,
  overProtocols,
  type Scenario,
  type Target,
} from '#harness/scenario/index.ts';
import { createSosie } from '#server/index.ts';
import { didYouMean } from '#server/control/problem.ts';
import { filesUnder, root } from '../tidy/sources.ts';
import { doubleInProcess, replayed, scenarioOf, troublesOf } from './telling.ts';

const files = filesUnder('fixtures/scenarios');
const nameOf = (file: string): string => file.replace(/^.*\/|\.yaml$/g, '');
const textIn = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');

const scenarios: Scenario[] = [];

beforeAll(async () => {
  for (const file of files) scenarios.push(await scenarioOf(textIn(file), nameOf(file)));
});

/** A sosie of its own that listens. */
async function doubleOverPort(): Promise<Target> {
  const sosie = await createSosie();
  const { url } = await sosie.listen({ port: 0 });
  const transport = undiciTransport();
  return doubleTarget({
    address: { url, transport },
    ...{ title: url, given: url, hint: didYouMean },
    close: async () => {
      await transport.close?.();
      await sosie.close();
    },
  });
}

test('the stories of Monext, of S-360, of Utick and of WsOne are all there', () => {
  expect(files.map(nameOf)).toEqual([
    'monext-authorisation-expires-and-reauthorise',
    'monext-authorise-answer-lost',
    'monext-authorise-capture-refund',
    'monext-capture-answer-lost',
    'monext-deferred-capture',
    'monext-duplicate-order',
    'monext-order-object-refusals',
    'monext-over-capture',
    'monext-refund-answer-lost',
    'monext-reset-after-settlement',
    'monext-two-tabs-same-ref',
    's360-abandon',
    's360-barcodes-late',
    's360-catalogue-rate-limited',
    's360-close-answer-lost',
    's360-create-answer-lost',
    's360-idle-order-cancelled',
    's360-museum-walkthrough',
    's360-sold-out',
    's360-suspended-in-basket',
    's360-two-phase-commit',
    's360-under-and-overpaid-close',
    's360-update-lines',
    's360-validated-then-abandon',
    's360-validated-then-timeout',
    's360-waiting-account',
    'utick-confirm-at-expiry',
    'utick-last-seat-race',
    'utick-order-answer-lost',
    'utick-order-expires',
    'utick-order-overpaid',
    'utick-outage-and-retry',
    'utick-partially-paid-then-paid',
    'utick-payment-answer-lost',
    'utick-promo-sold-out',
    'utick-refund-one-of-three',
    'utick-transfer-after-expiry',
    'wsone-cancel-not-validated',
    'wsone-late-offline-receipt',
    'wsone-lost-card-replaced',
    'wsone-mixed-receipt-with-return-lines',
    'wsone-offer-not-applied-by-engine',
    'wsone-pending-never-validated',
    'wsone-points-and-tier',
    'wsone-refund-after-offer',
    'wsone-refund-after-points-spent',
    'wsone-replayed-receipt',
    'wsone-seed-sample',
    'wsone-send-then-valid-answer-lost',
    'wsone-two-tiers-in-one-sale',
    'wsone-voucher-two-tills',
  ]);
});

test('each is tagged with its vendor, fixes its clock and its seed, and ends with the invariants', () => {
  for (const { name, tags, invariants } of scenarios) {
    expect([name, tags[0]]).toEqual([name, name.split('-')[0]]);
    expect([name, invariants !== undefined]).toEqual([name, true]);
    const { given } = parse(textIn(`fixtures/scenarios/${name}.yaml`)) as {
      readonly given: object;
    };
    const fixed = { clock: expect.any(String) as string, seed: expect.any(Number) as number };
    expect([name, given]).toMatchObject([name, fixed]);
  }
});

describe.each([
  ['in process', doubleInProcess],
  ['over a port', doubleOverPort],
] as const)('%s', (_, open) => {
  let target: Target;
  beforeAll(async () => {
    target = await open();
  });
  afterAll(() => target.close());

  test('the double finds nothing wrong with them', async () => {
    expect(await target.check(scenarios)).toEqual([]);
  });

  test.each(files.map(nameOf))('%s passes', async (name) => {
    const told = overProtocols(scenarios.filter((scenario) => scenario.name === name));
    const report = await replayed(told, { target });
    expect(report.scenarios.flatMap(troublesOf)).toEqual([]);
    expect(report.scenarios.map(({ status }) => status)).toEqual(told.map(() => 'passed'));
  });
});

test('the same seeds give the same report, one after another or eight at once', async () => {
  const told = overProtocols(scenarios);
  const first = await replayed(told);
  expect(await replayed(told)).toEqual(first);
  expect(await replayed(told, { parallel: 8 })).toEqual(first);
}, 60_000);

test('another seed gives other ids and the same end', async () => {
  const [first, other] = [await replayed(scenarios), await replayed(scenarios, { seed: 4711 })];
  expect(other.scenarios.map(({ status }) => status)).toEqual(
    first.scenarios.map(({ status }) => status),
  );
  expect(other.scenarios.every(({ seed }) => seed === 4711)).toBe(true);
  expect(JSON.stringify(other)).not.toBe(JSON.stringify(first));
});

test('nothing is left of the sandboxes they were played in', async () => {
  const sosie = await createSosie();
  const { url } = await sosie.listen({ port: 0 });
  const transport = undiciTransport();
  const target = doubleTarget({ address: { url, transport }, title: url, hint: didYouMean });
  await target.check(scenarios);
  await replayed(scenarios, { target, parallel: 4 });
  expect(sosie.sandboxes.list().map(({ name }) => name)).toEqual(['default']);
  await transport.close?.();
  await sosie.close();
});
