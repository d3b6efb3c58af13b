import { Type } from '@sinclair/typebox';
import { described, evidence, List } from '#kit/types.ts';
import { requestId } from './catalogue-operations.ts';
import { CONTACT_FIELDS, ContactDataResult } from './contact-schemas.ts';
import { operation } from './operation.ts';
import { ContactReference } from './order-requests.ts';
import { given, GivenFlag, GivenId, Text } from './scalars.ts';
import { services } from './services.ts';

const { contacts: service } = services;

export const CulturalContactData = given('CulturalContactData', {
  contactNumber: Type.Optional(ContactReference),
  createLogin: Type.Optional(GivenFlag),
  email: Type.Optional(Text),
  firstName: Type.Optional(Text),
  identifier: Type.Optional(described('The caller’s own, given back.', GivenId)),
  lastName: Type.Optional(Text),
});

export const contacts = {
  getContactData: operation(service, 'getContactData', {
    summary: 'A contact by its number.',
    evidence: 'public',
    readOnly: true,
    request: {
      requestId,
      contactNumber: ContactReference,
      details: Type.Optional(described('Which parts; all that is known comes anyway.', List(Text))),
    },
    result: 'ContactDataResult',
    fields: CONTACT_FIELDS,
  }),
  searchContact: operation(service, 'searchContact', {
    summary: 'The contacts with an e-mail; how it asks and answers is not public.',
    evidence: 'public',
    readOnly: true,
    request: { requestId, email: evidence('guess', Text) },
    result: 'SearchContactResult',
    fields: { contactDatas: Type.Optional(evidence('guess', List(ContactDataResult))) },
  }),
  createCulturalContact: operation(service, 'createCulturalContact', {
    summary: 'Creates cultural contacts, each an individual to this double.',
    evidence: 'public',
    request: { requestId, contactDataList: List(CulturalContactData) },
    result: 'CulturalContactCreationResult',
    fields: {
      culturalContactData: Type.Optional(List(ContactDataResult)),
      identifierContactMap: Type.Optional(
        described('The caller’s identifiers to contact numbers.', Type.Record(Text, Text)),
      ),
    },
  }),
} as const;
