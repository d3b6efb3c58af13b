import type { personOperations } from '#contracts/wsone/person-operations.ts';
import { getAccounts } from '#mocks/wsone/domain/account-reading.ts';
import { getFullPerson } from '#mocks/wsone/domain/full-person.ts';
import {
  createPerson,
  createPersonAndIdentifier,
  getPerson,
  updatePerson,
} from '#mocks/wsone/domain/person-behaviours.ts';
import { searchPersons } from '#mocks/wsone/domain/person-search.ts';
import { storeNumber } from './commands.ts';
import {
  askedAtOf,
  askedOf,
  askedSomebodyOf,
  newIdentifierKey,
  searchCommand,
} from './person-commands.ts';
import { newPersonEdit, personEdit } from './person-edit-command.ts';
import { forms } from './person-form-rest.ts';
import { identifiers } from './person-identifier-rest.ts';
import {
  accountsMessage,
  foundMessage,
  fullPersonMessage,
  identifierMessage,
  personLiteMessage,
  personMessage,
} from './person-message.ts';
import { offers } from './person-offer-rest.ts';
import { stores } from './person-store-rest.ts';
import { as, type WsoneWiring } from './wiring.ts';

/** The customer service. */
export const persons: Pick<WsoneWiring, keyof typeof personOperations> = {
  createPersonAndIdentifier: (draft, { message }, env) => {
    const edit = newPersonEdit(message);
    if (!edit.ok) return edit;
    const identifier = newIdentifierKey(message.NewIdentifierRequest, '/NewIdentifierRequest');
    if (!identifier.ok) return identifier;
    const storeId = storeNumber(message.EntityRequest, '/EntityRequest');
    if (!storeId.ok) return storeId;
    const command = { storeId: storeId.value, edit: edit.value, identifier: identifier.value };
    return as(createPersonAndIdentifier(draft, command, env), (person) => ({
      ...personMessage(person),
      NewIdentifierResponse: identifierMessage(person.created),
    }));
  },

  createPerson: (draft, { message }, env) => {
    const edit = newPersonEdit(message);
    if (!edit.ok) return edit;
    const storeId = storeNumber(message.EntityRequest, '/EntityRequest');
    if (!storeId.ok) return storeId;
    const command = { storeId: storeId.value, edit: edit.value };
    return as(createPerson(draft, command, env), personMessage);
  },

  updatePerson: (draft, { message }, env) => {
    const asked = askedSomebodyOf(message);
    if (!asked.ok) return asked;
    const edit = personEdit(message);
    if (!edit.ok) return edit;
    return as(updatePerson(draft, { ...asked.value, edit: edit.value }, env), personMessage);
  },

  getPerson: (draft, { message }, env) => {
    const asked = askedOf(message);
    return asked.ok ? as(getPerson(draft, asked.value, env), personMessage) : asked;
  },

  searchPerson: (draft, { message }, env) => {
    const command = searchCommand(message);
    if (!command.ok) return command;
    return as(searchPersons(draft, command.value, env), foundMessage(personMessage));
  },

  searchPersonLite: (draft, { message }, env) => {
    const command = searchCommand(message);
    if (!command.ok) return command;
    return as(searchPersons(draft, command.value, env), foundMessage(personLiteMessage));
  },

  getAccounts: (draft, { message }, env) => {
    const asked = askedOf(message);
    return asked.ok ? as(getAccounts(draft, asked.value, env), accountsMessage) : asked;
  },

  getFullPerson: (draft, { message }, env) => {
    const asked = askedAtOf(message);
    if (!asked.ok) return asked;
    return as(getFullPerson(draft, asked.value, env), fullPersonMessage(env.settings));
  },

  getBadge: (draft, { message }, env) => {
    const asked = askedOf(message);
    if (!asked.ok) return asked;
    return as(getPerson(draft, asked.value, env), ({ person }) => ({
      SegmentationResponse: person.segments,
    }));
  },

  ...identifiers,
  ...offers,
  ...forms,
  ...stores,
};
