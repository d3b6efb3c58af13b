import type { Instant } from '#kernel/instant.ts';
import { nearest } from '#kernel/nearest.ts';
import type { Random } from '#kernel/random.ts';
import { parseDate } from '#kernel/relative-date.ts';
import type { Zone } from '#kernel/zone.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { Texts } from '#mocks/s360/domain/texts.ts';
import type { DatasetSection, DatasetTexts } from './schema.ts';

export interface DatasetMoment {
  readonly now: Instant;
  readonly random: Random;
}

export type IdsByName = Readonly<Record<string, string>>;

/** What is named within something else carries both names: `mosa_adult`, `expo_morning`. */
export const within = (outer: string, inner: string): string => `${outer}_${inner}`;

const kinds = [
  'contingents',
  'salesChannels',
  'pointsOfSales',
  'vatCodes',
  'charges',
  'paymentMethods',
  'spaces',
  'seasons',
  'products',
] as const;
const innerKinds = [
  'institutions',
  'operators',
  'contacts',
  'areas',
  'priceLevels',
  'audiences',
  'subCategories',
  'performances',
  'seatCategories',
  'items',
] as const;
export type NamedKind = (typeof kinds)[number] | (typeof innerKinds)[number];
export type Ids = Readonly<Record<NamedKind, IdsByName>>;

interface Identified {
  readonly id?: number;
}

const FIRST_DRAWN = 10_228_500_000_000;
const DRAWN_RANGE = 9_999_999_999;

/** Ids of all objects, so that one may name another that comes later. */
export function idsOf(section: DatasetSection, random: Random): Ids {
  // Forked by name: one more object moves no other's id.
  const drawn = (kind: string, name: string): string =>
    String(FIRST_DRAWN + random.fork(`${kind}/${name}`).int(0, DRAWN_RANGE));
  const idOf = (kind: string, name: string, id: number | undefined): string =>
    id === undefined ? drawn(kind, name) : String(id);
  const ids = emptyIds();
  for (const kind of kinds) {
    const objects: Readonly<Record<string, Identified>> = section[kind] ?? {};
    for (const [name, { id }] of Object.entries(objects)) ids[kind][name] = idOf(kind, name, id);
  }
  for (const [name, { code }] of entriesOf(section.institutions)) ids.institutions[name] = code;
  for (const [name, { login }] of entriesOf(section.operators)) ids.operators[name] = login;
  for (const [name, { number }] of entriesOf(section.contacts)) {
    ids.contacts[name] = String(number ?? random.fork(`contacts/${name}`).int(1_000, 99_999));
  }
  const put = (kind: NamedKind, name: string, { id }: Identified): void => {
    ids[kind][name] = idOf(kind, name, id);
  };
  for (const [name, { areas }] of entriesOf(section.spaces)) {
    for (const [area, object] of entriesOf(areas)) put('areas', within(name, area), object);
  }
  nameSeasons(section, put);
  nameProducts(section, put);
  return ids;
}

type Put = (kind: NamedKind, name: string, object: Identified) => void;

function nameSeasons({ seasons }: DatasetSection, put: Put): void {
  for (const [season, { priceLevels, audiences }] of entriesOf(seasons)) {
    for (const [name, level] of entriesOf(priceLevels)) {
      put('priceLevels', within(season, name), level);
    }
    for (const [name, audience] of entriesOf(audiences)) {
      put('audiences', within(season, name), audience);
      for (const [sub, object] of entriesOf(audience.subCategories)) {
        put('subCategories', within(season, sub), object);
      }
    }
  }
}

function nameProducts({ products }: DatasetSection, put: Put): void {
  for (const [product, { item, prices, performances }] of entriesOf(products)) {
    if (prices) put('items', product, item === undefined ? {} : { id: item });
    for (const [name, showing] of entriesOf(performances)) {
      const full = within(product, name);
      put('performances', full, showing);
      put('items', full, showing.item === undefined ? {} : { id: showing.item });
      for (const [category, object] of entriesOf(showing.seatCategories)) {
        put('seatCategories', within(full, category), object);
      }
    }
  }
}

function emptyIds(): Record<NamedKind, Record<string, string>> {
  const all: readonly NamedKind[] = [...kinds, ...innerKinds];
  // Every kind has an entry.
  return Object.fromEntries(all.map((kind) => [kind, {}])) as Record<
    NamedKind,
    Record<string, string>
  >;
}

export const entriesOf = <T>(
  objects: Readonly<Record<string, T>> | undefined,
): readonly [string, T][] => Object.entries(objects ?? {});

/** The id behind a name, or a problem at its place in the file. */
export function referred(ids: IdsByName, name: string, pointer: string): string {
  const id = Object.hasOwn(ids, name) ? ids[name] : undefined;
  if (id !== undefined) return id;
  const guess = nearest(name, Object.keys(ids));
  const hint = guess ? `, did you mean "${guess}"?` : '';
  throw new DatasetProblem(pointer, `unknown name "${name}"${hint}`);
}

export interface Calendar {
  readonly now: Instant;
  readonly zone: Zone;
}

export function dateOf(text: string, { now, zone }: Calendar, pointer: string): Instant {
  const at = parseDate(text, now, zone);
  if (at === undefined) throw new DatasetProblem(pointer, `there is no date "${text}"`);
  return at;
}

/** One text stands for the main language. */
export const textsOf = (texts: DatasetTexts | undefined, languages: readonly string[]): Texts => {
  if (texts === undefined) return {};
  return typeof texts === 'string' ? { [languages[0] ?? 'fr']: texts } : texts;
};

/** In the order in which they stand, which is their place in lists. */
export function eachNamed<T>(
  objects: Readonly<Record<string, T>> | undefined,
  visit: (object: T, name: string, rank: number) => void,
): void {
  for (const [rank, [name, object]] of entriesOf(objects).entries()) visit(object, name, rank);
}
