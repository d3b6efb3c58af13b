import type { ContactDataResult, S360Operations } from '#contracts/s360/index.ts';
import { assert } from '#kernel/defect.ts';
import type { Zone } from '#kernel/zone.ts';
import {
  createContacts,
  getContact,
  searchContacts,
  type WantedContact,
} from '#mocks/s360/domain/contact-behaviours.ts';
import type { Contact } from '#mocks/s360/domain/contact.ts';
import type { S360Draft, S360Tables } from '#mocks/s360/state.ts';
import type { Request } from '#kit/operation.ts';
import type { Wiring } from '#wire/vendor.ts';
import { success } from './envelope.ts';
import { dateText, idOf } from './mapping.ts';
import { flagOf, givenId, referenceOf } from './scalars.ts';
import { known } from './seller.ts';
import type { S360Caller, S360Voice } from './voice.ts';
import { as } from './wiring.ts';

type ContactNames = 'getContactData' | 'searchContact' | 'createCulturalContact';
type ContactWiring = Pick<Wiring<S360Tables, S360Operations, S360Voice>, ContactNames>;

const genders = { male: 'MALE', female: 'FEMALE', unknown: 'UNKNOWN' } as const;

/** The part of a person's data that clients read, whatever details they asked for. */
const contactFields = (contact: Contact, zone: Zone) => ({
  contactId: idOf(contact.id),
  contactNumber: contact.id,
  role: 'PUBLIC',
  state: 'ACTIVE',
  type: 'INDIVIDUAL',
  guest: contact.login === undefined,
  creationDate: dateText(contact.createdAt, zone),
  hasAdvantages: false,
  hasWarning: false,
  createdFrom: {},
  individualContact: {
    active: true,
    countryCode: contact.country,
    email: contact.email,
    individualFirstname: contact.firstName,
    individualGender: genders[contact.gender],
    individualLastname: contact.lastName,
    ...(contact.login === undefined ? {} : { login: contact.login }),
    phoneNumber1: contact.phone,
    role: 'PUBLIC',
    zipCode: contact.zipCode,
  },
});

/** Within another result: its own empty fields are not told. */
const contactResult = (contact: Contact, zone: Zone): ContactDataResult => ({
  statusCode: 'success',
  ...contactFields(contact, zone),
});

function zoneOf(draft: S360Draft, { institutionId }: S360Caller): Zone {
  const institution = draft.institutions.get(institutionId);
  assert(institution, `there is no institution ${institutionId}`);
  return institution.zone;
}

export const contacts: ContactWiring = {
  getContactData: (draft, { message, caller }, env) => {
    const seller = known(caller);
    const { institutionId } = seller;
    const number = String(message.contactNumber).trim();
    return as(getContact(draft, { institutionId, number }, env), (contact) =>
      success(contactFields(contact, zoneOf(draft, seller))),
    );
  },

  searchContact: (draft, { message: { email }, caller }, env) => {
    const seller = known(caller);
    const { institutionId } = seller;
    return as(searchContacts(draft, { institutionId, email }, env), (found) =>
      success({
        contactDatas: found.map((contact) => contactResult(contact, zoneOf(draft, seller))),
      }),
    );
  },

  createCulturalContact: (draft, { message: { contactDataList }, caller }, env) => {
    const seller = known(caller);
    const command = {
      institutionId: seller.institutionId,
      contacts: contactDataList.map(wantedContact),
    };
    return as(createContacts(draft, command, env), (made) =>
      success({
        culturalContactData: made.map((contact) => contactResult(contact, zoneOf(draft, seller))),
        identifierContactMap: Object.fromEntries(
          contactDataList.flatMap(({ identifier }, at) => {
            const key = givenId(identifier);
            return key === undefined ? [] : [[key, made[at]?.id ?? '']];
          }),
        ),
      }),
    );
  },
};

type GivenContact = Request<S360Operations['createCulturalContact']>['contactDataList'][number];

const wantedContact = (given: GivenContact): WantedContact => ({
  number: referenceOf(given.contactNumber)[0],
  firstName: given.firstName,
  lastName: given.lastName,
  email: given.email,
  wantsLogin: flagOf(given.createLogin),
});
