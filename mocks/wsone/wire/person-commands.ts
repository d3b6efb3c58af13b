import type { EntityRequest, IdentifierRequest } from '#contracts/wsone/index.ts';
import { done } from '#kernel/outcome.ts';
import { WEB_ACCOUNT, type IdentifierKey } from '#mocks/wsone/domain/identifier.ts';
import type { AskedAt } from '#mocks/wsone/domain/offer-reading.ts';
import type { Asked, AskedSomebody } from '#mocks/wsone/domain/person-lookup.ts';
import type { SearchPersons } from '#mocks/wsone/domain/person-search.ts';
import { dateTime, identifierKey, storeNumber, whenGiven } from './commands.ts';
import { day } from './days.ts';
import { email, readSent, worded } from './fields.ts';
import { wholeNumber, type Scalar } from './numbers.ts';
import { missing, type Parsed } from './parsed.ts';
import { partOf, type Profile } from './person-edit-command.ts';

interface Asking {
  readonly EntityRequest?: EntityRequest;
}

/** Undefined: no store is named. */
export const askingStore = (message: Asking): Parsed<string | undefined> =>
  whenGiven(message.EntityRequest, (given) => storeNumber(given, '/EntityRequest'));

interface AskedMessage extends Asking {
  readonly IdentifierRequest: IdentifierRequest;
}

export function askedOf(message: AskedMessage): Parsed<Asked> {
  const identifier = identifierKey(message.IdentifierRequest, '/IdentifierRequest');
  if (!identifier.ok) return identifier;
  const storeId = askingStore(message);
  return storeId.ok ? done({ identifier: identifier.value, storeId: storeId.value }) : storeId;
}

/** The same with the moment at which offers are judged. */
export function askedAtOf(message: AskedMessage & { readonly date?: Scalar }): Parsed<AskedAt> {
  const asked = askedOf(message);
  if (!asked.ok) return asked;
  const at = whenGiven(worded(message.date), (given) => dateTime(given, '/date'));
  return at.ok ? done({ ...asked.value, at: at.value }) : at;
}

/** By an identifier, by groupeId, or by both. */
interface SomebodyMessage extends Asking, Profile {
  readonly IdentifierRequest?: IdentifierRequest;
}

export function askedSomebodyOf(message: SomebodyMessage): Parsed<AskedSomebody> {
  const { IdentifierRequest: who } = message;
  const groupeId = worded(partOf(message, 'PersonRequest').value?.groupeId);
  if (!who && groupeId === undefined) return missing('/IdentifierRequest');
  const identifier = whenGiven(who, (given) => identifierKey(given, '/IdentifierRequest'));
  if (!identifier.ok) return identifier;
  const storeId = askingStore(message);
  if (!storeId.ok) return storeId;
  return done({ identifier: identifier.value, groupeId, storeId: storeId.value });
}

/** The key of an identifier that is to be: a WEB account is an e-mail. */
export function newIdentifierKey(asked: IdentifierRequest, pointer: string): Parsed<IdentifierKey> {
  const key = identifierKey(asked, pointer);
  if (!key.ok || key.value.type !== WEB_ACCOUNT) return key;
  const address = email(key.value.value, `${pointer}/identifierValue`);
  return address.ok ? key : address;
}

/** A search needs something to begin with: too wide a one is refused (guess). */
export function searchCommand(message: SomebodyMessage): Parsed<SearchPersons> {
  const { value: person = {}, pointer } = partOf(message, 'PersonRequest');
  const { value: contact = {} } = partOf(message, 'ContactRequest');
  const address = { ...contact.AdressRequest, ...contact.AddressRequest };
  const read = readSent<Pick<SearchPersons, 'birthDate' | 'title'>>(pointer, {
    birthDate: ['birthDate', worded(person.birthDate), day],
    title: ['title', worded(person.title), wholeNumber],
  });
  if (!read.ok) return read;
  const { IdentifierRequest: who } = message;
  const identifier = whenGiven(who, (given) => identifierKey(given, '/IdentifierRequest'));
  if (!identifier.ok) return identifier;
  const storeId = askingStore(message);
  if (!storeId.ok) return storeId;
  const command: SearchPersons = {
    identifier: identifier.value,
    groupeId: worded(person.groupeId),
    email: worded(contact.EmailRequest?.emailValue),
    cellPhone: worded(contact.CellPhoneRequest?.cellPhoneValue),
    lastName: worded(person.lastName),
    firstName: worded(person.firstName),
    birthDate: read.value.birthDate,
    title: read.value.title,
    postalCode: worded(address.zipCode),
    city: worded(address.city),
    storeId: storeId.value,
  };
  return isNarrow(command) ? done(command) : missing(`${pointer}/lastName`);
}

const isNarrow = ({ identifier, groupeId, email: mail, cellPhone, lastName }: SearchPersons) =>
  [identifier, groupeId, mail, cellPhone, lastName].some((given) => given !== undefined);
