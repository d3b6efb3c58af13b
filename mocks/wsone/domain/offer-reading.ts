import { assert } from '#kernel/defect.ts';
import { SECOND_MS, type Instant } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import type { Offer, OfferDefinition, WsoneDraft } from '#mocks/wsone/state.ts';
import { programmeAt } from './account-reading.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import { balanceOf } from './ledger.ts';
import { found, type Asked, type AskedFailure } from './person-lookup.ts';
import type { Person } from './person.ts';

export interface HeldOffer {
  readonly offer: Offer;
  readonly definition: OfferDefinition;
}

export interface AskedAt extends Asked {
  /** The moment at which offers are judged; undefined: now. */
  readonly at: Instant | undefined;
}

/** What the customer holds and could use at that moment, oldest first. */
export const getAvailableOffers: WsoneBehaviour<AskedAt, readonly HeldOffer[], AskedFailure> = (
  draft,
  { at, ...asked },
  { now },
) => {
  const holder = found(draft, asked);
  return holder.ok ? done(usableOffers(draft, holder.value.person, at ?? now)) : holder;
};

export const usableOffers = (
  draft: WsoneDraft,
  person: Person,
  at: Instant,
): readonly HeldOffer[] =>
  draft.offers
    .where('held', person.id)
    .filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt + SECOND_MS)
    .map((offer) => {
      const definition = draft.offerDefinitions.get(offer.definitionId);
      assert(definition, `offer ${offer.id} has no definition ${offer.definitionId}`);
      return { offer, definition };
    });

/**
 * What the customer has the points for. With the marketing engine on these are issued by themselves
 * at the next receipt; a till may be quicker.
 */
export const getEnableOffers: WsoneBehaviour<Asked, readonly OfferDefinition[], AskedFailure> = (
  draft,
  asked,
) => {
  const holder = found(draft, asked);
  if (!holder.ok) return holder;
  const programmeId = programmeAt(draft, holder.value);
  const { points } = balanceOf(draft, holder.value.person.id, programmeId);
  return done(draft.offerDefinitions.range('tiers', { to: points + 1 }));
};
