import { done, refused } from '#kernel/outcome.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { slice, type ListPage, type UtickBehaviour } from './behaviour.ts';
import { NO_CONTACT_DETAILS, type Address, type Contact, type ContactDetails } from './contact.ts';
import type { FailureOf } from './failure.ts';

/** Exact matches; all that are given must fit. */
export interface ListContacts extends ListPage {
  readonly lastName: string | undefined;
  readonly email: string | undefined;
  readonly postalCode: string | undefined;
  /** `unknown`: of a label that no order can have. */
  readonly orderNumber: number | 'unknown' | undefined;
}

/** What somebody says of a contact; what is left out stays as it is. */
export interface ContactEdit {
  readonly fields: Partial<Omit<Contact, 'id' | 'number' | 'address' | 'details'>>;
  readonly address: Partial<Address>;
  readonly details: Partial<ContactDetails>;
}

export interface UpdateContact extends ContactEdit {
  readonly id: string;
}

export const getContact: UtickBehaviour<{ id: string }, Contact, FailureOf<'contact-unknown'>> = (
  draft,
  { id },
) => {
  const contact = draft.contacts.get(id);
  return contact ? done(contact) : refused({ kind: 'contact-unknown', id });
};

/** Walks the narrowest index that was asked for; what else was asked for only filters it. */
export const listContacts: UtickBehaviour<ListContacts, readonly Contact[], never> = (
  draft,
  command,
) => {
  const candidates = candidatesOf(draft, command);
  if (candidates) return done(slice(candidates.filter(isSoughtBy(command)), command));
  const { offset, limit } = command;
  return done(draft.contacts.range('byNumber', { offset, limit }));
};

function candidatesOf(draft: UtickDraft, command: ListContacts): readonly Contact[] | undefined {
  const { orderNumber, email, lastName, postalCode } = command;
  if (orderNumber !== undefined) return holdersOf(draft, orderNumber);
  if (email !== undefined) return draft.contacts.where('byEmail', email);
  if (lastName !== undefined) return draft.contacts.where('byLastName', lastName);
  if (postalCode !== undefined) return draft.contacts.where('byPostalCode', postalCode);
  return undefined;
}

const isSoughtBy =
  ({ email, lastName, postalCode }: ListContacts) =>
  (contact: Contact): boolean =>
    (email === undefined || contact.email === email) &&
    (lastName === undefined || contact.lastName === lastName) &&
    (postalCode === undefined || contact.address.postalCode === postalCode);

function holdersOf(draft: UtickDraft, number: number | 'unknown'): readonly Contact[] {
  if (number === 'unknown') return [];
  const [order] = draft.orders.range('byNumber', { from: number, to: number + 1 });
  const holder = order?.contactId === undefined ? undefined : draft.contacts.get(order.contactId);
  return holder ? [holder] : [];
}

const NO_ADDRESS: Address = { line1: '', line2: '', postalCode: '', city: '', country: '' };

export const createContact: UtickBehaviour<ContactEdit, Contact, never> = (draft, edit, env) => {
  const contact: Contact = {
    id: env.random.uuid(),
    number: draft.next('contacts'),
    firstName: '',
    lastName: '',
    email: '',
    mobilePhone: '',
    language: '',
    ...edit.fields,
    address: { ...NO_ADDRESS, ...edit.address },
    details: { ...NO_CONTACT_DETAILS, ...edit.details },
  };
  draft.contacts.put(contact);
  return done(contact);
};

export const updateContact: UtickBehaviour<UpdateContact, Contact, FailureOf<'contact-unknown'>> = (
  draft,
  { id, fields, address, details },
) => {
  const contact = draft.contacts.get(id);
  if (!contact) return refused({ kind: 'contact-unknown', id });
  const changed: Contact = {
    ...contact,
    ...fields,
    address: { ...contact.address, ...address },
    details: { ...contact.details, ...details },
  };
  draft.contacts.put(changed);
  return done(changed);
};
