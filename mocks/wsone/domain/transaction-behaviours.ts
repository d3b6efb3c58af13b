import { MINUTE_MS } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import type { WsoneBehaviour, WsoneEnv } from './behaviour.ts';
import { cancelOf, pendingKey } from './cancelling.ts';
import type { FailureOf } from './failure.ts';
import { holderOf, storeOf, type HolderFailure } from './holder.ts';
import type { IdentifierKey } from './identifier.ts';
import { isSameReceipt, numberKey, wholeKey, type Receipt } from './receipt.ts';
import { planOf, settle, type Bought, type Planned } from './settling.ts';
import { programmeOf } from './store.ts';
import {
  isKept,
  personAtStoreKey,
  personKey,
  transactionId,
  type Settlement,
  type Transaction,
} from './transaction.ts';

type ReferenceFailure = HolderFailure | FailureOf<'entity-unknown'>;
export type SendFailure = ReferenceFailure | FailureOf<'receipt-conflict'>;

/** A receipt and what it comes to; without an id where nothing is kept of it. */
export interface Judged {
  readonly id: string | undefined;
  readonly receipt: Receipt;
  readonly settlement: Settlement;
}

/** The order of checks, here and below: the customer, the store, then what is known of the receipt. */
function buyerOf(draft: WsoneDraft, receipt: Receipt): Outcome<Bought, ReferenceFailure> {
  const holder = holderOf(draft, receipt.identifier);
  if (!holder.ok) return holder;
  const store = storeOf(draft, receipt.storeId);
  if (!store.ok) return store;
  const programmeId = programmeOf(draft.stores, store.value);
  return done({ receipt, personId: holder.value.person.id, programmeId });
}

/** The transaction that a receipt was sent with before, if it was. */
function knownOf(
  draft: WsoneDraft,
  receipt: Receipt,
  { settings }: WsoneEnv,
): Outcome<Transaction | undefined, FailureOf<'receipt-conflict'>> {
  const known = sameKey(draft, receipt, settings.receiptKey);
  if (!known || isSameReceipt(known.receipt, receipt)) return done(known);
  return refused({ kind: 'receipt-conflict', number: receipt.number, transactionId: known.id });
}

function sameKey(
  draft: WsoneDraft,
  receipt: Receipt,
  rule: WsoneEnv['settings']['receiptKey'],
): Transaction | undefined {
  switch (rule) {
    case 'store-cashdesk-date-number':
      return draft.transactions.where('byReceipt', wholeKey(receipt), LATEST)[0];
    case 'store-number':
      return draft.transactions.where('byReceiptNumber', numberKey(receipt), NEWEST).find(isKept);
    case 'none':
      return undefined;
  }
}

const LATEST = { reverse: true, limit: 1 } as const;

/** Nothing is kept of it yet. */
function open(draft: WsoneDraft, bought: Bought, env: WsoneEnv): Planned {
  const number = draft.next('transactions');
  const plan = planOf(draft, bought, env.settings);
  const transaction: Transaction = {
    id: transactionId(number),
    number,
    status: 'pending',
    personId: bought.personId,
    programmeId: bought.programmeId,
    receivedAt: env.now,
    receipt: bought.receipt,
    settlement: plan.settlement,
    refundedMinor: 0,
    refundedPoints: 0,
  };
  return { transaction, plan };
}

/** Takes a receipt; the same one again gets the same answer. */
export const sendTransaction: WsoneBehaviour<Receipt, Transaction, SendFailure> = (
  draft,
  receipt,
  env,
) => {
  const bought = buyerOf(draft, receipt);
  if (!bought.ok) return bought;
  const known = knownOf(draft, receipt, env);
  if (!known.ok) return known;
  if (known.value) return done(known.value);
  const { transaction } = open(draft, bought.value, env);
  draft.transactions.put(transaction);
  const minutes = env.settings.pendingTtlMinutes;
  if (minutes > 0) {
    const due = env.now + minutes * MINUTE_MS;
    draft.schedule(pendingKey(transaction.id), due, cancelOf(transaction.id));
  }
  return done(transaction);
};

/** Takes a receipt and validates it, also one that was sent before and is not validated yet. */
export const sendAndValidTransaction: WsoneBehaviour<Receipt, Transaction, SendFailure> = (
  draft,
  receipt,
  env,
) => {
  const bought = buyerOf(draft, receipt);
  if (!bought.ok) return bought;
  const known = knownOf(draft, receipt, env);
  if (!known.ok) return known;
  if (!known.value) return done(settle(draft, open(draft, bought.value, env), env));
  return done(known.value.status === 'pending' ? validate(draft, known.value, env) : known.value);
};

function validate(draft: WsoneDraft, transaction: Transaction, env: WsoneEnv): Transaction {
  draft.unschedule(pendingKey(transaction.id));
  const plan = planOf(draft, transaction, env.settings);
  return settle(draft, { transaction, plan }, env);
}

/** What a receipt would come to; a known one is not computed again. */
export const verifyTransaction: WsoneBehaviour<Receipt, Judged, SendFailure> = (
  draft,
  receipt,
  env,
) => {
  const bought = buyerOf(draft, receipt);
  if (!bought.ok) return bought;
  const known = knownOf(draft, receipt, env);
  if (!known.ok) return known;
  if (known.value) return done(known.value);
  const { settlement } = planOf(draft, bought.value, env.settings);
  return done({ id: undefined, receipt, settlement });
};

/** What names a transaction that was sent before. */
export interface KnownReceipt {
  readonly transactionId: string | undefined;
  readonly number: string | undefined;
  readonly storeId: string | undefined;
  readonly cashdeskNumber: string | undefined;
  readonly at: number | undefined;
  readonly identifier: IdentifierKey | undefined;
}

export type FindFailure = ReferenceFailure | FailureOf<'transaction-unknown'>;

const isPending = ({ status }: Transaction): boolean => status === 'pending';

/** By its id, else by number and store: the latest that fits, one that is pending first. */
export function findTransaction(
  draft: WsoneDraft,
  asked: KnownReceipt,
): Outcome<Transaction, FindFailure> {
  const { identifier, storeId = '', number = '' } = asked;
  const holder = identifier && holderOf(draft, identifier);
  if (holder && !holder.ok) return holder;
  if (asked.storeId !== undefined) {
    const store = storeOf(draft, storeId);
    if (!store.ok) return store;
  }
  const personId = holder?.value.person.id;
  const fitting = candidates(draft, asked).filter(
    (one) => (personId === undefined || one.personId === personId) && fits(one, asked),
  );
  const found = fitting.find(isPending) ?? fitting.find(isKept) ?? fitting[0];
  const id = asked.transactionId ?? number;
  return found ? done(found) : refused({ kind: 'transaction-unknown', id });
}

function candidates(draft: WsoneDraft, asked: KnownReceipt): readonly Transaction[] {
  const { transactionId: id, number = '', storeId = '' } = asked;
  if (id === undefined) {
    return draft.transactions.where('byReceiptNumber', numberKey({ storeId, number }), NEWEST);
  }
  const transaction = draft.transactions.get(id);
  return transaction ? [transaction] : [];
}

/** A till that gives all its receipts one number would have every one of them read. */
const NEWEST = { reverse: true, limit: 100 } as const;

const fits = ({ receipt }: Transaction, { number, cashdeskNumber, at }: KnownReceipt): boolean =>
  (number === undefined || receipt.number === number) &&
  (cashdeskNumber === undefined || receipt.cashdeskNumber === cashdeskNumber) &&
  (at === undefined || receipt.at === at);

export const validTransaction: WsoneBehaviour<
  KnownReceipt,
  Transaction,
  FindFailure | FailureOf<'transition-forbidden'>
> = (draft, asked, env) => {
  const found = findTransaction(draft, asked);
  if (!found.ok) return found;
  const { id, status } = found.value;
  if (status !== 'pending') {
    return refused({ kind: 'transition-forbidden', id, from: status, to: 'valid' });
  }
  return done(validate(draft, found.value, env));
};

export interface GetLastTransaction {
  readonly identifier: IdentifierKey;
  readonly storeId: string | undefined;
}

/** The latest that counts, by the moment of its receipt. */
export const getLastTransaction: WsoneBehaviour<GetLastTransaction, Transaction, FindFailure> = (
  draft,
  { identifier, storeId },
) => {
  const holder = holderOf(draft, identifier);
  if (!holder.ok) return holder;
  const personId = holder.value.person.id;
  if (storeId !== undefined) {
    const store = storeOf(draft, storeId);
    if (!store.ok) return store;
  }
  const key = storeId === undefined ? personKey(personId) : personAtStoreKey(personId, storeId);
  const latest = draft.transactions.where('counting', key, NEWEST);
  const last = latest.reduce<Transaction | undefined>(later, undefined);
  return last ? done(last) : refused({ kind: 'transaction-unknown', id: identifier.value });
};

/** Of two receipts of one second the one that came in later. */
const later = (last: Transaction | undefined, other: Transaction): Transaction =>
  last && (last.receipt.at !== other.receipt.at || last.number > other.number) ? last : other;
