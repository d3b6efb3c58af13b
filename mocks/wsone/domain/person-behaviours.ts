import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Identifier, WsoneDraft } from '#mocks/wsone/state.ts';
import type { WsoneBehaviour, WsoneEnv } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { storeOf } from './holder.ts';
import { WEB_ACCOUNT, type IdentifierKey } from './identifier.ts';
import { putNewIdentifier } from './identifier-behaviours.ts';
import { edited, type PersonEdit } from './person-edit.ts';
import {
  found,
  foundSomebody,
  sheetOf,
  type Asked,
  type AskedFailure,
  type AskedSomebody,
  type PersonSheet,
  type SomebodyFailure,
} from './person-lookup.ts';
import {
  ALL_CONSENT,
  emailKey,
  fullNameKey,
  groupeId,
  NO_ADDRESS,
  NO_SEGMENTS,
  NO_SUBSCRIPTIONS,
  phoneKey,
  type Person,
} from './person.ts';

export interface CreatePerson {
  /** The store that the customer will belong to. */
  readonly storeId: string;
  readonly edit: PersonEdit;
}

export interface CreatePersonAndIdentifier extends CreatePerson {
  readonly identifier: IdentifierKey;
}

export interface CreatedPerson extends PersonSheet {
  readonly created: Identifier;
}

type CreationFailure = FailureOf<'entity-unknown' | 'person-exists' | 'subscription-unknown'>;

export const createPerson: WsoneBehaviour<CreatePerson, PersonSheet, CreationFailure> = (
  draft,
  command,
  env,
) => {
  const person = putPerson(draft, command, env);
  return person.ok ? done(sheetOf(draft, person.value)) : person;
};

/** The value of a WEB account is the customer's e-mail, unless another one is given (inferred). */
export const createPersonAndIdentifier: WsoneBehaviour<
  CreatePersonAndIdentifier,
  CreatedPerson,
  CreationFailure | FailureOf<'identifier-taken'>
> = (draft, { identifier, ...command }, env) => {
  const { fields } = command.edit;
  const email = identifier.type === WEB_ACCOUNT ? identifier.value : '';
  const edit = { ...command.edit, fields: { email, ...fields } };
  const person = putPerson(draft, { ...command, edit }, env);
  if (!person.ok) return person;
  const created = putNewIdentifier(draft, { key: identifier, person: person.value }, env);
  if (!created.ok) return created;
  return done({ ...sheetOf(draft, person.value), created: created.value });
};

function putPerson(
  draft: WsoneDraft,
  { storeId, edit }: CreatePerson,
  { settings }: WsoneEnv,
): Outcome<Person, CreationFailure> {
  const store = storeOf(draft, storeId);
  if (!store.ok) return store;
  const number = draft.next('persons');
  const blank = { ...BLANK, id: groupeId(number), number, storeId: store.value.id };
  assert(!draft.persons.get(blank.id), `customer ${blank.id} is there already`);
  const person = edited(blank, edit, { kinds: draft.subscriptionKinds, changedAt: undefined });
  if (!person.ok) return person;
  if (settings.duplicatePersons === 'refuse') {
    const double = draft.persons
      .where('byFullName', fullNameKey(person.value.lastName, person.value.firstName))
      .find(isDoubleOf(person.value));
    if (double) return refused({ kind: 'person-exists', groupeId: double.id });
  }
  draft.persons.put(person.value);
  return person;
}

const BLANK: Omit<Person, 'id' | 'number' | 'storeId'> = {
  title: undefined,
  firstName: '',
  lastName: '',
  birthDate: '',
  email: '',
  cellPhone: '',
  emailConsent: ALL_CONSENT,
  cellPhoneConsent: ALL_CONSENT,
  address: NO_ADDRESS,
  subscriptions: NO_SUBSCRIPTIONS,
  segments: NO_SEGMENTS,
};

/** Of two with one name: the day of birth, the e-mail or the telephone is the same. */
const isDoubleOf =
  (one: Person) =>
  (other: Person): boolean =>
    isSame(one.birthDate, other.birthDate) ||
    isSame(emailKey(one.email), emailKey(other.email)) ||
    isSame(phoneKey(one.cellPhone), phoneKey(other.cellPhone));

const isSame = (one: string, other: string): boolean => one !== '' && one === other;

export interface UpdatePerson extends AskedSomebody {
  readonly edit: PersonEdit;
}

export const updatePerson: WsoneBehaviour<
  UpdatePerson,
  PersonSheet,
  SomebodyFailure | FailureOf<'subscription-unknown'>
> = (draft, { edit, ...asked }, { now }) => {
  const holder = foundSomebody(draft, asked);
  if (!holder.ok) return holder;
  const parts = { kinds: draft.subscriptionKinds, changedAt: now };
  const person = edited(holder.value.person, edit, parts);
  if (!person.ok) return person;
  draft.persons.put(person.value);
  return done(sheetOf(draft, person.value));
};

export const getPerson: WsoneBehaviour<Asked, PersonSheet, AskedFailure> = (draft, asked) => {
  const holder = found(draft, asked);
  return holder.ok ? done(sheetOf(draft, holder.value.person)) : holder;
};
