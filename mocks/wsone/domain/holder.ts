import { assert } from '#kernel/defect.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import type { FailureOf } from './failure.ts';
import { identifierId, type Identifier, type IdentifierKey } from './identifier.ts';
import type { Person } from './person.ts';
import type { Store } from './store.ts';

export interface Holder {
  readonly person: Person;
  readonly identifier: Identifier;
}

export type HolderFailure = FailureOf<'identifier-unknown' | 'identifier-inactive'>;

/** The customer who has an identifier, which must be active. */
export function holderOf(draft: WsoneDraft, key: IdentifierKey): Outcome<Holder, HolderFailure> {
  const identifier = draft.identifiers.get(identifierId(key));
  if (identifier?.personId === undefined) {
    return refused({ kind: 'identifier-unknown', ...key });
  }
  const { status, personId } = identifier;
  if (status !== 'active') return refused({ kind: 'identifier-inactive', ...key, status });
  const person = draft.persons.get(personId);
  assert(person, `identifier ${identifier.id} is of no person`);
  return done({ person, identifier });
}

export function storeOf(
  draft: WsoneDraft,
  id: string,
): Outcome<Store, FailureOf<'entity-unknown'>> {
  const store = draft.stores.get(id);
  return store ? done(store) : refused({ kind: 'entity-unknown', id });
}
