import fc from 'fast-check';
import { expect } from 'vitest';
import type { Store } from '#kernel/store.ts';
import { settle } from '#mocks/monext/domain/settlement.ts';
import { tables } from '#mocks/monext/state.ts';
import { buy, capture, refund, renew, reset } from './calls.ts';
import { DAY, MORNING, openTill, type Till } from './till.ts';

const which = fc.nat(5);
const amount = fc.constantFrom(1000, 2000, 3000, 4000, 6000, 7000);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const told = <K extends string>(kind: K) => ({ kind: fc.constant(kind), which });

/** One thing that a merchant, the bank or time does; `which` picks among the entries there are. */
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...told('buy'),
      amount,
      action: fc.constantFrom('100', '100', '101', '108'),
      deferredDays: maybe(fc.integer({ min: 0, max: 6 })),
      ref: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      ...told('capture'),
      amount,
      isLast: fc.boolean(),
      sequence: maybe(fc.constantFrom('1', '2')),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ ...told('refund'), amount, sequence: maybe(fc.constantFrom('1', '2')) }),
  },
  { weight: 4, arbitrary: fc.record({ ...told('reset'), amount: maybe(amount) }) },
  {
    weight: 2,
    arbitrary: fc.record({ ...told('renew'), amount, action: fc.constantFrom('101', '202') }),
  },
  fc.record({ kind: fc.constant('settle' as const) }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 100 }),
    }),
  },
);
export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

export const story = fc.record({
  deeds: fc.array(deed, { minLength: 8, maxLength: 30 }),
  settings: fc.record({
    settlement: fc.constantFrom('by-hand', 'nightly'),
    resetCaptured: fc.constantFrom('cancels', 'refused'),
    reauthorisationLimit: fc.constantFrom('original', 'none'),
    earlyReauthorisation: fc.boolean(),
  }),
});
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Without them most deeds would be refused. */
const bought = { kind: 'buy', which: 0, amount: 6000, deferredDays: undefined } as const;
const opening: readonly Deed[] = [
  { ...bought, action: '100', ref: 'A' },
  { ...bought, action: '101', ref: 'B' },
];

/** Lives a story through; after each deed every rule holds, and a refused one changed nothing. */
export async function live({ deeds, settings }: Story, store?: Store): Promise<void> {
  const till = await openTill(store ? { settings, store } : { settings });
  let at = MORNING;
  for (const one of [...opening, ...deeds]) {
    if (one.kind === 'wait') at += one.hours * 3_600_000;
    await till.waitUntil(at);
    const before = rowsOf(till);
    const isDone = one.kind !== 'wait' && (await act(till, one, at));
    if (!isDone) expect(rowsOf(till)).toEqual(before);
    expect([one, till.brokenRules()]).toEqual([one, []]);
  }
}

const rowsOf = (till: Till) =>
  Object.keys(tables).map((name) => till.rows(name as keyof typeof tables)); // its own names

/** Answers whether something was entered. */
async function act(till: Till, one: Exclude<Deed, { kind: 'wait' }>, at: number): Promise<boolean> {
  if (one.kind === 'settle') return (await till.ask(settle, { kind: 'settle' }, at)).ok;
  if (one.kind === 'buy') return (await buy(till, wish(one, at), at)).ok;
  const entries = till.entries();
  const id = entries[one.which % entries.length]?.id ?? '';
  switch (one.kind) {
    case 'capture': {
      const action = one.isLast ? '203' : '201';
      return (await capture(till, id, one.amount, { action, sequenceNumber: one.sequence }, at)).ok;
    }
    case 'refund':
      return (await refund(till, id, one.amount, { sequenceNumber: one.sequence }, at)).ok;
    case 'reset': {
      const part = one.amount === undefined ? undefined : String(one.amount);
      return (await reset(till, id, { amount: part }, at)).ok;
    }
    case 'renew':
      return (await renew(till, id, { amount: String(one.amount), action: one.action }, at)).ok;
  }
}

function wish(
  { amount: minor, action, deferredDays, ref }: Extract<Deed, { kind: 'buy' }>,
  at: number,
) {
  const nothing = action === '108';
  const mode = { mode: 'DIF', differedActionDate: shortDay(at + (deferredDays ?? 0) * DAY) };
  return {
    payment: {
      action,
      amount: nothing ? '0' : String(minor),
      ...(deferredDays === undefined ? {} : mode),
    },
    order: { ref },
  };
}

/** Of the zone's calendar, give or take the hour of a change of the clocks. */
function shortDay(at: number): string {
  const [year = '', month, day] = new Date(at + 3_600_000).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year.slice(2)}`;
}
