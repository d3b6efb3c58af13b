import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import type { Balance } from './balance.ts';
import type { WsoneEnv } from './behaviour.ts';
import { reductionOf, withoutTax } from './engine.ts';
import { issueForPoints } from './issuing.ts';
import { isUsable, type Offer, type OfferDefinition } from './offer.ts';
import type { Receipt } from './receipt.ts';
import type { OfferUse } from './transaction.ts';

/** What the offers that a customer presents come to. */
export interface Presented {
  /** One for each number, in the order of the request. */
  readonly uses: readonly OfferUse[];
  readonly consumed: readonly Offer[];
  readonly reductionMinor: number;
  /** The same without tax. */
  readonly preTaxReductionMinor: number;
}

const NOTHING: Presented = { uses: [], consumed: [], reductionMinor: 0, preTaxReductionMinor: 0 };

export interface Presenting {
  readonly receipt: Receipt;
  readonly personId: string;
}

/**
 * Judges offers one after the other; one that cannot be used fails nothing (inferred). Decides only:
 * nothing is consumed here.
 */
export function presentOffers(
  draft: WsoneDraft,
  { receipt, personId }: Presenting,
  settings: WsoneSettings,
): Presented {
  if (receipt.offerNumbers.length === 0) return NOTHING;
  const uses: OfferUse[] = [];
  const consumed: Offer[] = [];
  const payableMinor = Math.max(0, receipt.totalMinor);
  let reductionMinor = 0;
  let preTaxReductionMinor = 0;
  for (const number of receipt.offerNumbers) {
    const { offer, definition } = offerNumbered(draft, number);
    const basket = { personId, at: receipt.at, totalMinor: receipt.totalMinor };
    const isTaken = offer !== undefined && consumed.some(({ id }) => id === offer.id);
    if (!offer || !definition || isTaken || !isUsable(offer, definition, basket)) {
      uses.push(useOf(offer?.id ?? number, definition, NOT_USED));
      continue;
    }
    const leftMinor = payableMinor - reductionMinor;
    const offMinor = definition.isAppliedByEngine ? reductionOf(definition.discount, leftMinor) : 0;
    reductionMinor += offMinor;
    preTaxReductionMinor += withoutTax(offMinor, definition.taxRate ?? settings.offerTaxRate);
    consumed.push(offer);
    uses.push(useOf(offer.id, definition, USED));
  }
  return { uses, consumed, reductionMinor, preTaxReductionMinor };
}

const NOT_USED = { isUsed: false, isIssued: false, pointsSpent: 0 } as const;
const USED = { isUsed: true, isIssued: false, pointsSpent: 0 } as const;

function useOf(
  number: string,
  definition: OfferDefinition | undefined,
  fate: Pick<OfferUse, 'isUsed' | 'isIssued' | 'pointsSpent'>,
): OfferUse {
  const offer = definition && { name: definition.name, discount: definition.discount };
  return { number, offer, ...fate };
}

/** By its own number, or by another one that leads to it. */
export function offerNumbered(
  draft: WsoneDraft,
  number: string,
): { readonly offer: Offer | undefined; readonly definition: OfferDefinition | undefined } {
  const own = draft.offers.get(number);
  const alias = own ? undefined : draft.offerAliases.get(number);
  const offer = alias ? draft.offers.get(alias.offerNumber) : own;
  return { offer, definition: offer && draft.offerDefinitions.get(offer.definitionId) };
}

/** More in one receipt are a mistake of whoever set the tier; the rest comes with the next one. */
const MOST_ISSUED = 100;

/** Issues what the points of a balance reach, once for each time they do; the dearest tier first. */
export function issueDue(
  draft: WsoneDraft,
  balance: Balance,
  env: WsoneEnv,
): { readonly balance: Balance; readonly issued: readonly OfferUse[] } {
  const issued: OfferUse[] = [];
  if (!env.settings.marketingEngine) return { balance, issued };
  let left = balance;
  for (const definition of draft.offerDefinitions.range('tiers', { reverse: true })) {
    if (definition.trigger.kind !== 'tier') continue;
    const { points: cost } = definition.trigger;
    while (left.points >= cost && issued.length < MOST_ISSUED) {
      const bought = issueForPoints(draft, { definition, balance: left, cost }, env);
      left = bought.balance;
      const fate = { isUsed: false, isIssued: true, pointsSpent: cost } as const;
      issued.push(useOf(bought.offer.id, definition, fate));
    }
  }
  return { balance: left, issued };
}
