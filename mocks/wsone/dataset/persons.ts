import { DatasetProblem } from '#kit/dataset-problem.ts';
import { balanceId } from '#mocks/wsone/domain/balance.ts';
import { CARD, identifierId } from '#mocks/wsone/domain/identifier.ts';
import { keepOffer, issueOffer } from '#mocks/wsone/domain/issuing.ts';
import { move } from '#mocks/wsone/domain/ledger.ts';
import {
  ALL_CONSENT,
  groupeId,
  NO_SEGMENTS,
  NO_SUBSCRIPTIONS,
} from '#mocks/wsone/domain/person.ts';
import { programmeOf } from '#mocks/wsone/domain/store.ts';
import type { Identifier, Offer, WsoneDraft } from '#mocks/wsone/state.ts';
import { dateOf, eachNamed, referred, type DatasetMoment, type IdsByName } from './names.ts';
import type {
  DatasetHeldOffer,
  DatasetIdentifier,
  DatasetPerson,
  DatasetSection,
} from './schema.ts';

export interface Ids {
  readonly stores: IdsByName;
  readonly offerDefinitions: IdsByName;
}

interface Placing {
  readonly ids: Ids;
  readonly moment: DatasetMoment;
}

export interface PersonNames {
  readonly persons: IdsByName;
  /** Of each person the first card that is active, and those that are nobody's. */
  readonly cards: IdsByName;
  readonly offers: IdsByName;
}

export function installPersons(
  draft: WsoneDraft,
  section: DatasetSection,
  placing: Placing,
): PersonNames {
  const persons: Record<string, string> = {};
  const cards: Record<string, string> = {};
  const offers: Record<string, string> = {};
  eachNamed(section.persons, (person, name) => {
    const pointer = `/persons/${name}`;
    const id = putPerson(draft, person, { ...placing, pointer });
    persons[name] = id;
    for (const [at, identifier] of (person.identifiers ?? []).entries()) {
      const where = { ...placing, pointer: `${pointer}/identifiers/${at}` };
      putIdentifier(draft, { identifier, personId: id }, where);
    }
    const card = person.identifiers?.find(isActiveCard);
    if (card) cards[name] = card.value;
    putBalance(draft, person, { ...placing, personId: id, pointer });
    eachNamed(person.offers, (held, offer) => {
      const where = { ...placing, pointer: `${pointer}/offers/${offer}` };
      offers[`${name}_${offer}`] = putOffer(draft, { held, personId: id }, where);
    });
  });
  eachNamed(section.freeIdentifiers, (identifier, name) => {
    const where = { ...placing, pointer: `/freeIdentifiers/${name}` };
    putIdentifier(draft, { identifier, personId: undefined }, where);
    if (isActiveCard(identifier)) cards[`free_${name}`] = identifier.value;
  });
  return { persons, cards, offers };
}

const isActiveCard = ({ type = CARD, status = 'active' }: DatasetIdentifier): boolean =>
  type === CARD && status === 'active';

interface Where extends Placing {
  readonly pointer: string;
}

function putPerson(draft: WsoneDraft, person: DatasetPerson, where: Where): string {
  const { ids, moment, pointer } = where;
  const number = draft.next('persons');
  const id = person.groupeId ?? groupeId(number);
  if (draft.persons.get(id)) throw new DatasetProblem(`${pointer}/groupeId`, `${id} is taken`);
  draft.persons.put({
    id,
    number,
    storeId: referred(ids.stores, person.store, `${pointer}/store`),
    title: person.title,
    firstName: person.firstName ?? '',
    lastName: person.lastName,
    birthDate: person.born ?? '',
    email: person.email ?? '',
    cellPhone: person.cellPhone ?? '',
    emailConsent: person.emailConsent ?? ALL_CONSENT,
    cellPhoneConsent: person.cellPhoneConsent ?? ALL_CONSENT,
    address: {
      line1: person.address ?? '',
      line2: person.address2 ?? '',
      postalCode: person.postalCode ?? '',
      city: person.city ?? '',
      country: person.country ?? '',
    },
    subscriptions: person.subscriptions
      ? person.subscriptions.map(({ id: kind, label, active = true, updated }, at) => ({
          id: kind,
          label,
          isActive: active,
          updatedAt:
            updated === undefined
              ? undefined
              : dateOf(updated, moment.now, `${pointer}/subscriptions/${at}/updated`),
        }))
      : NO_SUBSCRIPTIONS,
    segments: person.segments ?? NO_SEGMENTS,
  });
  for (const { id: kind, label } of person.subscriptions ?? []) {
    if (!draft.subscriptionKinds.get(kind)) draft.subscriptionKinds.put({ id: kind, label });
  }
  return id;
}

function putIdentifier(
  draft: WsoneDraft,
  given: { readonly identifier: DatasetIdentifier; readonly personId: string | undefined },
  { moment, pointer }: Where,
): void {
  const { identifier, personId } = given;
  const { type = CARD, value, activated = 'now', status = 'active' } = identifier;
  const id = identifierId({ type, value });
  if (draft.identifiers.get(id)) throw new DatasetProblem(`${pointer}/value`, `${value} is taken`);
  const at = dateOf(activated, moment.now, `${pointer}/activated`);
  const activatedAt = personId === undefined ? undefined : at;
  const row: Identifier = { id, type, value, personId, status, activatedAt };
  draft.identifiers.put(row);
}

function putBalance(
  draft: WsoneDraft,
  person: DatasetPerson,
  { moment, personId }: Where & { readonly personId: string },
): void {
  const store = draft.stores.get(draft.persons.get(personId)?.storeId ?? '');
  if (!store) return;
  const programmeId = programmeOf(draft.stores, store);
  const { accountOrder: order = 'points-first', points = 0, visits = 0 } = person;
  const id = balanceId(personId, programmeId);
  const empty = { id, personId, programmeId, order, points: 0, visits: 0 };
  draft.balances.put(empty);
  const opening = { reason: 'opening', reference: '', at: moment.now } as const;
  const withPoints = move(draft, empty, { account: 'points', amount: points, ...opening });
  move(draft, withPoints, { account: 'visits', amount: visits, ...opening });
}

function putOffer(
  draft: WsoneDraft,
  { held, personId }: { readonly held: DatasetHeldOffer; readonly personId: string },
  { ids, moment, pointer }: Where,
): string {
  const definitionId = referred(ids.offerDefinitions, held.offer, `${pointer}/offer`);
  const definition = draft.offerDefinitions.get(definitionId);
  if (!definition) throw new DatasetProblem(`${pointer}/offer`, 'there is no such offer');
  if (held.number !== undefined && draft.offers.get(held.number)) {
    throw new DatasetProblem(`${pointer}/number`, `${held.number} is taken`);
  }
  const at = (word: 'sent' | 'starts' | 'ends'): number | undefined => {
    const text = held[word];
    return text === undefined ? undefined : dateOf(text, moment.now, `${pointer}/${word}`);
  };
  const [sentAt, startsAt, endsAt] = [at('sent'), at('starts'), at('ends')];
  const issued = issueOffer(
    draft,
    {
      definition,
      personId,
      with: {
        ...(held.number === undefined ? {} : { id: held.number }),
        ...(sentAt === undefined ? {} : { sentAt }),
        ...(startsAt === undefined ? {} : { startsAt }),
        ...(endsAt === undefined ? {} : { endsAt }),
      },
    },
    moment,
  );
  if (held.used) keepOffer(draft, usedBefore(issued), moment.now);
  for (const alias of held.aliases ?? []) {
    draft.offerAliases.put({ id: alias, offerNumber: issued.id });
  }
  return issued.id;
}

const usedBefore = (offer: Offer): Offer => ({ ...offer, status: 'used' });
