import { assert } from '#kernel/defect.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextEnv } from './behaviour.ts';
import { daysLater, nextHour } from './calendar.ts';
import type { Payment, PaymentKind } from './payment.ts';
import { APPROVED, isApproval } from './simulator.ts';
import { nextFailedId, nextRank, nextTransactionId } from './transaction-id.ts';
import {
  opensPayment,
  type Transaction,
  type TransactionStatus,
  type TransactionType,
} from './transaction.ts';

/** What every entry says of itself; the rest is as for one that moves no money and has no card. */
export type Entry = Pick<
  Transaction,
  'merchantId' | 'contractNumber' | 'type' | 'amountMinor' | 'currency' | 'orderRef'
> &
  Partial<Omit<Transaction, 'id' | 'at' | 'rank' | 'status'>>;

const ON_HOLD = ['02000', '02005', '02006', '02016'];

export const statusOf = (code: string): TransactionStatus =>
  isApproval(code) ? 'accepted' : ON_HOLD.includes(code) ? 'on-hold' : 'declined';

/** Enters what the bank was asked, with what it said as `code`. */
export const enter = (draft: MonextDraft, entry: Entry, env: MonextEnv): Transaction =>
  put(draft, entry, { id: nextTransactionId(draft, env.now), env });

/** Enters what the vendor refused by itself: its id shows that. */
export const enterFailed = (
  draft: MonextDraft,
  entry: Entry & { readonly code: string },
  env: MonextEnv,
): Transaction => put(draft, entry, { id: nextFailedId(draft, env.now), env });

interface Numbered {
  readonly id: string;
  readonly env: MonextEnv;
}

function put(draft: MonextDraft, entry: Entry, { id, env }: Numbered): Transaction {
  const { code = APPROVED, settlement = 'none' } = entry;
  const status = statusOf(code);
  const isOpening = status === 'accepted' && opensPayment(entry.type);
  const transaction: Transaction = {
    id,
    paymentId: isOpening ? id : undefined,
    originId: undefined,
    resetMinor: 0,
    sequenceNumber: undefined,
    comment: undefined,
    payment: {},
    isDuplicated: false,
    authorisationNumber: '',
    linkedTransactionId: undefined,
    card: undefined,
    with3dSecure: false,
    purchase: undefined,
    ...entry,
    at: env.now,
    rank: nextRank(draft),
    code,
    status,
    settlement: status === 'accepted' ? settlement : 'none',
  };
  draft.transactions.put(transaction);
  if (transaction.settlement === 'pending') scheduleSettlement(draft, env);
  return transaction;
}

export interface SettleCommand {
  readonly kind: 'settle';
}

function scheduleSettlement(draft: MonextDraft, { now, settings }: MonextEnv): void {
  if (settings.settlement !== 'nightly') return;
  const command: SettleCommand = { kind: 'settle' };
  draft.schedule('settle', nextHour(now, settings.settlementHour), command);
}

const kinds: Readonly<Partial<Record<TransactionType, PaymentKind>>> = {
  authorisation: 'authorisation',
  reauthorisation: 'authorisation',
  sale: 'sale',
  resale: 'sale',
  debit: 'debit',
  verification: 'verification',
};

/** The payment that an accepted entry makes: captured, if its money is on the way already. */
export function openPayment(
  draft: MonextDraft,
  { id, type, merchantId, currency, amountMinor, settlement }: Transaction,
  { now, settings }: MonextEnv,
): Payment {
  const kind = kinds[type];
  assert(kind, `a ${type} makes no payment`);
  const isCaptured = settlement !== 'none';
  const payment: Payment = {
    id,
    kind,
    merchantId,
    currency,
    authorisedMinor: amountMinor,
    capturedMinor: isCaptured ? amountMinor : 0,
    settledMinor: 0,
    refundedMinor: 0,
    expiresAt: daysLater(now, settings.authorisationDays),
    status: isCaptured ? 'captured' : 'authorised',
  };
  draft.payments.put(payment);
  return payment;
}
