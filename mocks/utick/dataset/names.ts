import type { Instant } from '#kernel/instant.ts';
import { nearest } from '#kernel/nearest.ts';
import type { Random } from '#kernel/random.ts';
import { parseDate } from '#kernel/relative-date.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { DatasetSection, DatasetStock } from './schema.ts';

export interface DatasetMoment {
  readonly now: Instant;
  readonly random: Random;
}

/** What a data set gives names to by itself; categories and prices are named within a stock. */
type NamedKind =
  | 'applications'
  | 'devices'
  | 'contacts'
  | 'attractions'
  | 'venues'
  | 'series'
  | 'events'
  | 'timeSlots'
  | 'packs'
  | 'promoCodes'
  | 'counters'
  | 'paymentMethods'
  | 'stocks';

export type IdsByName = Readonly<Record<string, string>>;
export type Ids = Readonly<Record<NamedKind | 'categories' | 'prices' | 'sets', IdsByName>>;

/** Categories and prices are named within their stock: `hedda_stalls`, `hedda_stalls_full`. */
export const categoryName = (stock: string, category: string): string => `${stock}_${category}`;
export const priceName = (stock: string, category: string, price: string): string =>
  `${stock}_${category}_${price}`;

/** Sets are named within their pack. */
export const setName = (pack: string, set: string): string => `${pack}_${set}`;

/** Ids of all objects, so that one may name another that comes later. */
export function idsOf(section: DatasetSection, random: Random): Ids {
  // Forked by name: one more object moves no other's id.
  const drawn = (kind: string, name: string): string => random.fork(`${kind}/${name}`).uuid();
  const idsOfKind = (kind: NamedKind): IdsByName => {
    const objects: Readonly<Record<string, { readonly id?: string }>> = section[kind] ?? {};
    return mapNamed(objects, ({ id }, name) => id ?? drawn(kind, name));
  };
  const timeSlots = idsOfKind('timeSlots');
  const stockId = (stock: DatasetStock, name: string): string =>
    stock.id ?? compound(drawn('stocks', name), stock.timeSlot && timeSlots[stock.timeSlot]);
  const categories: Record<string, string> = {};
  const prices: Record<string, string> = {};
  for (const [stockName, stock] of Object.entries(section.stocks ?? {})) {
    for (const [name, category] of Object.entries(stock.categories)) {
      const full = categoryName(stockName, name);
      categories[full] = category.id ?? drawn('categories', full);
      for (const [price, { id }] of Object.entries(category.prices)) {
        const fullPrice = priceName(stockName, name, price);
        prices[fullPrice] = id ?? drawn('prices', fullPrice);
      }
    }
  }
  const sets: Record<string, string> = {};
  for (const [pack, { sets: own = {} }] of Object.entries(section.packs ?? {})) {
    for (const [name, { id }] of Object.entries(own)) {
      sets[setName(pack, name)] = id ?? drawn('sets', setName(pack, name));
    }
  }
  return {
    applications: idsOfKind('applications'),
    devices: idsOfKind('devices'),
    contacts: idsOfKind('contacts'),
    attractions: idsOfKind('attractions'),
    venues: idsOfKind('venues'),
    series: idsOfKind('series'),
    events: idsOfKind('events'),
    timeSlots,
    packs: idsOfKind('packs'),
    promoCodes: idsOfKind('promoCodes'),
    counters: idsOfKind('counters'),
    paymentMethods: idsOfKind('paymentMethods'),
    stocks: mapNamed(section.stocks, stockId),
    categories,
    prices,
    sets,
  };
}

/** `<stock>-TS-<time slot>`, as the seed shows. */
const compound = (stockId: string, timeSlotId: string | undefined): string =>
  timeSlotId === undefined || timeSlotId === '' ? stockId : `${stockId}-TS-${timeSlotId}`;

export function mapNamed<T, R>(
  objects: Readonly<Record<string, T>> | undefined,
  map: (object: T, name: string) => R,
): Readonly<Record<string, R>> {
  const entries = Object.entries(objects ?? {});
  return Object.fromEntries(entries.map(([name, object]) => [name, map(object, name)]));
}

/** In the order in which they stand, which is their place in lists. */
export function eachNamed<T>(
  objects: Readonly<Record<string, T>> | undefined,
  visit: (object: T, name: string, rank: number) => void,
): void {
  for (const [rank, [name, object]] of Object.entries(objects ?? {}).entries()) {
    visit(object, name, rank);
  }
}

/** The id that a name of the data set stands for. */
export function referred(ids: IdsByName, name: string, pointer: string): string {
  const id = Object.hasOwn(ids, name) ? ids[name] : undefined;
  if (id !== undefined) return id;
  const guess = nearest(name, Object.keys(ids));
  throw new DatasetProblem(
    pointer,
    `unknown name "${name}"${guess ? `, did you mean "${guess}"?` : ''}`,
  );
}

/** Wall times of a data set are Belgian: the vendor is. */
const ZONE = 'Europe/Brussels';

export function dateOf(text: string, now: Instant, pointer: string): Instant {
  const date = parseDate(text, now, ZONE);
  if (date === undefined) throw new DatasetProblem(pointer, `there is no date "${text}"`);
  return date;
}
