import type { MonextAnswer, MonextFailure, MonextResult } from './types.ts';

/** What `getTransactionDetails` tells of a call whose answer was lost. */
export type PaymentFate =
  /** The vendor has it in its books. `details` are those of the payment. */
  | { readonly kind: 'done'; readonly transactionId: string; readonly details: PaymentDetails }
  /** The bank was asked, and said no. */
  | { readonly kind: 'declined'; readonly failure: MonextFailure }
  /** When it was asked the vendor had nothing of it. After a time-out it may still be at it. */
  | { readonly kind: 'not-done' }
  /** It cannot tell; `candidates` are transactions of which one may be it. */
  | { readonly kind: 'unknown'; readonly why: string; readonly candidates: readonly string[] };

export type PaymentDetails = MonextResult<'getTransactionDetails'>;
type Details = MonextAnswer<PaymentDetails>;

/** A payment by what its merchant calls it. */
export interface OpeningKey {
  readonly orderRef: string;
  /** Smallest units, as asked for. */
  readonly amount: string;
  /** As `transaction.type` names what was asked for. */
  readonly types: readonly string[];
}

const unknown = (why: string, candidates: readonly string[] = []): PaymentFate => ({
  ...{ kind: 'unknown', why },
  candidates,
});

/** What became of a payment, by the details of its order. */
export function fateOfOpening({ amount, types }: OpeningKey, answer: Details): PaymentFate {
  const told = toldIn(answer);
  if (told.kind !== 'told') return told;
  const { details, failure } = told;
  const { transaction, payment } = details;
  const type = transaction?.type;
  // One transaction was found, and it is another one: this call's own is not there.
  if (type !== undefined && !types.includes(type)) return { kind: 'not-done' };
  if (!isSame(payment?.amount, amount)) return { kind: 'not-done' };
  const { id = '' } = transaction ?? {};
  if (!failure) return { kind: 'done', transactionId: id, details };
  switch (failure.outcome) {
    case 'suspected-fraud':
      return { kind: 'done', transactionId: id, details };
    case 'on-hold':
    case 'in-progress':
      return unknown(`it is not decided yet: ${failure.code} ${failure.message}`, [id]);
    default:
      return { kind: 'declined', failure };
  }
}

/** Something done with a payment. */
export interface FollowUpKey {
  readonly transactionID: string;
  readonly type: 'CAPTURE' | 'REFUND' | 'RESET';
  /** Undefined: a reset of all of it. */
  readonly amount: string | undefined;
}

/** What became of a capture, a refund or a reset, by the history of its payment. */
export function fateOfFollowUp(key: FollowUpKey, answer: Details): PaymentFate {
  const told = toldIn(answer);
  if (told.kind !== 'told') return told;
  const { details } = told;
  const entries = (details.associatedTransactionsList?.associatedTransactions ?? []).filter(
    ({ status }) => status === 'OK',
  );
  const undone = new Set(
    entries.flatMap((entry) => (entry.type === 'RESET' ? [entry.originTransactionId] : [])),
  );
  const matching = entries.filter(
    (entry) =>
      entry.type === key.type &&
      entry.originTransactionId === key.transactionID &&
      isAmountOf(key, entry.amount, details) &&
      !undone.has(entry.transactionId),
  );
  const [only] = matching;
  if (!only) return { kind: 'not-done' };
  if (matching.length === 1 && mustBeUnique(key, details)) {
    return { kind: 'done', transactionId: only.transactionId, details };
  }
  const candidates = matching.map(({ transactionId }) => transactionId);
  return unknown('an earlier one of the same amount would look the same', candidates);
}

/** Without an amount all that was left is taken off. */
const isAmountOf = (
  { amount }: FollowUpKey,
  found: string,
  { payment }: PaymentDetails,
): boolean => (amount === undefined ? isSame(payment?.amount, found) : isSame(found, amount));

/** Two of them would be more than the payment is worth. */
function mustBeUnique({ amount }: FollowUpKey, { payment }: PaymentDetails): boolean {
  const worth = Number(payment?.amount ?? NaN);
  return 2 * Number(amount ?? worth) > worth;
}

const isSame = (one: string | null | undefined, other: string): boolean =>
  Number(one ?? NaN) === Number(other);

type Told =
  | PaymentFate
  | { readonly kind: 'told'; readonly details: PaymentDetails; readonly failure?: MonextFailure };

const NOWHERE: ReadonlySet<string> = new Set(['02301', '02310', '02604']);

/** Details of a declined payment have its own code: they are no refusal to tell. */
function toldIn(answer: Details): Told {
  if (answer.ok) return { kind: 'told', details: answer.value };
  const { failure, response } = answer;
  if (failure.transactionId !== undefined) {
    // Read by the contract of the details, whatever the code.
    return { kind: 'told', details: response.body as PaymentDetails, failure };
  }
  if (NOWHERE.has(failure.code)) return { kind: 'not-done' };
  if (failure.outcome === 'ambiguous') return unknown('several payments have this order reference');
  return unknown(`getTransactionDetails is refused: ${failure.code} ${failure.message}`);
}
