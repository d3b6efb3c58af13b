import type {
  ContactsResponse,
  GetPersonResponse,
  IdentifierResponse,
  NewIdentifierResponse,
  PersonLiteResponse,
  PersonResponse,
} from '#contracts/wsone/index.ts';
import type { Standing } from '#mocks/wsone/domain/balance.ts';
import type { FullPerson } from '#mocks/wsone/domain/full-person.ts';
import type { Identifier } from '#mocks/wsone/domain/identifier.ts';
import type { PersonSheet } from '#mocks/wsone/domain/person-lookup.ts';
import type { FoundPersons } from '#mocks/wsone/domain/person-search.ts';
import type { Address, Person } from '#mocks/wsone/domain/person.ts';
import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import { dayText } from './days.ts';
import { SUCCESS } from './envelope.ts';
import { accountMessages, activationText, dateTimeText } from './mapping.ts';
import { heldOfferMessage } from './person-offer-message.ts';

// Keys in the order of the vendor's sample; what is not known is left out, as there.

export const personMessage = ({ person, identifiers }: PersonSheet): GetPersonResponse => ({
  PersonResponse: namesMessage(person),
  IdentifierResponse: identifiers.map(identifierMessage),
  EntityResponse: { entityIdentifier: person.storeId },
  SubscriptionResponse: person.subscriptions.map(({ id, label, isActive, updatedAt }) => ({
    id,
    label,
    activate: isActive,
    // The one explicit null of the sample.
    updatedAt: updatedAt === undefined ? null : dateTimeText(updatedAt),
  })),
  ContactsResponse: contactsMessage(person),
  InfoPersonResponse: [],
});

export const personLiteMessage = ({ person, identifiers }: PersonSheet): PersonLiteResponse => ({
  PersonResponse: namesMessage(person),
  IdentifierResponse: identifiers.map(identifierMessage),
});

const namesMessage = ({ id, firstName, lastName, birthDate, title }: Person): PersonResponse => ({
  groupeId: id,
  firstName: firstName || undefined,
  lastName: lastName || undefined,
  birthDate: birthDate === '' ? undefined : dayText(birthDate),
  title,
});

export const identifierMessage = ({
  activatedAt,
  value,
  type,
}: Identifier): IdentifierResponse & NewIdentifierResponse => ({
  activationDate: activatedAt === undefined ? undefined : activationText(activatedAt),
  identifierValue: value,
  identifierType: type,
});

const contactsMessage = (person: Person): ContactsResponse => ({
  EmailResponse: emailMessage(person),
  CellPhoneResponse: cellPhoneMessage(person),
  AddressResponse: addressMessage(person.address),
});

const emailMessage = ({ email, emailConsent: { status, company, trusted } }: Person) =>
  email === ''
    ? undefined
    : {
        status,
        emailValue: email,
        allowCompanySolicitation: company,
        allowTrustedSolicitation: trusted,
      };

const cellPhoneMessage = ({ cellPhone, cellPhoneConsent }: Person) =>
  cellPhone === ''
    ? undefined
    : {
        status: cellPhoneConsent.status,
        cellPhoneValue: cellPhone,
        allowCompanySolicitation: cellPhoneConsent.company,
        allowTrustedSolicitation: cellPhoneConsent.trusted,
      };

function addressMessage(address: Address): ContactsResponse['AddressResponse'] {
  const { line1, line2, postalCode, city, country } = address;
  if (Object.values(address).every((text) => text === '')) return undefined;
  return {
    address1: line1 || undefined,
    address2: line2 || undefined,
    zipCode: postalCode || undefined,
    city: city || undefined,
    country: country || undefined,
  };
}

export function accountsMessage(standings: readonly Standing[]) {
  const accounts = standings.flatMap(accountMessages);
  return { infos: `${accounts.length} account(s) found`, AccountResponse: accounts };
}

/** Of a search: how many, as the vendor says it of accounts. */
export const foundMessage =
  <M>(message: (sheet: PersonSheet) => M) =>
  ({ sheets, isCut }: FoundPersons) => ({
    infos: `${sheets.length} person(s) found${isCut ? ', there are more' : ''}`,
    PersonResponse: sheets.map(message),
  });

/** Its balances carry an envelope of their own, without the line that names the instance. */
export const fullPersonMessage =
  ({ fullPersonEnvelope: envelope }: WsoneSettings) =>
  (person: FullPerson) => ({
    envelope,
    PersonResponse: personMessage(person),
    OffersResponse: { GetOffersResponses: person.offers.map(heldOfferMessage) },
    AccountsResponse: { responseCode: SUCCESS, ...accountsMessage(person.standings) },
  });
