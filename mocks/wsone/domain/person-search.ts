import { done, refused } from '#kernel/outcome.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import type { WsoneBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { storeOf } from './holder.ts';
import { identifierId, type IdentifierKey } from './identifier.ts';
import { sheetOf, type PersonSheet } from './person-lookup.ts';
import { emailKey, fullNameKey, nameKey, phoneKey, type Person } from './person.ts';

/** What is given must all fit; at least one of the first five is, for each of these has an index. */
export interface SearchPersons {
  readonly identifier: IdentifierKey | undefined;
  readonly groupeId: string | undefined;
  readonly email: string | undefined;
  readonly cellPhone: string | undefined;
  readonly lastName: string | undefined;
  readonly firstName: string | undefined;
  readonly birthDate: string | undefined;
  readonly title: number | undefined;
  readonly postalCode: string | undefined;
  readonly city: string | undefined;
  readonly storeId: string | undefined;
}

export interface FoundPersons {
  readonly sheets: readonly PersonSheet[];
  /** There are more than a search answers. */
  readonly isCut: boolean;
}

/** Walks the narrowest index that was asked for; what else was asked for only filters it. */
export const searchPersons: WsoneBehaviour<
  SearchPersons,
  FoundPersons,
  FailureOf<'entity-unknown' | 'nobody-found'>
> = (draft, command, { settings }) => {
  if (command.storeId !== undefined) {
    const store = storeOf(draft, command.storeId);
    if (!store.ok) return store;
  }
  const most = settings.searchLimit;
  const persons = firstOf(candidatesOf(draft, command), soughtBy(command), most + 1);
  if (persons.length === 0 && settings.emptySearch === 'refuse') {
    return refused({ kind: 'nobody-found' });
  }
  const sheets = persons.slice(0, most).map((person) => sheetOf(draft, person));
  return done({ sheets, isCut: persons.length > most });
};

/** Lists so many rows behind one; a search stops as soon as it has enough. */
type Candidates = (after: Person | undefined, limit: number) => readonly Person[];

type NameIndex = 'byEmail' | 'byCellPhone' | 'byFullName' | 'byLastName';

function candidatesOf(draft: WsoneDraft, command: SearchPersons): Candidates {
  const { identifier, groupeId, email, cellPhone, lastName = '', firstName } = command;
  const along =
    (index: NameIndex, key: string): Candidates =>
    (after, limit) =>
      draft.persons.where(index, key, after ? { after, limit } : { limit });
  if (identifier) return alone(holderOf(draft, identifier));
  if (groupeId !== undefined) return alone(draft.persons.get(groupeId));
  if (email !== undefined) return along('byEmail', emailKey(email));
  if (cellPhone !== undefined) return along('byCellPhone', phoneKey(cellPhone));
  if (firstName !== undefined) return along('byFullName', fullNameKey(lastName, firstName));
  return along('byLastName', nameKey(lastName));
}

const alone =
  (person: Person | undefined): Candidates =>
  (after) =>
    person && !after ? [person] : [];

/** Also of a card that was blocked or replaced: who has lost one is looked for by it. */
function holderOf(draft: WsoneDraft, key: IdentifierKey): Person | undefined {
  const personId = draft.identifiers.get(identifierId(key))?.personId;
  return personId === undefined ? undefined : draft.persons.get(personId);
}

const CHUNK = 64;

function firstOf(
  candidates: Candidates,
  isSought: (person: Person) => boolean,
  limit: number,
): readonly Person[] {
  const sought: Person[] = [];
  let after: Person | undefined;
  for (;;) {
    const chunk = candidates(after, CHUNK);
    for (const person of chunk) {
      if (isSought(person)) sought.push(person);
      if (sought.length === limit) return sought;
    }
    after = chunk.at(-1);
    if (chunk.length < CHUNK) return sought;
  }
}

function soughtBy(command: SearchPersons): (person: Person) => boolean {
  const { title, birthDate, groupeId, postalCode } = command;
  const [email, phone] = [keyed(command.email, emailKey), keyed(command.cellPhone, phoneKey)];
  const [lastName, firstName] = [
    keyed(command.lastName, nameKey),
    keyed(command.firstName, nameKey),
  ];
  const city = keyed(command.city, nameKey);
  return (person) =>
    fits(title, person.title) &&
    fits(birthDate, person.birthDate) &&
    fits(groupeId, person.id) &&
    fits(postalCode, person.address.postalCode) &&
    (lastName === undefined || lastName === nameKey(person.lastName)) &&
    (firstName === undefined || firstName === nameKey(person.firstName)) &&
    (email === undefined || email === emailKey(person.email)) &&
    (phone === undefined || phone === phoneKey(person.cellPhone)) &&
    (city === undefined || city === nameKey(person.address.city));
}

const fits = <T>(asked: T | undefined, known: T | undefined): boolean =>
  asked === undefined || asked === known;

const keyed = (asked: string | undefined, key: (text: string) => string): string | undefined =>
  asked === undefined ? undefined : key(asked);
