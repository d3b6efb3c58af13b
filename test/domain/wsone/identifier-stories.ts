import fc from 'fast-check';
import { expect } from 'vitest';
import { blockCard } from '#mocks/wsone/domain/back-office.ts';
import {
  associateIdentifier,
  associateNewIdentifier,
  createIdentifier,
  replaceIdentifier,
} from '#mocks/wsone/domain/identifier-behaviours.ts';
import type { Identifier } from '#mocks/wsone/state.ts';
import type { Store } from '#kernel/store.ts';
import { card, openBrand, type Brand } from './brand.ts';

/** A few cards only, so that they meet; the small brand has the first four and the ninetieth. */
const cards = ['2900000000001', '2900000000003', '2900000000004', '2900000000090', 'A', 'B', 'C'];
const people = ['1', '2', '3', 'nobody'];

const aCard = fc.constantFrom(...cards).map(card);
const somebody = fc.constantFrom(...people);

export const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), card: aCard }),
  fc.record({ do: fc.constant('block' as const), card: aCard }),
  fc.record({ do: fc.constant('replace' as const), card: aCard, by: aCard }),
  fc.record({ do: fc.constant('give' as const), card: aCard, to: somebody }),
  fc.record({ do: fc.constant('give-new' as const), card: aCard, to: somebody }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

export const story = fc.array(step, { minLength: 1, maxLength: 30 });

async function take(brand: Brand, one: Step): Promise<boolean> {
  const storeId = undefined;
  switch (one.do) {
    case 'create':
      return (await brand.ask(createIdentifier, { identifier: one.card, storeId: '666666' })).ok;
    case 'block':
      return (await brand.ask(blockCard, one.card)).ok;
    case 'replace': {
      const command = { identifier: one.card, storeId, successor: one.by };
      return (await brand.ask(replaceIdentifier, command)).ok;
    }
    case 'give':
    case 'give-new': {
      const behaviour = one.do === 'give' ? associateIdentifier : associateNewIdentifier;
      const who = { identifier: undefined, groupeId: one.to, storeId };
      return (await brand.ask(behaviour, { ...who, associated: one.card })).ok;
    }
  }
}

const kept = (brand: Brand): ReadonlyMap<string, Identifier> =>
  new Map(brand.rows<Identifier>('identifiers').map((row) => [row.id, row]));

/** What may never happen between two moments of one identifier. */
function expectLawful(before: Identifier | undefined, after: Identifier): void {
  if (!before) return;
  const { status, personId } = before;
  // Nobody's card becomes somebody's, and somebody's never another one's.
  if (personId !== undefined) expect(after.personId).toBe(personId);
  if (status === 'replaced') expect(after).toEqual(before);
  if (status === 'blocked') expect(after.status).not.toBe('active');
}

/** Lives one story; what is refused changes nothing at all. */
export async function live(steps: readonly Step[], store?: Store): Promise<void> {
  const brand = await openBrand(store ? { store } : {});
  for (const one of steps) {
    const before = kept(brand);
    const offers = brand.rows('offers');
    const isDone = await take(brand, one);
    const after = kept(brand);
    if (!isDone) expect([after, brand.rows('offers')]).toEqual([before, offers]);
    for (const identifier of after.values()) expectLawful(before.get(identifier.id), identifier);
    expect(after.size).toBeGreaterThanOrEqual(before.size);
  }
  expect(brand.brokenRules()).toEqual([]);
}
