import { DatasetProblem } from '#kit/dataset-problem.ts';
import { placesId, seatRowId } from '#mocks/s360/domain/capacity.ts';
import type { SeatCategory } from '#mocks/s360/domain/catalogue.ts';
import type { Reader } from './installing.ts';
import { eachNamed, within } from './names.ts';
import { pricesOf, type PlacedProduct } from './products.ts';
import type { DatasetPerformance, DatasetSeatCategory } from './schema.ts';

const CODE_LENGTH = 8;

export function installPerformances(outer: Reader, placed: PlacedProduct): void {
  const { product, name, id: productId } = placed;
  const { draft } = outer.installing;
  eachNamed(product.performances, (showing, key, rank) => {
    const reader = outer.at(`performances/${key}`);
    const full = within(name, key);
    const id = reader.id('performances', full);
    const itemId = reader.id('items', full);
    const categories = Object.entries(showing.seatCategories);
    const isNumbered = categories.some(([, { seats }]) => seats !== undefined);
    draft.performances.put({
      id,
      productId,
      rank,
      code: showing.code ?? `${product.code.slice(0, CODE_LENGTH - 2)}${rank + 1}`,
      name: reader.texts(showing.name ?? product.name),
      state: showing.state ?? 'running',
      startsAt: reader.at('starts').date(showing.starts),
      durationSeconds: secondsOf(showing),
      itemId,
      logicalConfigurationId: outer.id('spaces', product.space),
      isNumbered,
      seatCategories: categories.map(([category, given]) =>
        seatCategoryOf(reader, { id, full, category, given, placed }),
      ),
    });
    draft.items.put({
      id: itemId,
      productId,
      performanceId: id,
      prices: categories.flatMap(([category, { prices }]) =>
        pricesOf(reader.at(`seatCategories/${category}/prices`), {
          season: product.season,
          prices,
          seatCategoryId: reader.id('seatCategories', within(full, category)),
        }),
      ),
    });
  });
}

const secondsOf = ({ minutes }: DatasetPerformance): number | undefined =>
  minutes === undefined ? undefined : 60 * minutes;

interface PlacedCategory {
  /** Of the performance. */
  readonly id: string;
  readonly full: string;
  readonly category: string;
  readonly given: DatasetSeatCategory;
  readonly placed: PlacedProduct;
}

function seatCategoryOf(outer: Reader, category: PlacedCategory): SeatCategory {
  const { full, given, placed } = category;
  const { draft } = outer.installing;
  const reader = outer.at(`seatCategories/${category.category}`);
  const seatCategoryId = reader.id('seatCategories', within(full, category.category));
  const areaNames = given.areas ?? (given.seats ? [given.seats.area] : []);
  for (const [contingent, total] of Object.entries(placesOf(reader, given))) {
    const contingentId = reader.at('places').id('contingents', contingent);
    const capacityId = placesId(category.id, seatCategoryId, contingentId);
    draft.capacities.put({ id: capacityId, total, elsewhere: 0, taken: 0 });
    if (given.seats) putSeats(reader, category, capacityId);
  }
  return {
    id: seatCategoryId,
    code: given.code,
    name: reader.texts(given.name),
    areaIds: areaNames.map((area) => areaId(reader.at('areas'), placed, area)),
  };
}

const areaId = (reader: Reader, { product }: PlacedProduct, area: string): string =>
  reader.id('areas', within(product.space, area));

/** Numbered seats are counted; others are said. */
function placesOf(
  { pointer }: Reader,
  { places, seats, contingent }: DatasetSeatCategory,
): Readonly<Record<string, number>> {
  if (!seats) return places ?? {};
  if (contingent === undefined || places) {
    throw new DatasetProblem(pointer, 'numbered seats have one contingent, and no places beside');
  }
  return { [contingent]: seats.rows.length * seats.perRow };
}

const FIRST_SEAT = 10_228_600_000_001;

function putSeats(reader: Reader, { id, given, placed }: PlacedCategory, capacityId: string): void {
  const { seats } = given;
  if (!seats) return;
  const area = areaId(reader.at('seats/area'), placed, seats.area);
  const firstId = seats.firstId ?? FIRST_SEAT;
  for (const [at, row] of seats.rows.entries()) {
    for (let number = 1; number <= seats.perRow; number += 1) {
      const rank = at * seats.perRow + number - 1;
      const physicalId = String(firstId + rank);
      const place = { physicalId, capacityId, areaId: area, rank, row, label: `${row} ${number}` };
      const seatId = seatRowId(id, physicalId);
      reader.installing.draft.seats.put({ id: seatId, ...place, movementId: undefined });
    }
  }
}
