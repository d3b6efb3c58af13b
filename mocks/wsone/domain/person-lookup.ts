import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Identifier, WsoneDraft } from '#mocks/wsone/state.ts';
import type { FailureOf } from './failure.ts';
import { holderOf, storeOf } from './holder.ts';
import { isActive, type IdentifierKey } from './identifier.ts';
import type { Person } from './person.ts';
import type { Store } from './store.ts';

/** Who is meant and which store asks: what most calls begin with. */
export interface Asked {
  readonly identifier: IdentifierKey;
  readonly storeId: string | undefined;
}

export interface Found {
  readonly person: Person;
  /** The store that asks. */
  readonly store: Store | undefined;
}

export type AskedFailure = FailureOf<
  'identifier-unknown' | 'identifier-inactive' | 'entity-unknown'
>;

export function found(
  draft: WsoneDraft,
  { identifier, storeId }: Asked,
): Outcome<Found, AskedFailure> {
  const holder = holderOf(draft, identifier);
  if (!holder.ok) return holder;
  return asking(draft, holder.value.person, storeId);
}

/** The same where a customer need not have an identifier: at least one of the two is given. */
export interface AskedSomebody {
  readonly identifier: IdentifierKey | undefined;
  readonly groupeId: string | undefined;
  readonly storeId: string | undefined;
}

export type SomebodyFailure = AskedFailure | FailureOf<'person-unknown'>;

/** Where both are given, they must be one customer's. */
export function foundSomebody(
  draft: WsoneDraft,
  { identifier, groupeId = '', storeId }: AskedSomebody,
): Outcome<Found, SomebodyFailure> {
  if (identifier) {
    const holder = holderOf(draft, identifier);
    if (!holder.ok) return holder;
    const { person } = holder.value;
    if (groupeId !== '' && groupeId !== person.id) return nobody(groupeId);
    return asking(draft, person, storeId);
  }
  const person = draft.persons.get(groupeId);
  return person ? asking(draft, person, storeId) : nobody(groupeId);
}

const nobody = (groupeId: string) =>
  refused<FailureOf<'person-unknown'>>({ kind: 'person-unknown', groupeId });

function asking(
  draft: WsoneDraft,
  person: Person,
  storeId: string | undefined,
): Outcome<Found, FailureOf<'entity-unknown'>> {
  if (storeId === undefined) return done({ person, store: undefined });
  const store = storeOf(draft, storeId);
  return store.ok ? done({ person, store: store.value }) : store;
}

/** A customer and what they can be known by. */
export interface PersonSheet {
  readonly person: Person;
  /** Active ones; the vendor's sample has no word for others. */
  readonly identifiers: readonly Identifier[];
}

export const sheetOf = (draft: WsoneDraft, person: Person): PersonSheet => ({
  person,
  identifiers: draft.identifiers.where('byPerson', person.id).filter(isActive),
});
