import { Type, type Static } from '@sinclair/typebox';
import type { Env } from '#kernel/behaviour.ts';
import type { Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import { DATE_PATTERN, parseDate } from '#kernel/relative-date.ts';
import {
  adjustPoints,
  blockCard,
  expireOffers,
  grantOffer,
  type Customer,
} from './domain/back-office.ts';
import type { WsoneEnv } from './domain/behaviour.ts';
import { ZONE } from './domain/calendar.ts';
import { CARD } from './domain/identifier.ts';
import type { WsoneDraft } from './state.ts';

const closed = { additionalProperties: false } as const;

/** Who is meant: by a card or WEB account, or by the vendor's id of a customer. */
const WHO = {
  identifierType: Type.Optional(
    Type.Integer({ description: '1 card, 10 WEB account; absent: 1.' }),
  ),
  identifierValue: Type.Optional(Type.String({ minLength: 1, description: 'Or `groupeId`.' })),
  groupeId: Type.Optional(Type.String({ minLength: 1 })),
} as const;

const When = (description: string) => Type.String({ pattern: DATE_PATTERN, description });

const GrantOffer = Type.Object(
  {
    ...WHO,
    offerId: Type.String({ description: 'Of the offer’s definition: `60450`.' }),
    offerNumber: Type.Optional(Type.String({ minLength: 1, description: 'Absent: the next.' })),
    startDate: Type.Optional(When('`now+1d`, or ISO 8601 with zone; absent: today.')),
    endDate: Type.Optional(When('The last moment; absent: as long as the offer lives.')),
  },
  closed,
);

const AdjustPoints = Type.Object(
  {
    ...WHO,
    points: Type.Integer({
      minimum: -1_000_000,
      maximum: 1_000_000,
      description: 'Negative to take them away.',
    }),
    reason: Type.String({ minLength: 1, description: 'Kept with the movement.' }),
  },
  closed,
);

const ExpireOffers = Type.Object(
  {
    ...WHO,
    offerNumber: Type.Optional(
      Type.String({ minLength: 1, description: 'Only this one; or all that a customer holds.' }),
    ),
  },
  closed,
);

const BlockCard = Type.Object(
  {
    identifierType: WHO.identifierType,
    identifierValue: Type.String({ minLength: 1 }),
  },
  closed,
);

/** The kernel gives an action its vendor's own settings, whose type it does not know. */
const own = (env: Env): WsoneEnv => env as WsoneEnv;

interface Who {
  readonly identifierType?: number;
  readonly identifierValue?: string;
  readonly groupeId?: string;
}

type Incomplete = { readonly kind: 'customer-not-named' };

function customerIn({ identifierType = CARD, identifierValue, groupeId }: Who) {
  if (groupeId !== undefined) return done<Customer>({ groupeId });
  if (identifierValue === undefined) return refused<Incomplete>({ kind: 'customer-not-named' });
  return done<Customer>({ type: identifierType, value: identifierValue });
}

type NoDate = { readonly kind: 'no-such-date'; readonly text: string };

function dateIn(text: string | undefined, { now }: Env): Outcome<Instant | undefined, NoDate> {
  if (text === undefined) return done(undefined);
  const at = parseDate(text, now, ZONE);
  return at === undefined ? refused({ kind: 'no-such-date', text }) : done(at);
}

/** What the brand does behind the counter. */
export const actions = {
  'grant-offer': {
    summary: 'Gives a customer an offer, whatever it costs and whether it is due.',
    parameters: GrantOffer,
    evidence: 'guess',
    run: (draft: WsoneDraft, asked: Static<typeof GrantOffer>, env: Env) => {
      const customer = customerIn(asked);
      if (!customer.ok) return customer;
      const startsAt = dateIn(asked.startDate, env);
      if (!startsAt.ok) return startsAt;
      const endsAt = dateIn(asked.endDate, env);
      if (!endsAt.ok) return endsAt;
      const { offerId, offerNumber: number } = asked;
      const dates = { startsAt: startsAt.value, endsAt: endsAt.value };
      return grantOffer(draft, { customer: customer.value, offerId, number, ...dates }, own(env));
    },
  },
  'adjust-points': {
    summary: 'Gives points to a customer, or takes them, for a reason.',
    parameters: AdjustPoints,
    evidence: 'guess',
    run: (draft: WsoneDraft, asked: Static<typeof AdjustPoints>, env: Env) => {
      const customer = customerIn(asked);
      if (!customer.ok) return customer;
      const { points, reason } = asked;
      return adjustPoints(draft, { customer: customer.value, points, reason }, own(env));
    },
  },
  'expire-offers': {
    summary: 'Ends an offer now, or all that a customer holds.',
    parameters: ExpireOffers,
    evidence: 'guess',
    run: (draft: WsoneDraft, asked: Static<typeof ExpireOffers>, env: Env) => {
      const { offerNumber: number } = asked;
      if (number !== undefined) return expireOffers(draft, { kind: 'one', number }, own(env));
      const customer = customerIn(asked);
      if (!customer.ok) return customer;
      return expireOffers(draft, { kind: 'all-of', customer: customer.value }, own(env));
    },
  },
  'block-card': {
    summary: 'Blocks a card or WEB account: every call with it is refused.',
    parameters: BlockCard,
    evidence: 'guess',
    run: (draft: WsoneDraft, asked: Static<typeof BlockCard>, env: Env) => {
      const { identifierType: type = CARD, identifierValue: value } = asked;
      return blockCard(draft, { type, value }, own(env));
    },
  },
} as const;
