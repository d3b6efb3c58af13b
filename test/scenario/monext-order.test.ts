import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { orderRules } from '#mocks/monext/domain/order-rules.ts';
import { root } from '../tidy/sources.ts';

interface Refused {
  readonly refuse?: { readonly message?: string };
}

test('the story of refused orders has a step for every rule of the order, in their order', () => {
  const file = `${root}/fixtures/scenarios/monext-order-object-refusals.yaml`;
  const { steps } = parse(readFileSync(file, 'utf8')) as { readonly steps: readonly Refused[] };
  const told = steps.flatMap(({ refuse }) => refuse?.message ?? []);
  const wanted = orderRules.map(({ label, rule }) => `Invalid field format : ${label} : ${rule}`);
  let at = 0;
  for (const message of wanted) {
    const next = told.indexOf(message, at);
    expect([message, next]).not.toEqual([message, -1]);
    at = next + 1;
  }
});
