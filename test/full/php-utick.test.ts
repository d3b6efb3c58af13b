import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Operation } from '#kit/operation.ts';
import { utick } from '#contracts/utick/index.ts';
import { createSosie } from '#server/index.ts';
import { NOON } from '../support/utick.ts';
import { tellStory } from './php/tell-story.ts';

const operations: readonly (readonly [string, Operation])[] = Object.entries(utick.operations);
const builtNot = operations
  .filter(([, operation]) => operation.notBuilt)
  .map(([, { method, path }]) => `${method} ${path.replace('/v1/', '').replace(/\{\w+\}/g, '{}')}`);

const sosie = await createSosie({
  dataset: `demo+${fileURLToPath(new URL('php/theatre.yaml', import.meta.url))}`,
  clock: NOON,
  hardened: true,
});
const { url } = await sosie.listen({ port: 0 });
const { checks, failure } = await tellStory(`${url}/utick/`, builtNot);
const records = sosie.sandbox.journal.query({ limit: Infinity });
const invariants = sosie.sandbox.invariants();
await sosie.close();

test('a PHP client tells its story to the end, without a warning', () => {
  expect(failure, failure).toBe('');
});

for (const { check, problem } of checks) {
  test(`in PHP: ${check}`, () => {
    expect(problem, problem).toBe('');
  });
}

test('it made every call that the vendor has', () => {
  const made = new Set(records.map(({ operation }) => operation));
  expect(operations.map(([name]) => name).filter((name) => !made.has(name))).toEqual([]);
});

test('afterwards every rule of the vendor holds', () => {
  expect(invariants).toMatchObject({ hold: true });
});
