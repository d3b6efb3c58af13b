import type { Draft } from '#kernel/draft.ts';
import { many, ordered, table } from '#kernel/table-spec.ts';
import type { Balance, Movement } from './domain/balance.ts';
import type { Client } from './domain/client.ts';
import type { Form, FormAnswers } from './domain/form.ts';
import type { Identifier } from './domain/identifier.ts';
import type { Offer, OfferAlias, OfferDefinition } from './domain/offer.ts';
import {
  emailKey,
  fullNameKey,
  nameKey,
  phoneKey,
  type Person,
  type SubscriptionKind,
} from './domain/person.ts';
import type { Store } from './domain/store.ts';
import { numberKey, wholeKey } from './domain/receipt.ts';
import {
  counts,
  isKept,
  personAtStoreKey,
  personKey,
  storeKey,
  type Refund,
  type Transaction,
} from './domain/transaction.ts';

const unlessEmpty = (key: string): string | undefined => (key === '' ? undefined : key);

export const tables = {
  clients: table<Client>()({}),
  stores: table<Store>()({
    byRank: ordered((store) => store.rank),
    byParent: many(
      (store) => store.parentId,
      (store) => store.rank,
    ),
  }),
  persons: table<Person>()({
    byNumber: ordered((person) => person.number),
    byEmail: many(
      ({ email }) => unlessEmpty(emailKey(email)),
      (person) => person.number,
    ),
    byCellPhone: many(
      ({ cellPhone }) => unlessEmpty(phoneKey(cellPhone)),
      (person) => person.number,
    ),
    byLastName: many(
      ({ lastName }) => unlessEmpty(nameKey(lastName)),
      (person) => person.number,
    ),
    byFullName: many(
      ({ lastName, firstName }) => fullNameKey(lastName, firstName),
      (person) => person.number,
    ),
  }),
  subscriptionKinds: table<SubscriptionKind>()({}),
  /** By `identifierId`. */
  identifiers: table<Identifier>()({
    byPerson: many(
      (identifier) => identifier.personId,
      (identifier) => identifier.type,
    ),
  }),
  /** By `balanceId`. */
  balances: table<Balance>()({ byPerson: many((balance) => balance.personId) }),
  movements: table<Movement>()({
    bySequence: ordered((movement) => movement.sequence),
    byBalance: many(
      (movement) => movement.balanceId,
      (movement) => movement.sequence,
    ),
  }),
  offerDefinitions: table<OfferDefinition>()({
    byRank: ordered((definition) => definition.rank),
    welcome: ordered(({ trigger, rank }) => (trigger.kind === 'welcome' ? rank : undefined)),
    /** By the points that they cost. */
    tiers: ordered(({ trigger }) => (trigger.kind === 'tier' ? trigger.points : undefined)),
  }),
  offers: table<Offer>()({
    byPerson: many(
      (offer) => offer.personId,
      (offer) => offer.number,
    ),
    /** By person: those that were not used yet. */
    held: many(
      ({ status, personId }) => (status === 'used' ? undefined : personId),
      (offer) => offer.number,
    ),
  }),
  offerAliases: table<OfferAlias>()({}),
  transactions: table<Transaction>()({
    byNumber: ordered((transaction) => transaction.number),
    /** By `wholeKey` of its receipt. */
    byReceipt: many(
      (transaction) => (isKept(transaction) ? wholeKey(transaction.receipt) : undefined),
      (transaction) => transaction.number,
    ),
    /** By `numberKey` of its receipt. */
    byReceiptNumber: many(
      ({ receipt }) => numberKey(receipt),
      (transaction) => transaction.number,
    ),
    byPerson: many(
      (transaction) => transaction.personId,
      (transaction) => transaction.number,
    ),
    /** By `personKey` and by `personAtStoreKey`: those that count, by the moment of their receipt. */
    counting: many(
      (transaction) => (counts(transaction) ? countingKeys(transaction) : undefined),
      ({ receipt }) => receipt.at,
    ),
    /** By `personKey` and by `storeKey`: those that are not validated. */
    pending: many(
      ({ status, personId, receipt }) =>
        status === 'pending' ? [personKey(personId), storeKey(receipt.storeId)] : undefined,
      (transaction) => transaction.number,
    ),
  }),
  refunds: table<Refund>()({
    byTransaction: many(
      (refund) => refund.transactionId,
      (refund) => refund.number,
    ),
    /** By `wholeKey` of the return's receipt. */
    byReceipt: many(
      (refund) => wholeKey(refund.receipt),
      (refund) => refund.number,
    ),
  }),
  forms: table<Form>()({ byRank: ordered((form) => form.rank) }),
  /** By `formAnswersId`. */
  formAnswers: table<FormAnswers>()({ byPerson: many((answers) => answers.personId) }),
};

const countingKeys = ({ personId, receipt }: Transaction): readonly string[] => [
  personKey(personId),
  personAtStoreKey(personId, receipt.storeId),
];

export type WsoneTables = typeof tables;
export type WsoneDraft = Draft<WsoneTables>;

export { balanceId } from './domain/balance.ts';
export { CARD, identifierId, WEB_ACCOUNT } from './domain/identifier.ts';
export { issueOffer } from './domain/issuing.ts';
export { programmeOf } from './domain/store.ts';
export {
  ALL_CONSENT,
  groupeId,
  NO_ADDRESS,
  NO_SEGMENTS,
  NO_SUBSCRIPTIONS,
} from './domain/person.ts';
export type {
  Balance,
  Client,
  Form,
  FormAnswers,
  Identifier,
  Movement,
  Offer,
  OfferAlias,
  OfferDefinition,
  Person,
  Refund,
  Store,
  SubscriptionKind,
  Transaction,
};
