import {
  associateIdentifier,
  associateNewIdentifier,
  createIdentifier,
  replaceIdentifier,
} from '#mocks/wsone/domain/identifier-behaviours.ts';
import type { Identifier } from '#mocks/wsone/domain/identifier.ts';
import { identifierKey, storeNumber } from './commands.ts';
import { askedOf, askedSomebodyOf, newIdentifierKey } from './person-commands.ts';
import { identifierMessage } from './person-message.ts';
import { as, type WsoneWiring } from './wiring.ts';

type IdentifierOperation =
  'createIdentifier' | 'associateNewIdentifier' | 'associateIdentifier' | 'replaceIdentifier';

const said = (identifier: Identifier) => ({ NewIdentifierResponse: identifierMessage(identifier) });

export const identifiers: Pick<WsoneWiring, IdentifierOperation> = {
  createIdentifier: (draft, { message }, env) => {
    const identifier = newIdentifierKey(message.NewIdentifierRequest, '/NewIdentifierRequest');
    if (!identifier.ok) return identifier;
    const storeId = storeNumber(message.EntityRequest, '/EntityRequest');
    if (!storeId.ok) return storeId;
    const command = { identifier: identifier.value, storeId: storeId.value };
    return as(createIdentifier(draft, command, env), said);
  },

  associateNewIdentifier: (draft, { message }, env) => {
    const asked = askedSomebodyOf(message);
    if (!asked.ok) return asked;
    const associated = newIdentifierKey(message.NewIdentifierRequest, '/NewIdentifierRequest');
    if (!associated.ok) return associated;
    const command = { ...asked.value, associated: associated.value };
    return as(associateNewIdentifier(draft, command, env), said);
  },

  associateIdentifier: (draft, { message }, env) => {
    const asked = askedSomebodyOf(message);
    if (!asked.ok) return asked;
    const { AssociatedIdentifierRequest: free } = message;
    const associated = identifierKey(free, '/AssociatedIdentifierRequest');
    if (!associated.ok) return associated;
    const command = { ...asked.value, associated: associated.value };
    return as(associateIdentifier(draft, command, env), said);
  },

  replaceIdentifier: (draft, { message }, env) => {
    const asked = askedOf(message);
    if (!asked.ok) return asked;
    const successor = newIdentifierKey(message.NewIdentifierRequest, '/NewIdentifierRequest');
    if (!successor.ok) return successor;
    return as(replaceIdentifier(draft, { ...asked.value, successor: successor.value }, env), said);
  },
};
