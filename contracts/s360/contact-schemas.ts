import { Type, type Static } from '@sinclair/typebox';
import { evidence } from '#kit/types.ts';
import { resultClass } from './operation.ts';
import { Flag, LongId, Text, type, VendorDate } from './scalars.ts';

export const IndividualContactData = type('IndividualContactData', {
  active: Flag,
  countryCode: Text,
  email: Text,
  individualFirstname: Text,
  individualGender: Text,
  individualLastname: Text,
  login: Type.Optional(Text),
  phoneNumber1: Text,
  role: Text,
  zipCode: Text,
});
export interface IndividualContactData extends Static<typeof IndividualContactData> {}

/** Flat: the fields of the contact stand beside those of the result. */
const CONTACT = {
  contactId: LongId,
  contactNumber: Text,
  role: Text,
  state: evidence('guess', Text),
  type: Text,
  guest: Flag,
  creationDate: VendorDate,
  hasAdvantages: Flag,
  hasWarning: Flag,
  createdFrom: Type.Record(Type.String(), Type.String()),
  individualContact: IndividualContactData,
} as const;

/** Of a call that fails none of them is there. */
export const CONTACT_FIELDS = Type.Partial(Type.Object(CONTACT)).properties;

export const ContactDataResult = resultClass('ContactDataResult', CONTACT_FIELDS);
export interface ContactDataResult extends Static<typeof ContactDataResult> {}
