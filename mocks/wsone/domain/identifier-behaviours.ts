import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Identifier, WsoneDraft } from '#mocks/wsone/state.ts';
import type { WsoneBehaviour, WsoneEnv } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { storeOf } from './holder.ts';
import { attach, freeIdentifier, identifierId, retire, type IdentifierKey } from './identifier.ts';
import {
  foundSomebody,
  type Asked,
  type AskedFailure,
  type AskedSomebody,
  type SomebodyFailure,
} from './person-lookup.ts';
import type { Person } from './person.ts';
import { welcome } from './welcoming.ts';

export interface CreateIdentifier {
  readonly identifier: IdentifierKey;
  readonly storeId: string;
}

/** A card of a stock: nobody's until it is associated. */
export const createIdentifier: WsoneBehaviour<
  CreateIdentifier,
  Identifier,
  FailureOf<'entity-unknown' | 'identifier-taken'>
> = (draft, { identifier, storeId }) => {
  const store = storeOf(draft, storeId);
  if (!store.ok) return store;
  const created = newIdentifier(draft, identifier);
  if (created.ok) draft.identifiers.put(created.value);
  return created;
};

export interface AssociateIdentifier extends AskedSomebody {
  /** The identifier that the customer is to have. */
  readonly associated: IdentifierKey;
}

export const associateNewIdentifier: WsoneBehaviour<
  AssociateIdentifier,
  Identifier,
  SomebodyFailure | FailureOf<'identifier-taken'>
> = (draft, { associated, ...asked }, env) => {
  const holder = foundSomebody(draft, asked);
  if (!holder.ok) return holder;
  return putNewIdentifier(draft, { key: associated, person: holder.value.person }, env);
};

export const associateIdentifier: WsoneBehaviour<
  AssociateIdentifier,
  Identifier,
  SomebodyFailure | FailureOf<'identifier-taken'>
> = (draft, { associated, ...asked }, env) => {
  const holder = foundSomebody(draft, asked);
  if (!holder.ok) return holder;
  const known = draft.identifiers.get(identifierId(associated));
  if (!known) return refused({ kind: 'identifier-unknown', ...associated });
  return putAttached(draft, { identifier: known, person: holder.value.person }, env);
};

export interface ReplaceIdentifier extends Asked {
  readonly successor: IdentifierKey;
}

/**
 * Balances and offers are the customer's and not the card's, so nothing else moves. The new one may
 * be of the stock, or new altogether.
 */
export const replaceIdentifier: WsoneBehaviour<
  ReplaceIdentifier,
  Identifier,
  AskedFailure | FailureOf<'identifier-taken'>
> = (draft, { identifier, storeId, successor }, { now }) => {
  const lost = draft.identifiers.get(identifierId(identifier));
  if (lost?.personId === undefined) return refused({ kind: 'identifier-unknown', ...identifier });
  const retired = retire(lost);
  if (!retired.ok) return retired;
  if (storeId !== undefined) {
    const store = storeOf(draft, storeId);
    if (!store.ok) return store;
  }
  const next = draft.identifiers.get(identifierId(successor)) ?? freeIdentifier(successor);
  const attached = attach(next, lost.personId, now);
  if (!attached.ok) return attached;
  draft.identifiers.put(retired.value);
  draft.identifiers.put(attached.value);
  return attached;
};

interface NewIdentifier {
  readonly key: IdentifierKey;
  readonly person: Person;
}

/** Creates an identifier for a customer, which activates it. */
export function putNewIdentifier(
  draft: WsoneDraft,
  { key, person }: NewIdentifier,
  env: WsoneEnv,
): Outcome<Identifier, FailureOf<'identifier-taken'>> {
  const identifier = newIdentifier(draft, key);
  if (!identifier.ok) return identifier;
  const attached = putAttached(draft, { identifier: identifier.value, person }, env);
  assert(attached.ok, `a new identifier ${identifier.value.id} cannot be attached`);
  return attached;
}

function newIdentifier(
  draft: WsoneDraft,
  key: IdentifierKey,
): Outcome<Identifier, FailureOf<'identifier-taken'>> {
  const identifier = freeIdentifier(key);
  if (draft.identifiers.get(identifier.id)) return refused({ kind: 'identifier-taken', ...key });
  return done(identifier);
}

function putAttached(
  draft: WsoneDraft,
  { identifier, person }: { readonly identifier: Identifier; readonly person: Person },
  env: WsoneEnv,
): ReturnType<typeof attach> {
  const attached = attach(identifier, person.id, env.now);
  if (!attached.ok) return attached;
  draft.identifiers.put(attached.value);
  welcome(draft, { person, identifier: attached.value }, env);
  return attached;
}
