import type {
  AddressRequest,
  CellPhoneRequest,
  EmailRequest,
  FullPersonRequest,
  PersonRequest,
  SubscriptionRequest,
} from '#contracts/wsone/index.ts';
import { done } from '#kernel/outcome.ts';
import type { PersonEdit, SubscriptionChange } from '#mocks/wsone/domain/person-edit.ts';
import type { Address, Consent } from '#mocks/wsone/domain/person.ts';
import { day } from './days.ts';
import { anyText, email, orBlank, phone, readSent } from './fields.ts';
import { wholeNumber } from './numbers.ts';
import { missing, unreadable, type Parsed } from './parsed.ts';

/** What is said of a customer: in one object, or in parts beside one another. */
export interface Profile extends FullPersonRequest {
  readonly FullPersonRequest?: FullPersonRequest;
}

interface Part<T> {
  readonly value: T | undefined;
  readonly pointer: string;
}

/** A part of it, and where it stands: inside FullPersonRequest before beside it. */
export function partOf<N extends keyof FullPersonRequest>(
  message: Profile,
  name: N,
): Part<NonNullable<FullPersonRequest[N]>> {
  const inner = message.FullPersonRequest?.[name] ?? undefined;
  if (inner !== undefined) return { value: inner, pointer: `/FullPersonRequest/${name}` };
  return { value: message[name] ?? undefined, pointer: `/${name}` };
}

/** Of a customer who is to be: only the last name cannot be left out (guess). */
export function newPersonEdit(message: Profile): Parsed<PersonEdit> {
  const { value: person, pointer } = partOf(message, 'PersonRequest');
  if (!person) return missing(pointer);
  if (person.lastName === undefined) return missing(`${pointer}/lastName`);
  return personEdit(message);
}

export function personEdit(message: Profile): Parsed<PersonEdit> {
  const person = partOf(message, 'PersonRequest');
  const { value: contact = {}, pointer } = partOf(message, 'ContactRequest');
  const fields = personFields(person.value ?? {}, person.pointer);
  if (!fields.ok) return fields;
  const mail = mailOf(contact.EmailRequest ?? {}, `${pointer}/EmailRequest`);
  if (!mail.ok) return mail;
  const cell = cellOf(contact.CellPhoneRequest ?? {}, `${pointer}/CellPhoneRequest`);
  if (!cell.ok) return cell;
  const address = addressOf({ ...contact.AdressRequest, ...contact.AddressRequest }, pointer);
  if (!address.ok) return address;
  const subscriptions = subscriptionsOf(partOf(message, 'SubscriptionRequest'));
  if (!subscriptions.ok) return subscriptions;
  return done({
    fields: { ...fields.value, ...mail.value.address, ...cell.value.number },
    emailConsent: mail.value.consent,
    cellPhoneConsent: cell.value.consent,
    address: address.value,
    subscriptions: subscriptions.value,
  });
}

type Fields = PersonEdit['fields'];
type NameFields = Required<Pick<Fields, 'firstName' | 'lastName' | 'birthDate' | 'title'>>;

function personFields(person: PersonRequest, pointer: string): Parsed<Fields> {
  const fields = readSent<NameFields>(pointer, {
    firstName: ['firstName', person.firstName, anyText],
    lastName: ['lastName', person.lastName, anyText],
    birthDate: ['birthDate', person.birthDate, orBlank(day, '')],
    title: ['title', person.title, orBlank(wholeNumber, undefined)],
  });
  if (fields.ok && fields.value.lastName === '') return missing(`${pointer}/lastName`);
  return fields;
}

function mailOf(
  request: EmailRequest,
  pointer: string,
): Parsed<{ readonly address: Fields; readonly consent: Partial<Consent> }> {
  const address = readSent<{ email: string }>(pointer, {
    email: ['emailValue', request.emailValue, orBlank(email, '')],
  });
  if (!address.ok) return address;
  const consent = consentOf(request, pointer);
  return consent.ok ? done({ address: address.value, consent: consent.value }) : consent;
}

function cellOf(
  request: CellPhoneRequest,
  pointer: string,
): Parsed<{ readonly number: Fields; readonly consent: Partial<Consent> }> {
  const number = readSent<{ cellPhone: string }>(pointer, {
    cellPhone: ['cellPhoneValue', request.cellPhoneValue, orBlank(phone, '')],
  });
  if (!number.ok) return number;
  const consent = consentOf(request, pointer);
  return consent.ok ? done({ number: number.value, consent: consent.value }) : consent;
}

type Reach = Pick<EmailRequest, 'status' | 'allowCompanySolicitation' | 'allowTrustedSolicitation'>;

const consentOf = (request: Reach, pointer: string): Parsed<Partial<Consent>> =>
  readSent<Consent>(pointer, {
    status: ['status', request.status, wholeNumber],
    company: ['allowCompanySolicitation', request.allowCompanySolicitation, wholeNumber],
    trusted: ['allowTrustedSolicitation', request.allowTrustedSolicitation, wholeNumber],
  });

const addressOf = (request: AddressRequest, pointer: string): Parsed<Partial<Address>> =>
  readSent<Address>(`${pointer}/AddressRequest`, {
    line1: ['address1', request.address1, anyText],
    line2: ['address2', request.address2, anyText],
    postalCode: ['zipCode', request.zipCode, anyText],
    city: ['city', request.city, anyText],
    country: ['country', request.country, anyText],
  });

function subscriptionsOf({
  value = [],
  pointer,
}: Part<readonly SubscriptionRequest[]>): Parsed<readonly SubscriptionChange[]> {
  const changes: SubscriptionChange[] = [];
  for (const [at, { id, activate }] of value.entries()) {
    const isActive = YES_OR_NO.get(String(activate).trim().toLowerCase());
    if (isActive === undefined) return unreadable(`${pointer}/${at}/activate`, 'true or false');
    changes.push({ id: String(id).trim(), isActive });
  }
  return done(changes);
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);
