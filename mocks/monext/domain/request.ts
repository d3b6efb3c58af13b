import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextEnv } from './behaviour.ts';
import type { CardFields } from './card.ts';
import { presented, type CardFailure, type PresentedCard } from './card-fields.ts';
import { isCurrency } from './currency.ts';
import { fieldInvalid, type FailureOf } from './failure.ts';
import { brokenRule, type RuleContext } from './field-rules.ts';
import { contractId, type Merchant, type PaymentContract } from './merchant.ts';
import { orderRules } from './order-rules.ts';
import { knownFields, orderOf, type Order, type OrderFields } from './order.ts';
import { termsOf, type PaymentFields, type Terms, type TermsFailure } from './payment-fields.ts';
import type { Pair, Purchase } from './transaction.ts';

/** What every call says. */
export interface Called {
  readonly merchant: Merchant;
  /** Of the protocol. */
  readonly version: number;
}

/** What a payment by card brings along. */
export interface CardRequest extends Called {
  readonly payment: PaymentFields;
  readonly card: CardFields;
  readonly order: OrderFields | undefined;
  readonly with3dSecure: boolean;
  readonly privateData: readonly Pair[];
  readonly told: Pick<Purchase, 'buyer' | 'subMerchant' | 'media' | 'travelFileNumber'>;
}

/** A card request whose fields are right. */
export interface Judged {
  readonly terms: Terms;
  readonly contract: PaymentContract;
  readonly card: PresentedCard;
  readonly order: Order | undefined;
}

export type RequestFailure =
  | TermsFailure
  | CardFailure
  | OrderFailure
  | LimitFailure
  | FailureOf<'contract-unknown' | 'private-data-too-many'>;
export type OrderFailure = FailureOf<'field-invalid' | 'order-missing'>;
export type LimitFailure = FailureOf<
  'currency-unknown' | 'amount-above-contract' | 'amount-below-contract'
>;

export interface Judging {
  readonly actions: readonly string[];
  readonly needsOrder: boolean;
}

/** The payment, the card, the order, the rest; then what the contract allows. */
export function judge(
  draft: MonextDraft,
  request: CardRequest,
  { actions, needsOrder, env }: Judging & { readonly env: MonextEnv },
): Outcome<Judged, RequestFailure> {
  const { merchant, payment, with3dSecure } = request;
  const context = contextOf(request, payment.action, env);
  const terms = termsOf(payment, actions, context);
  if (!terms.ok) return terms;
  const contract = draft.contracts.get(contractId(merchant.id, payment.contractNumber ?? ''));
  if (!contract) return refused({ kind: 'contract-unknown' });
  const byToken = (token: string) => draft.cards.get(token);
  const card = presented(request.card, { byToken, with3dSecure });
  if (!card.ok) return card;
  const order = judgeOrder(request.order, needsOrder, context);
  if (!order.ok) return order;
  const tooMany = judgePrivateData(request.privateData, env);
  if (tooMany) return refused(tooMany);
  const limit = limitProblem(terms.value, contract, env);
  if (limit) return refused(limit);
  return done({ terms: terms.value, contract, card: card.value, order: order.value });
}

export const contextOf = (
  { version }: Called,
  action: string | undefined,
  { now, settings }: MonextEnv,
): RuleContext => ({ version, action, now, settings });

export function judgeOrder(
  fields: OrderFields | undefined,
  isNeeded: boolean,
  context: RuleContext,
): Outcome<Order | undefined, OrderFailure> {
  if (!fields && !isNeeded) return done(undefined);
  if (!fields && context.settings.orderMissing === '02101') {
    return refused({ kind: 'order-missing' });
  }
  const known = knownFields(fields ?? {}, context.version);
  const broken = brokenRule(orderRules, known, context);
  return broken
    ? refused(fieldInvalid(broken.label, broken.rule, broken.evidence))
    : done(orderOf(known));
}

export const judgePrivateData = (
  pairs: readonly Pair[],
  { settings }: MonextEnv,
): FailureOf<'private-data-too-many'> | undefined =>
  pairs.length > 0 && pairs.length > settings.privateDataLimit
    ? { kind: 'private-data-too-many' }
    : undefined;

function limitProblem(
  { amountMinor, currency }: Terms,
  { minAmountMinor, maxAmountMinor }: PaymentContract,
  { settings }: MonextEnv,
): LimitFailure | undefined {
  if (amountMinor > (maxAmountMinor ?? Infinity)) return { kind: 'amount-above-contract' };
  if (amountMinor < (minAmountMinor ?? 0)) return { kind: 'amount-below-contract' };
  if (!isCurrency(currency) && settings.unknownCurrency === '01181') {
    return { kind: 'currency-unknown' };
  }
  return undefined;
}
