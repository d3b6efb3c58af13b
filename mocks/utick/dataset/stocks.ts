import { DatasetProblem } from '#kit/dataset-problem.ts';
import { categoryName, priceName, referred, type Ids } from './names.ts';
import type { DatasetCategory, DatasetPrice, DatasetStock } from './schema.ts';
import type { Category, Price } from '#mocks/utick/domain/stock.ts';
import { categoryCapacityId, NO_LIMIT, type Stock, type UtickDraft } from '#mocks/utick/state.ts';

/** One stock of a data set while it becomes rows. */
interface Installing {
  readonly draft: UtickDraft;
  readonly ids: Ids;
  readonly name: string;
  readonly stock: DatasetStock;
  readonly stockId: string;
}

export function installStocks(
  draft: UtickDraft,
  stocks: Readonly<Record<string, DatasetStock>>,
  ids: Ids,
): void {
  for (const [rank, [name, stock]] of Object.entries(stocks).entries()) {
    const stockId = referred(ids.stocks, name, `/stocks/${name}`);
    installStock({ draft, ids, name, stock, stockId }, rank);
  }
}

function installStock(installing: Installing, rank: number): void {
  const { draft, ids, name, stock, stockId } = installing;
  const pointer = `/stocks/${name}`;
  const { event, timeSlot } = stock;
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
    packId: undefined,
    merchandiseId: undefined,
    planId: undefined,
    notes: stock.notes ?? '',
    hasPromoCodes: false,
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
    const labels = category.seats ? seatLabels(category.seats) : inRowsOf(20, freePlaces);
    if (labels.length !== freePlaces) {
      const message = `${labels.length} seats are named, ${freePlaces} places are free`;
      throw new DatasetProblem(`${pointer}/seats`, message);
    }
    putPositions(draft, capacityId, labels);
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

function putPositions(draft: UtickDraft, capacityId: string, labels: readonly string[]): void {
  for (const [rank, label] of labels.entries()) {
    const id = `${capacityId}/${label}`;
    draft.positions.put({ id, capacityId, rank, label, productId: undefined });
  }
}

function seatLabels({ rows, from, to }: NonNullable<DatasetCategory['seats']>): readonly string[] {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  return rows.flatMap((row) => numbers.map((number) => `${row} ${number}`));
}

/** `A 1` … `A 20`, `B 1` … */
const inRowsOf = (width: number, places: number): readonly string[] =>
  Array.from(
    { length: places },
    (_, at) => `${rowLetters(Math.floor(at / width))} ${(at % width) + 1}`,
  );

const ALPHABET = 26;
const rowLetters = (row: number): string =>
  (row < ALPHABET ? '' : rowLetters(Math.floor(row / ALPHABET) - 1)) +
  String.fromCharCode(65 + (row % ALPHABET));
