import type { Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { FailureOf } from './failure.ts';
import type { Address, Consent, Person, Subscription, SubscriptionKind } from './person.ts';

/** What a call says of a customer; what is left out stays as it is. */
export interface PersonEdit {
  readonly fields: Partial<
    Pick<Person, 'title' | 'firstName' | 'lastName' | 'birthDate' | 'email' | 'cellPhone'>
  >;
  readonly emailConsent: Partial<Consent>;
  readonly cellPhoneConsent: Partial<Consent>;
  readonly address: Partial<Address>;
  readonly subscriptions: readonly SubscriptionChange[];
}

export interface SubscriptionChange {
  readonly id: string;
  readonly isActive: boolean;
}

interface Kinds {
  get(id: string): SubscriptionKind | undefined;
}

/** The customer after an edit; `changedAt` is undefined for one who is new. */
export function edited(
  person: Person,
  edit: PersonEdit,
  { kinds, changedAt }: { readonly kinds: Kinds; readonly changedAt: Instant | undefined },
): Outcome<Person, FailureOf<'subscription-unknown'>> {
  let { subscriptions } = person;
  for (const change of edit.subscriptions) {
    const kind = kinds.get(change.id);
    if (!kind) return refused({ kind: 'subscription-unknown', id: change.id });
    subscriptions = withSubscription(subscriptions, { kind, ...change, changedAt });
  }
  return done({
    ...person,
    ...edit.fields,
    emailConsent: merged(person.emailConsent, edit.emailConsent),
    cellPhoneConsent: merged(person.cellPhoneConsent, edit.cellPhoneConsent),
    address: merged(person.address, edit.address),
    subscriptions,
  });
}

interface Change extends SubscriptionChange {
  readonly kind: SubscriptionKind;
  readonly changedAt: Instant | undefined;
}

function withSubscription(
  subscriptions: readonly Subscription[],
  { kind: { id, label }, isActive, changedAt: updatedAt }: Change,
): readonly Subscription[] {
  const changed: Subscription = { id, label, isActive, updatedAt };
  const known = subscriptions.some((subscription) => subscription.id === id);
  if (!known) return [...subscriptions, changed];
  return subscriptions.map((subscription) => (subscription.id === id ? changed : subscription));
}

/** Most customers share one value: it stays shared where nothing is said. */
const merged = <T extends object>(known: T, said: Partial<T>): T =>
  Object.keys(said).length === 0 ? known : { ...known, ...said };
