import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { standingOf, type Balance } from './balance.ts';
import type { WsoneEnv } from './behaviour.ts';
import { earnedBy, grantedBy } from './engine.ts';
import { issueDue, presentOffers } from './engine-offers.ts';
import { keepOffer } from './issuing.ts';
import { balanceOf, move, type Move } from './ledger.ts';
import type { Offer } from './offer.ts';
import type { Receipt } from './receipt.ts';
import type { Settlement, Transaction } from './transaction.ts';

/** Whose receipt, and where the balances are. */
export interface Bought {
  readonly receipt: Receipt;
  readonly personId: string;
  readonly programmeId: string;
}

/** What validating a receipt would do. */
export interface Plan {
  readonly balance: Balance;
  readonly consumed: readonly Offer[];
  readonly visits: number;
  readonly settlement: Settlement;
}

/**
 * Reads and decides, changes nothing. Balances after are those that the receipt itself leads to:
 * what a tier would issue is known only when it is validated.
 */
export function planOf(draft: WsoneDraft, bought: Bought, settings: WsoneSettings): Plan {
  const { receipt, personId, programmeId } = bought;
  const balance = balanceOf(draft, personId, programmeId);
  const presented = presentOffers(draft, bought, settings);
  const { reductionMinor, preTaxReductionMinor } = presented;
  const earned = earnedBy({ receipt, reductionMinor }, settings);
  const granted = grantedBy(receipt, settings);
  const visits = settings.visitsPerTransaction;
  const before = standingOf(balance);
  const { preTaxMinor } = receipt;
  return {
    balance,
    consumed: presented.consumed,
    visits,
    settlement: {
      totalMinor: Math.max(0, receipt.totalMinor) - reductionMinor,
      preTaxMinor:
        preTaxMinor === undefined ? undefined : Math.max(0, preTaxMinor - preTaxReductionMinor),
      discountMinor: receipt.discountMinor + reductionMinor,
      before,
      after: {
        programmeId,
        order: before.order,
        points: before.points + earned + granted,
        visits: before.visits + visits,
      },
      offers: presented.uses,
      earned,
      granted,
    },
  };
}

/** A transaction that is not validated, and what validating it would do now. */
export interface Planned {
  readonly transaction: Transaction;
  readonly plan: Plan;
}

/** Offers are consumed, balances move, what is due is issued: in this order. */
export function settle(
  draft: WsoneDraft,
  { transaction, plan }: Planned,
  env: WsoneEnv,
): Transaction {
  const { id } = transaction;
  for (const offer of plan.consumed) {
    keepOffer(draft, { ...offer, status: 'used', usedBy: id }, env.now);
  }
  const moved = movesOf(plan, { reference: id, at: env.now }).reduce(
    (balance, one) => move(draft, balance, one),
    plan.balance,
  );
  const { balance, issued } = issueDue(draft, moved, env);
  const settlement: Settlement = {
    ...plan.settlement,
    after: standingOf(balance),
    offers: issued.length > 0 ? [...plan.settlement.offers, ...issued] : plan.settlement.offers,
  };
  const valid: Transaction = { ...transaction, status: 'valid', settlement };
  draft.transactions.put(valid);
  return valid;
}

const movesOf = (
  { settlement, visits }: Plan,
  due: Pick<Move, 'reference' | 'at'>,
): readonly Move[] => [
  { account: 'points', amount: settlement.earned, reason: 'purchase', ...due },
  { account: 'points', amount: settlement.granted, reason: 'till-advantage', ...due },
  { account: 'visits', amount: visits, reason: 'visit', ...due },
];
