import { assert } from '#kernel/defect.ts';
import { SECOND_MS, type Instant } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import type { Balance } from './balance.ts';
import type { WsoneBehaviour, WsoneEnv } from './behaviour.ts';
import { endOfDay, startOfDay } from './calendar.ts';
import { move } from './ledger.ts';
import { offerNumber, type Offer, type OfferDefinition } from './offer.ts';

export interface Issue {
  readonly definition: OfferDefinition;
  readonly personId: string;
  /** What differs from the definition: another number, other dates. */
  readonly with?: Partial<Pick<Offer, 'id' | 'startsAt' | 'endsAt' | 'sentAt' | 'status'>>;
}

/**
 * Gives a customer an offer. By the vendor's sample it can be used from the first moment of that day
 * to the last one of its last day (inferred).
 */
export function issueOffer(draft: WsoneDraft, issue: Issue, { now }: Pick<WsoneEnv, 'now'>): Offer {
  const { definition, personId } = issue;
  const sentAt = issue.with?.sentAt ?? now;
  const number = draft.next('offers');
  const offer: Offer = {
    id: offerNumber(OFFER_SERIALS_FROM + number),
    number,
    definitionId: definition.id,
    personId,
    startsAt: startOfDay(sentAt),
    endsAt: endOfDay(sentAt, definition.lifetimeDays),
    sentAt,
    status: 'available',
    usedBy: undefined,
    ...issue.with,
  };
  assert(!draft.offers.get(offer.id), `offer ${offer.id} is there already`);
  return keepOffer(draft, offer, now);
}

export interface Bargain {
  readonly definition: OfferDefinition;
  /** Whose offer it becomes, and what pays for it. */
  readonly balance: Balance;
  readonly cost: number;
}

/** Issues an offer that costs points, and spends them. */
export function issueForPoints(
  draft: WsoneDraft,
  { definition, balance, cost }: Bargain,
  { now }: Pick<WsoneEnv, 'now'>,
): { readonly offer: Offer; readonly balance: Balance } {
  const offer = issueOffer(draft, { definition, personId: balance.personId }, { now });
  const spent = { amount: -cost, reason: 'offer-issued', reference: offer.id, at: now } as const;
  return { offer, balance: move(draft, balance, { account: 'points', ...spent }) };
}

/** The vendor's samples are far below; a number given by a data set is not met again. */
const OFFER_SERIALS_FROM = 10_000_000;

/** Keeps the offer, and what the agenda has to know of it. */
export function keepOffer(draft: WsoneDraft, offer: Offer, now: Instant): Offer {
  const due = offer.endsAt + SECOND_MS;
  const isOver = offer.status === 'available' && due <= now;
  const kept: Offer = isOver ? { ...offer, status: 'expired' } : offer;
  draft.offers.put(kept);
  if (kept.status === 'available') {
    const command: ExpireOffer = { kind: 'expire-offer', offerNumber: offer.id };
    draft.schedule(expiryKey(offer.id), due, command);
  } else {
    draft.unschedule(expiryKey(offer.id));
  }
  return kept;
}

const expiryKey = (number: string): string => `expire-offer/${number}`;

export interface ExpireOffer {
  readonly kind: 'expire-offer';
  readonly offerNumber: string;
}

/** Only a mark: a receipt of an earlier moment may still use it. */
export const expireOffer: WsoneBehaviour<ExpireOffer, undefined, never> = (
  draft,
  { offerNumber: number },
) => {
  const offer = draft.offers.get(number);
  if (offer?.status === 'available') draft.offers.put({ ...offer, status: 'expired' });
  return done(undefined);
};
