import { done, refused } from '#kernel/outcome.ts';
import { programmeAt } from './account-reading.ts';
import { standingOf, type Standing } from './balance.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { issueForPoints } from './issuing.ts';
import { balanceOf } from './ledger.ts';
import type { HeldOffer } from './offer-reading.ts';
import { found, type Asked, type AskedFailure } from './person-lookup.ts';

export interface EditOffer extends Asked {
  readonly definitionId: string;
}

export interface EditedOffer extends HeldOffer {
  readonly pointsSpent: number;
  readonly standing: Standing;
}

/** Edits in the vendor's word: issues an offer that costs points, and spends them. */
export const editOffer: WsoneBehaviour<
  EditOffer,
  EditedOffer,
  AskedFailure | FailureOf<'offer-definition-unknown' | 'offer-not-enabled'>
> = (draft, { definitionId, ...asked }, env) => {
  const holder = found(draft, asked);
  if (!holder.ok) return holder;
  const definition = draft.offerDefinitions.get(definitionId);
  if (!definition) return refused({ kind: 'offer-definition-unknown', id: definitionId });
  if (definition.trigger.kind !== 'tier') {
    return refused({ kind: 'offer-not-enabled', id: definitionId, points: undefined });
  }
  const { points: pointsSpent } = definition.trigger;
  const { id } = holder.value.person;
  const balance = balanceOf(draft, id, programmeAt(draft, holder.value));
  if (balance.points < pointsSpent) {
    const points = { held: balance.points, needed: pointsSpent };
    return refused({ kind: 'offer-not-enabled', id: definitionId, points });
  }
  const issued = issueForPoints(draft, { definition, balance, cost: pointsSpent }, env);
  const standing = standingOf(issued.balance);
  return done({ offer: issued.offer, definition, pointsSpent, standing });
};
