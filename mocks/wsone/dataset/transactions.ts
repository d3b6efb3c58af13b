import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { WsoneEnv } from '#mocks/wsone/domain/behaviour.ts';
import { cancelPending } from '#mocks/wsone/domain/cancelling.ts';
import type { Receipt } from '#mocks/wsone/domain/receipt.ts';
import { refundTransaction } from '#mocks/wsone/domain/refunding.ts';
import { sendTransaction, validTransaction } from '#mocks/wsone/domain/transaction-behaviours.ts';
import { defaultSettings } from '#mocks/wsone/settings.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { dateOf, referred, type DatasetMoment, type IdsByName } from './names.ts';
import type { DatasetSection, DatasetTransaction } from './schema.ts';

interface Placing {
  readonly stores: IdsByName;
  readonly persons: IdsByName;
  readonly moment: DatasetMoment;
}

/** Receipts are sent the way a till sends them, so that balances, offers and states agree. */
export function installTransactions(
  draft: WsoneDraft,
  transactions: DatasetSection['transactions'],
  placing: Placing,
): IdsByName {
  const names: Record<string, string> = {};
  for (const [name, transaction] of Object.entries(transactions ?? {})) {
    const pointer = `/transactions/${name}`;
    const receipt = receiptOf(draft, transaction, { ...placing, pointer });
    const { moment } = placing;
    const random = moment.random.fork(`transactions/${name}`);
    const { now } = moment;
    const env: WsoneEnv = { now, receivedAt: now, random, settings: defaultSettings };
    const { id } = valueOf(sendTransaction(draft, receipt, env), pointer);
    follow(draft, { id, receipt, status: transaction.status, pointer }, env);
    names[name] = id;
  }
  return names;
}

function receiptOf(
  draft: WsoneDraft,
  transaction: DatasetTransaction,
  { stores, persons, moment, pointer }: Placing & { readonly pointer: string },
): Receipt {
  const personId = referred(persons, transaction.person, `${pointer}/person`);
  const identifiers = draft.identifiers.where('byPerson', personId);
  const identifier = identifiers.find(({ status }) => status === 'active');
  if (!identifier) {
    throw new DatasetProblem(`${pointer}/person`, 'this customer has no active identifier');
  }
  const { receipt, total, preTax, discount = 0, cashdesk, offers = [] } = transaction;
  return {
    number: receipt,
    at: dateOf(transaction.date ?? 'now', moment.now, `${pointer}/date`),
    storeId: referred(stores, transaction.store, `${pointer}/store`),
    identifier: { type: identifier.type, value: identifier.value },
    cashdeskNumber: cashdesk,
    cashdeskIp: undefined,
    currency: 1,
    totalMinor: total,
    preTaxMinor: preTax,
    discountMinor: discount,
    points: 0,
    offerNumbers: offers,
    lines: [],
  };
}

interface Following {
  readonly id: string;
  readonly receipt: Receipt;
  readonly status: DatasetTransaction['status'];
  readonly pointer: string;
}

/** Brings a receipt that was sent to its state. */
function follow(draft: WsoneDraft, sent: Following, env: WsoneEnv): void {
  const { id, receipt, status, pointer } = sent;
  const nothing = { identifier: undefined, storeId: undefined };
  if (status === 'cancelled') {
    valueOf(cancelPending(draft, { ...nothing, transactionId: id }, env), pointer);
  }
  if (status !== 'valid' && status !== 'refunded') return;
  const known = { transactionId: id, number: undefined, cashdeskNumber: undefined, at: undefined };
  const original = { ...nothing, ...known };
  valueOf(validTransaction(draft, original, env), pointer);
  if (status === 'valid') return;
  const { storeId, cashdeskNumber, cashdeskIp, currency } = receipt;
  const given = { storeId, cashdeskNumber, cashdeskIp, currency, amountMinor: undefined };
  const back = { ...given, number: `${receipt.number}-R`, at: env.now };
  valueOf(refundTransaction(draft, { receipt: back, original }, env), pointer);
}

function valueOf<T>(outcome: Outcome<T, { readonly kind: string }>, pointer: string): T {
  if (outcome.ok) return outcome.value;
  throw new DatasetProblem(pointer, outcome.failure.kind);
}
