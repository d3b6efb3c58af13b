import { done, refused } from '#kernel/outcome.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import { askBank, AUTHENTICATION_FAILED } from './bank.ts';
import type { MonextBehaviour, MonextEnv } from './behaviour.ts';
import { enter, enterFailed, openPayment, type Entry } from './booking.ts';
import { scheduleCapture } from './deferred.ts';
import { enterDuplicate } from './duplicates.ts';
import type { FailureOf } from './failure.ts';
import { authorisationActions, VERIFICATION } from './payment-fields.ts';
import { judge, type CardRequest, type Judged, type RequestFailure } from './request.ts';
import { APPROVED, isApproval } from './simulator.ts';
import { nextLinkedId } from './transaction-id.ts';
import type { Transaction, TransactionType } from './transaction.ts';

export interface Authorise extends CardRequest {
  /** What the card network knows an earlier payment by, that this one belongs to. */
  readonly linkedTransactionId: string | undefined;
}

export interface Debit extends CardRequest {
  /** Of the authorisation that was given elsewhere. */
  readonly authorisationNumber: string | undefined;
}

export interface Credit extends CardRequest {
  readonly comment: string | undefined;
}

/** Homologation gives this number to every authorisation. */
export const AUTHORISATION_NUMBER = 'A55A';

const AUTHORISATIONS = [...authorisationActions.keys()];
const DEBITS = ['204'];
const CREDITS = ['422'];

/** What the bank declines is an entry too, whose code tells why. */
export const authorise: MonextBehaviour<Authorise, Transaction, RequestFailure> = (
  draft,
  request,
  env,
) => {
  const judged = judge(draft, request, { actions: AUTHORISATIONS, needsOrder: true, env });
  if (!judged.ok) return judged;
  const { terms, contract, card } = judged.value;
  const { captures = false, withoutCvx = false } = authorisationActions.get(terms.action) ?? {};
  const type = typeOf(terms.action, captures);
  const entry = entryOf(type, request, judged.value);
  const duplicate = contract.checksDuplicates ? enterDuplicate(draft, entry, env) : undefined;
  if (duplicate) return done(duplicate);
  const { with3dSecure } = request;
  const { amountMinor, currency } = terms;
  const asked = { contract, amountMinor, currency, card, withoutCvx, with3dSecure };
  const code = askBank(draft, { ...asked, isSimulated: true }, env);
  if (code === AUTHENTICATION_FAILED) return done(enterFailed(draft, { ...entry, code }, env));
  const isCaptured = type === 'sale' && terms.deferredTo === undefined;
  const said: Entry = {
    ...entry,
    code,
    authorisationNumber: isApproval(code) ? AUTHORISATION_NUMBER : '',
    linkedTransactionId: request.linkedTransactionId ?? nextLinkedId(draft),
    settlement: isCaptured ? 'pending' : 'none',
  };
  return done(enterPayment(draft, said, { judged: judged.value, env }));
};

function typeOf(action: string, captures: boolean): TransactionType {
  if (action === VERIFICATION) return 'verification';
  return captures ? 'sale' : 'authorisation';
}

interface Asking {
  readonly judged: Judged;
  readonly env: MonextEnv;
}

/** Enters a payment and, where the bank agrees, its money. */
function enterPayment(draft: MonextDraft, entry: Entry, { judged, env }: Asking): Transaction {
  const transaction = enter(draft, entry, env);
  if (transaction.status !== 'declined') keepCard(draft, judged);
  if (transaction.status !== 'accepted') return transaction;
  openPayment(draft, transaction, env);
  const { deferredTo } = judged.terms;
  if (deferredTo !== undefined) scheduleCapture(draft, transaction.id, deferredTo);
  return transaction;
}

/** From then on its token stands for it. */
function keepCard(draft: MonextDraft, { card: { id, card, simulated } }: Judged): void {
  const known = draft.cards.get(id)?.card;
  if (known?.expiry === card.expiry && known.holder === card.holder) return;
  draft.cards.put({ id, card, simulated });
}

function entryOf(
  type: TransactionType,
  { merchant, payment, privateData, told, with3dSecure }: CardRequest,
  { terms, contract, card, order }: Judged,
) {
  // What the bank will say has its place already: properties that are added later are dear.
  return {
    type,
    merchantId: merchant.id,
    contractNumber: contract.number,
    amountMinor: terms.amountMinor,
    currency: terms.currency,
    orderRef: order?.ref,
    card: card.card,
    payment,
    with3dSecure,
    purchase: { order, privateData, ...told },
    code: APPROVED,
    authorisationNumber: '',
    linkedTransactionId: undefined,
    settlement: 'none',
    comment: undefined,
  } satisfies Entry;
}

/** Its own field is looked for before all others: recorded so. */
export const debit: MonextBehaviour<
  Debit,
  Transaction,
  RequestFailure | FailureOf<'authorization-number-missing'>
> = (draft, request, env) => {
  const { authorisationNumber } = request;
  if (authorisationNumber === undefined) return refused({ kind: 'authorization-number-missing' });
  const judged = judge(draft, request, { actions: DEBITS, needsOrder: true, env });
  if (!judged.ok) return judged;
  const code = askWithoutBuyer(draft, judged.value, env);
  const entry = entryOf('debit', request, judged.value);
  const said: Entry = { ...entry, authorisationNumber, code, settlement: 'pending' };
  return done(enterPayment(draft, said, { judged: judged.value, env }));
};

export const credit: MonextBehaviour<Credit, Transaction, RequestFailure> = (
  draft,
  request,
  env,
) => {
  const judged = judge(draft, request, { actions: CREDITS, needsOrder: false, env });
  if (!judged.ok) return judged;
  const code = askWithoutBuyer(draft, judged.value, env);
  const { comment } = request;
  const entry = entryOf('credit', request, judged.value);
  return done(enter(draft, { ...entry, comment, code, settlement: 'pending' }, env));
};

/** Nobody is there who could prove anything; the simulator knows payments only. */
function askWithoutBuyer(draft: MonextDraft, judged: Judged, env: MonextEnv): string {
  const { contract, card, terms } = judged;
  const { amountMinor, currency } = terms;
  const proven = { withoutCvx: true, with3dSecure: true, isSimulated: false };
  return askBank(draft, { contract, amountMinor, currency, card, ...proven }, env);
}
