import type { Store } from '#kernel/store.ts';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Row } from '#kernel/table-spec.ts';
import {
  adjustPoints,
  blockCard,
  expireOffers,
  grantOffer,
} from '#mocks/wsone/domain/back-office.ts';
import type { WsoneBehaviour } from '#mocks/wsone/domain/behaviour.ts';
import { cancelPending } from '#mocks/wsone/domain/cancelling.ts';
import {
  associateNewIdentifier,
  replaceIdentifier,
} from '#mocks/wsone/domain/identifier-behaviours.ts';
import { editOffer } from '#mocks/wsone/domain/offer-editing.ts';
import type { Receipt } from '#mocks/wsone/domain/receipt.ts';
import { refundTransaction } from '#mocks/wsone/domain/refunding.ts';
import {
  getLastTransaction,
  sendAndValidTransaction,
  sendTransaction,
  validTransaction,
  verifyTransaction,
} from '#mocks/wsone/domain/transaction-behaviours.ts';
import { tables, type Offer, type Transaction } from '#mocks/wsone/state.ts';
import { openBrand, OPENING, type Brand } from './brand.ts';
import { LEFEVRE, lineOf, receiptOf, SON } from './receipts.ts';

const HOUR = 3_600_000;
const LOST = { type: 1, value: '2900000000003' };
const cards = [LEFEVRE, LEFEVRE, SON, SON, { type: 10, value: 'eric.lefevre@example.com' }, LOST];

const which = fc.nat(7);
const card = fc.constantFrom(...cards);
const customer = fc.constantFrom(
  { groupeId: '1' },
  { groupeId: '2' },
  { groupeId: 'nobody' },
  LOST,
);
const told = <K extends string>(kind: K) => ({ kind: fc.constant(kind), which });

const receipt = {
  which,
  number: fc.constantFrom('T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6'),
  card,
  storeId: fc.constantFrom('666666', '666666', '123456', '777777', 'nowhere'),
  totalMinor: fc.constantFrom(0, 99, 1250, 3000, 45_050, 120_000, -500),
  offers: fc.array(fc.nat(7), { maxLength: 3 }),
  granted: fc.constantFrom(0, 0, 10, -3),
  lines: fc.constantFrom([], [lineOf(), lineOf({ quantity: -1, unitPriceMinor: 800, points: 4 })]),
  daysAgo: fc.constantFrom(0, 0, 1, 70),
} as const;

/** One thing that a till or the brand does; `which` picks among the rows there are. */
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sell'), ...receipt }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send'), ...receipt }) },
  fc.record({ kind: fc.constant('verify'), ...receipt }),
  { weight: 3, arbitrary: fc.record(told('validate')) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...told('refund'),
      number: fc.constantFrom('R-1', 'R-2', 'R-3', 'R-4'),
      amountMinor: fc.constantFrom(undefined, 1, 1000, 1250, 30_000),
    }),
  },
  fc.record({ ...told('cancel'), card }),
  { weight: 2, arbitrary: fc.record({ ...told('again'), isSale: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ ...told('grant'), customer }) },
  fc.record({ ...told('adjust'), customer, points: fc.constantFrom(-700, -1, 30, 445) }),
  fc.record(told('expire')),
  fc.record({ ...told('expireAll'), customer }),
  fc.record({ ...told('block'), card: fc.constantFrom(SON, LOST, { type: 1, value: 'none' }) }),
  { weight: 2, arbitrary: fc.record({ ...told('edit'), card }) },
  fc.record({ ...told('replace'), card }),
  fc.record({ ...told('enrol'), customer }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 30, 24 * 61) }),
);
export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

export const story = fc.record({
  deeds: fc.array(deed, { minLength: 8, maxLength: 30 }),
  settings: fc.record({
    earnRule: fc.constantFrom('total-after-offers', 'per-line', 'total-less-offers'),
    tillAdvantages: fc.constantFrom('receipt', 'ignored', 'all'),
    visitsPerTransaction: fc.constantFrom(0, 1),
    marketingEngine: fc.constantFrom(true, true, false),
    negativeBalance: fc.constantFrom('allow', 'floor'),
    refundReturnsOffers: fc.boolean(),
    receiptKey: fc.constantFrom('store-cashdesk-date-number', 'store-number', 'none'),
    pendingTtlMinutes: fc.constantFrom(0, 90),
  }),
});
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Lives a story through; after each deed every rule holds, and a refused one changed nothing. */
export async function live({ deeds, settings }: Story, store?: Store): Promise<void> {
  const brand = await openBrand(store ? { settings, store } : { settings });
  let at = OPENING;
  for (const one of deeds) {
    if (one.kind === 'wait') at += one.hours * HOUR;
    // Any call lets the time pass up to it.
    await brand.ask(getLastTransaction, { identifier: LOST, storeId: undefined }, at);
    const before = rowsOf(brand);
    if (one.kind === 'wait') continue;
    const isDone = await act(brand, one, at);
    const isReading = one.kind === 'verify';
    if (!isDone || isReading) expect(rowsOf(brand)).toEqual(before);
    expect([one, brand.brokenRules()]).toEqual([one, []]);
  }
}

const rowsOf = (brand: Brand): readonly (readonly Row[])[] =>
  Object.keys(tables).map((name) => brand.rows<Row>(name));

/** Answers whether it was done. */
async function act(
  brand: Brand,
  one: Exclude<Deed, { kind: 'wait' }>,
  at: number,
): Promise<boolean> {
  const ask = async <C, T, F>(behaviour: WsoneBehaviour<C, T, F>, command: C): Promise<boolean> =>
    (await brand.ask(behaviour, command, at)).ok;
  switch (one.kind) {
    case 'sell':
      return ask(sendAndValidTransaction, receiptIn(brand, one, at));
    case 'send':
      return ask(sendTransaction, receiptIn(brand, one, at));
    case 'verify':
      return ask(verifyTransaction, receiptIn(brand, one, at));
    case 'again': {
      const again = picked<Transaction>(brand, 'transactions', one.which)?.receipt ?? receiptOf();
      return ask(one.isSale ? sendAndValidTransaction : sendTransaction, again);
    }
    case 'validate':
      return ask(validTransaction, knownBy(transactionPicked(brand, one.which)));
    case 'refund':
      return ask(refundTransaction, refundOf(brand, one, at));
    case 'cancel':
      return ask(cancelPending, {
        identifier: one.which % 2 === 0 ? one.card : undefined,
        storeId: one.which % 3 === 0 ? '666666' : undefined,
        transactionId: one.which % 2 === 0 ? undefined : transactionPicked(brand, one.which),
      });
    case 'edit':
      return ask(editOffer, {
        identifier: one.card,
        storeId: one.which % 2 === 0 ? '777777' : undefined,
        definitionId: ['CHEQUE', 'BIG', 'TEN', 'NONE'][one.which % 4] ?? '',
      });
    case 'replace':
    case 'enrol':
      return changeCards(one, ask);
    default:
      return administer(brand, one, ask);
  }
}

type Ask = <C, T, F>(behaviour: WsoneBehaviour<C, T, F>, command: C) => Promise<boolean>;
type OfficeDeed = Extract<Deed, { kind: 'grant' | 'adjust' | 'expire' | 'expireAll' | 'block' }>;

type CardDeed = Extract<Deed, { kind: 'replace' | 'enrol' }>;

/** Cards change hands of the brand, never of a customer: what was earned with one stays. */
function changeCards(one: CardDeed, ask: Ask): Promise<boolean> {
  const fresh = { type: 1, value: `29000000001${one.which}` };
  if (one.kind === 'replace') {
    return ask(replaceIdentifier, { identifier: one.card, storeId: undefined, successor: fresh });
  }
  const groupeId = 'groupeId' in one.customer ? one.customer.groupeId : '3';
  const who = { identifier: undefined, groupeId, storeId: undefined };
  return ask(associateNewIdentifier, { ...who, associated: fresh });
}

function administer(brand: Brand, one: OfficeDeed, ask: Ask): Promise<boolean> {
  switch (one.kind) {
    case 'grant': {
      const offerId = ['CHEQUE', 'WELCOME', 'TEN', 'NONE'][one.which % 4] ?? '';
      const dates = { number: undefined, startsAt: undefined, endsAt: undefined };
      return ask(grantOffer, { customer: one.customer, offerId, ...dates });
    }
    case 'adjust':
      return ask(adjustPoints, { customer: one.customer, points: one.points, reason: 'story' });
    case 'expire':
      return ask(expireOffers, { kind: 'one', number: offerPicked(brand, one.which) });
    case 'expireAll':
      return ask(expireOffers, { kind: 'all-of', customer: one.customer });
    case 'block':
      return ask(blockCard, one.card);
  }
}

type ReceiptDeed = Extract<Deed, { kind: 'sell' | 'send' | 'verify' }>;

const receiptIn = (brand: Brand, one: ReceiptDeed, at: number): Receipt =>
  receiptOf({
    number: one.number,
    // To the hour, so that one comes again now and then.
    at: Math.floor(at / HOUR) * HOUR - one.daysAgo * 24 * HOUR,
    storeId: one.storeId,
    identifier: one.card,
    totalMinor: one.totalMinor,
    points: one.granted,
    lines: one.lines,
    offerNumbers: one.offers.map((offer) => offerPicked(brand, offer)),
  });

const knownBy = (transactionId: string) => ({
  ...{ transactionId, number: undefined, storeId: undefined, cashdeskNumber: undefined },
  ...{ at: undefined, identifier: undefined },
});

const refundOf = (brand: Brand, one: Extract<Deed, { kind: 'refund' }>, at: number) => ({
  receipt: {
    ...{ number: one.number, at: Math.floor(at / HOUR) * HOUR, storeId: '666666' },
    ...{ cashdeskNumber: undefined, cashdeskIp: undefined, currency: 1 },
    amountMinor: one.amountMinor,
  },
  original: knownBy(transactionPicked(brand, one.which)),
});

const transactionPicked = (brand: Brand, which: number): string =>
  picked<Transaction>(brand, 'transactions', which)?.id ?? 'A0';
const offerPicked = (brand: Brand, which: number): string =>
  picked<Offer>(brand, 'offers', which)?.id ?? 'NONE';

function picked<R extends Row>(brand: Brand, table: string, which: number): R | undefined {
  const rows = brand.rows<R>(table);
  return rows[which % Math.max(1, rows.length)];
}
