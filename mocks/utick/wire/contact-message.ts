import type { Contact as ContactMessage } from '#contracts/utick/index.ts';
import { contactLabel, type Contact } from '#mocks/utick/domain/contact.ts';
import { dateOrNull } from './mapping.ts';

export const contactMessage = (contact: Contact): ContactMessage => ({
  id: contact.id,
  label: contactLabel(contact),
  firstname: contact.firstName,
  lastname: contact.lastName,
  email: contact.email,
  mobilephone: contact.mobilePhone,
  addressl1: contact.address.line1,
  addressl2: contact.address.line2,
  postalcode: contact.address.postalCode,
  city: contact.address.city,
  country: contact.address.country,
  nationality: contact.details.nationality,
  birthdate: dateOrNull(contact.details.bornAt),
  language: contact.language,
  companyname: contact.details.companyName,
  companyfunction: contact.details.companyFunction,
  vatnumber: contact.details.vatNumber,
});
