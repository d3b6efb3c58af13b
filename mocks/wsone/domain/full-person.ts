import type { Instant } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import { standingsOf } from './account-reading.ts';
import type { Standing } from './balance.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import { usableOffers, type AskedAt, type HeldOffer } from './offer-reading.ts';
import { found, sheetOf, type AskedFailure, type PersonSheet } from './person-lookup.ts';

export interface FullPerson extends PersonSheet {
  readonly offers: readonly HeldOffer[];
  readonly standings: readonly Standing[];
}

/** What a till shows of a customer at once. */
export const getFullPerson: WsoneBehaviour<AskedAt, FullPerson, AskedFailure> = (
  draft,
  { at, ...asked },
  { now, settings },
) => {
  const holder = found(draft, asked);
  if (!holder.ok) return holder;
  const { person } = holder.value;
  const judgedAt: Instant = settings.askedDate === 'ignored' ? now : (at ?? now);
  return done({
    ...sheetOf(draft, person),
    offers: usableOffers(draft, person, judgedAt),
    standings: standingsOf(draft, holder.value),
  });
};
