import { expect } from 'vitest';
import type { ContactDataResult, IndividualContactData } from '#contracts/s360/index.ts';
import { valueOf } from '../agreement.ts';
import { id, some, text, whole, yesOrNo, type Part, type Parts } from '../matching.ts';
import { examples, given } from './examples.ts';
import { anyCode, codeOf, OPERATOR, type Deal } from './partner.ts';
import { anyKeys, date, word } from './shapes.ts';

const { contactNumber, email } = examples;

const individual: Parts<IndividualContactData> = {
  active: yesOrNo(true),
  countryCode: text('FR'),
  email: text(email),
  individualFirstname: text('Ada'),
  individualGender: word('FEMALE'),
  individualLastname: text('Example'),
  phoneNumber1: text(''),
  role: word('PUBLIC'),
  zipCode: text(''),
};

const contact: Record<Exclude<keyof ContactDataResult, keyof Status>, Part> = {
  contactId: whole(1),
  contactNumber: id(contactNumber),
  role: word('PUBLIC'),
  state: word('ACTIVE'),
  type: word('INDIVIDUAL'),
  guest: yesOrNo(),
  creationDate: date(),
  hasAdvantages: yesOrNo(),
  hasWarning: yesOrNo(),
  createdFrom: anyKeys(),
  individualContact: individual,
};

interface Status {
  requestId: unknown;
  statusCode: unknown;
  statusDetail: unknown;
}

const inList: Part = { statusCode: 'success', ...contact };
const ADA = { identifier: 1, firstName: 'Ada', lastName: 'Example', email };

export const contacts: readonly Deal[] = [
  {
    that: 'a contact is read by its number',
    given: [OPERATOR, ['a contact']],
    of: 'getContactData',
    with: { contactNumber: given('contactNumber') },
    answers: contact,
    by: async (s360) => {
      const read = valueOf(await s360.getContactData({ contactNumber }));
      expect(read.contactNumber).toBe(contactNumber);
    },
  },
  {
    that: 'a contact that does not exist is refused',
    given: [OPERATOR, ['a number that no contact has']],
    of: 'getContactData',
    with: { contactNumber: given('contactNumber') },
    answers: { refused: anyCode },
    by: async (s360) =>
      expect(codeOf(await s360.getContactData({ contactNumber }))).toBe('error.example'),
  },
  {
    that: 'contacts are searched by e-mail',
    given: [OPERATOR, ['a contact with an e-mail']],
    of: 'searchContact',
    with: { email: given('email') },
    answers: { contactDatas: some(inList) },
    by: async (s360) => {
      const [found] = valueOf(await s360.searchContact({ email })).contactDatas;
      expect(found?.contactNumber).toBe(contactNumber);
    },
  },
  {
    that: 'a contact is created',
    given: [OPERATOR],
    of: 'createCulturalContact',
    with: { contactDataList: [ADA] },
    answers: { culturalContactData: some(inList), identifierContactMap: anyKeys() },
    by: async (s360) => {
      const made = valueOf(await s360.createCulturalContact({ contactDataList: [ADA] }));
      expect(made.culturalContactData[0]?.individualContact?.individualLastname).toBe('Example');
    },
  },
];
