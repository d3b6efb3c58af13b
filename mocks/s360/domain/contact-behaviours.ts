import { done, refused, type Outcome } from '#kernel/outcome.ts';
import { emailKey, type S360Draft } from '#mocks/s360/state.ts';
import type { S360Behaviour, S360Env } from './behaviour.ts';
import type { Contact } from './contact.ts';
import type { FailureOf } from './failure.ts';
import { nextId } from './numbers.ts';

export interface ContactRef {
  readonly institutionId: string;
  readonly number: string;
}

export interface SearchContact {
  readonly institutionId: string;
  readonly email: string;
}

/** One person to create; or, by its number, one that is there. */
export interface WantedContact {
  readonly number: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly email: string | undefined;
  readonly wantsLogin: boolean;
}

export interface CreateContacts {
  readonly institutionId: string;
  readonly contacts: readonly WantedContact[];
}

export type CreateFailure = FailureOf<'parameter-missing' | 'contact-unknown' | 'login-taken'>;

export const getContact: S360Behaviour<ContactRef, Contact, FailureOf<'contact-unknown'>> = (
  draft,
  { institutionId, number },
) => {
  const contact = draft.contacts.get(number);
  if (contact?.institutionId === institutionId) return done(contact);
  return refused({ kind: 'contact-unknown', number });
};

/** Several contacts may share an e-mail. */
export const searchContacts: S360Behaviour<SearchContact, readonly Contact[], never> = (
  draft,
  { institutionId, email },
) => done(draft.contacts.where('byEmail', emailKey(institutionId, email) ?? ''));

/** All of them, or none. */
export const createContacts: S360Behaviour<CreateContacts, readonly Contact[], CreateFailure> = (
  draft,
  { institutionId, contacts },
  env,
) => {
  const made: Contact[] = [];
  for (const wanted of contacts) {
    const contact =
      wanted.number === undefined
        ? createContact(draft, { institutionId, wanted }, env)
        : getContact(draft, { institutionId, number: wanted.number }, env);
    if (!contact.ok) return contact;
    made.push(contact.value);
  }
  return done(made);
};

interface Creating {
  readonly institutionId: string;
  readonly wanted: WantedContact;
}

function createContact(
  draft: S360Draft,
  { institutionId, wanted }: Creating,
  { now }: S360Env,
): Outcome<Contact, CreateFailure> {
  const { firstName = '', lastName = '', email = '', wantsLogin } = wanted;
  if (lastName === '') return refused({ kind: 'parameter-missing', parameter: 'lastName' });
  if (wantsLogin && email === '') {
    return refused({ kind: 'parameter-missing', parameter: 'email' });
  }
  const login = wantsLogin ? email : undefined;
  const key = login === undefined ? undefined : emailKey(institutionId, login);
  // Only one contact may have a login with an e-mail.
  if (login !== undefined && draft.contacts.where('byLogin', key ?? '', { limit: 1 }).length > 0) {
    return refused({ kind: 'login-taken', login });
  }
  const contact: Contact = {
    id: nextId(draft, 'contacts'),
    institutionId,
    createdAt: now,
    email,
    login,
    firstName,
    lastName,
    gender: 'unknown',
    country: 'FR',
    phone: '',
    zipCode: '',
    hasWaitingAccount: false,
    openingBalanceMilli: 0,
    balanceMilli: 0,
  };
  draft.contacts.put(contact);
  return done(contact);
}
