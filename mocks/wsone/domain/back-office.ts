import { SECOND_MS, type Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { programmeAt } from './account-reading.ts';
import { standingOf, type Standing } from './balance.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import { offerNumbered } from './engine-offers.ts';
import { block, identifierId, type Identifier, type IdentifierKey } from './identifier.ts';
import { issueOffer, keepOffer } from './issuing.ts';
import { balanceOf, move } from './ledger.ts';
import type { Offer } from './offer.ts';
import type { Person } from './person.ts';

/** Whose card it is, also one that is blocked: who has lost it is still a customer. */
export type Customer = IdentifierKey | { readonly groupeId: string };

export type CustomerUnknown = { readonly kind: 'customer-unknown'; readonly customer: string };

function customerOf(draft: WsoneDraft, asked: Customer): Outcome<Person, CustomerUnknown> {
  const person =
    'groupeId' in asked
      ? draft.persons.get(asked.groupeId)
      : draft.persons.get(draft.identifiers.get(identifierId(asked))?.personId ?? '');
  const customer = 'groupeId' in asked ? asked.groupeId : asked.value;
  return person ? done(person) : refused({ kind: 'customer-unknown', customer });
}

export interface GrantOffer {
  readonly customer: Customer;
  /** Of the definition. */
  readonly offerId: string;
  /** Undefined: the next one. */
  readonly number: string | undefined;
  readonly startsAt: Instant | undefined;
  readonly endsAt: Instant | undefined;
}

type GrantFailure =
  | CustomerUnknown
  | { readonly kind: 'offer-definition-unknown'; readonly id: string }
  | { readonly kind: 'offer-number-taken'; readonly number: string }
  | { readonly kind: 'offer-ends-before-it-starts' };

/** Gives a customer an offer, whatever it costs and whether it is due. */
export const grantOffer: WsoneBehaviour<GrantOffer, Offer, GrantFailure> = (
  draft,
  { customer, offerId, number, startsAt, endsAt },
  env,
) => {
  const person = customerOf(draft, customer);
  if (!person.ok) return person;
  const definition = draft.offerDefinitions.get(offerId);
  if (!definition) return refused({ kind: 'offer-definition-unknown', id: offerId });
  if (number !== undefined && isTaken(draft, number)) {
    return refused({ kind: 'offer-number-taken', number });
  }
  const given = {
    ...(number === undefined ? {} : { id: number }),
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
  const issued = issueOffer(draft, { definition, personId: person.value.id, with: given }, env);
  return issued.endsAt < issued.startsAt
    ? refused({ kind: 'offer-ends-before-it-starts' })
    : done(issued);
};

const isTaken = (draft: WsoneDraft, number: string): boolean =>
  draft.offers.get(number) !== undefined || draft.offerAliases.get(number) !== undefined;

export interface AdjustPoints {
  readonly customer: Customer;
  /** Negative to take them away. */
  readonly points: number;
  readonly reason: string;
}

/**
 * Gives points to a customer, or takes them, where the customer's own store keeps them. A tier that
 * they reach is looked at with the next receipt.
 */
export const adjustPoints: WsoneBehaviour<AdjustPoints, Standing, CustomerUnknown> = (
  draft,
  { customer, points, reason },
  { now },
) => {
  const person = customerOf(draft, customer);
  if (!person.ok) return person;
  const programmeId = programmeAt(draft, { person: person.value, store: undefined });
  const balance = balanceOf(draft, person.value.id, programmeId);
  const due = { account: 'points', reason: 'adjustment', reference: reason, at: now } as const;
  return done(standingOf(move(draft, balance, { amount: points, ...due })));
};

export type ExpireOffers =
  | { readonly kind: 'one'; readonly number: string }
  | { readonly kind: 'all-of'; readonly customer: Customer };

type ExpireFailure =
  | CustomerUnknown
  | { readonly kind: 'offer-unknown'; readonly number: string }
  | { readonly kind: 'offer-used'; readonly number: string };

/** Ends offers now: a receipt of an earlier moment may still use them. */
export const expireOffers: WsoneBehaviour<ExpireOffers, readonly Offer[], ExpireFailure> = (
  draft,
  asked,
  { now },
) => {
  const found = offersAsked(draft, asked);
  if (!found.ok) return found;
  const ended = found.value.map((offer): Offer => {
    const endsAt = Math.min(offer.endsAt, now - SECOND_MS);
    return keepOffer(draft, { ...offer, endsAt, status: 'expired' }, now);
  });
  return done(ended);
};

function offersAsked(
  draft: WsoneDraft,
  asked: ExpireOffers,
): Outcome<readonly Offer[], ExpireFailure> {
  if (asked.kind === 'all-of') {
    const person = customerOf(draft, asked.customer);
    return person.ok ? done(draft.offers.where('held', person.value.id)) : person;
  }
  const { number } = asked;
  const { offer } = offerNumbered(draft, number);
  if (!offer) return refused({ kind: 'offer-unknown', number });
  return offer.status === 'used' ? refused({ kind: 'offer-used', number }) : done([offer]);
}

type BlockFailure =
  | { readonly kind: 'card-unknown'; readonly value: string }
  | { readonly kind: 'card-replaced'; readonly value: string };

/** A card that is lost: nothing can be done with it any more. */
export const blockCard: WsoneBehaviour<IdentifierKey, Identifier, BlockFailure> = (draft, key) => {
  const identifier = draft.identifiers.get(identifierId(key));
  if (!identifier) return refused({ kind: 'card-unknown', value: key.value });
  const blocked = block(identifier);
  if (!blocked.ok) return refused({ kind: 'card-replaced', value: key.value });
  draft.identifiers.put(blocked.value);
  return blocked;
};
