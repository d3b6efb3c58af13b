import { DatasetProblem } from '#kit/dataset-problem.ts';
import { categoryName, eachNamed, priceName, referred, type Ids } from './names.ts';
import type { DatasetCategory, DatasetPrice, DatasetSection, DatasetStock } from './schema.ts';
import type { Category, Price } from '#mocks/utick/domain/stock.ts';
import { categoryCapacityId, NO_LIMIT, type Stock, type UtickDraft } from '#mocks/utick/state.ts';

/** One stock of a data set while it becomes rows. */
interface Installing {
  readonly draft: UtickDraft;
  readonly ids: Ids;
  readonly name: string;
  readonly stock: DatasetStock;
  readonly stockId: string;
  readonly hasPromoCodes: boolean;
}

export function installStocks(draft: UtickDraft, section: DatasetSection, ids: Ids): void {
  const withPromoCodes = new Set(
    Object.values(section.promoCodes ?? {}).flatMap(({ stocks }) => stocks),
  );
  eachNamed(section.stocks, (stock, name, rank) => {
    const stockId = referred(ids.stocks, name, `/stocks/${name}`);
    const hasPromoCodes = withPromoCodes.has(name);
    installStock({ draft, ids, name, stock, stockId, hasPromoCodes }, rank);
  });
}

function installStock(installing: Installing, rank: number): void {
  const { draft, ids, name, stock, stockId } = installing;
  const pointer = `/stocks/${name}`;
  const { event, timeSlot, pack } = stock;
  const row: Stock = {
    id: stockId,
    rank,
    label: stock.label,
    type: stock.type ?? 'production',
    productType: stock.productType ?? 'seat',
    eventId: event === undefined ? undefined : referred(ids.events, event, `${pointer}/event`),
    timeSlotId:
      timeSlot === undefined ? undefined : referred(ids.timeSlots, timeSlot, `${pointer}/timeSlot`),
    streamId: undefined,
    packId: pack === undefined ? undefined : referred(ids.packs, pack, `${pointer}/pack`),
    merchandiseId: undefined,
    planId: undefined,
    notes: stock.notes ?? '',
    hasPromoCodes: installing.hasPromoCodes,
    categories: Object.entries(stock.categories).map(([key, category]) =>
      installCategory(installing, key, category),
    ),
  };
  draft.stocks.put(row);
  putCapacity(draft, stockId, { total: stock.capacity, free: stock.free, pointer });
}

function installCategory(installing: Installing, key: string, category: DatasetCategory): Category {
  const { draft, ids, name, stock, stockId } = installing;
  const pointer = `/stocks/${name}/categories/${key}`;
  const id = referred(ids.categories, categoryName(name, key), pointer);
  const capacityId = categoryCapacityId(stockId, id);
  const { capacity: total = stock.capacity, free = category.capacity ?? stock.free } = category;
  const freePlaces = putCapacity(draft, capacityId, { total, free, pointer });
  if (stock.productType === 'numbered-seat') {
    const seats = category.seats ? seatsOf(category.seats) : inRowsOf(20, freePlaces);
    if (seats.length !== freePlaces) {
      const message = `${seats.length} seats are named, ${freePlaces} places are free`;
      throw new DatasetProblem(`${pointer}/seats`, message);
    }
    putPositions(draft, capacityId, seats);
  }
  return {
    id,
    capacityId,
    label: category.label,
    description: category.description ?? '',
    color: category.color ?? '',
    prices: Object.entries(category.prices).map(([priceKey, price]) =>
      priceOf(price, referred(ids.prices, priceName(name, key, priceKey), pointer)),
    ),
  };
}

const priceOf = (price: DatasetPrice, id: string): Price => ({
  id,
  label: price.label,
  description: price.description ?? '',
  amountMinor: price.amount,
  currency: 'EUR',
  quantityMin: price.min ?? 0,
  quantityMax: price.max ?? NO_LIMIT,
  quantityStep: price.step ?? 1,
  isHidden: price.hidden ?? false,
});

interface Places {
  readonly total: number;
  readonly free: number | undefined;
  readonly pointer: string;
}

/** Answers the free places. */
function putCapacity(draft: UtickDraft, id: string, places: Places): number {
  const { total, free = total, pointer } = places;
  if (free > total) throw new DatasetProblem(`${pointer}/free`, `${free} of ${total} are free`);
  draft.capacities.put({ id, total, elsewhere: total - free, taken: 0 });
  return free;
}

interface Seat {
  readonly row: string;
  readonly number: number;
}

function putPositions(draft: UtickDraft, capacityId: string, seats: readonly Seat[]): void {
  for (const [rank, { row, number }] of seats.entries()) {
    const label = `${row} ${number}`;
    const id = `${capacityId}/${label}`;
    const free = { productId: undefined, isChosen: false };
    draft.positions.put({ id, capacityId, rank, row, label, ...free });
  }
}

function seatsOf({ rows, from, to }: NonNullable<DatasetCategory['seats']>): readonly Seat[] {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  return rows.flatMap((row) => numbers.map((number) => ({ row, number })));
}

/** `A 1` … `A 20`, `B 1` … */
const inRowsOf = (width: number, places: number): readonly Seat[] =>
  Array.from({ length: places }, (_, at) => ({
    row: rowLetters(Math.floor(at / width)),
    number: (at % width) + 1,
  }));

const ALPHABET = 26;
const rowLetters = (row: number): string =>
  (row < ALPHABET ? '' : rowLetters(Math.floor(row / ALPHABET) - 1)) +
  String.fromCharCode(65 + (row % ALPHABET));
