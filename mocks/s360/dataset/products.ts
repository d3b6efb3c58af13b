import type { Price, Timeslot } from '#mocks/s360/domain/catalogue.ts';
import { unitsId } from '#mocks/s360/domain/capacity.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import { houseNamed, Reader, type Installing } from './installing.ts';
import { eachNamed, within } from './names.ts';
import { installPerformances } from './performances.ts';
import type { DatasetProduct } from './schema.ts';

/** A product of a data set, and where it stands there. */
export interface PlacedProduct {
  readonly product: DatasetProduct;
  readonly name: string;
  readonly id: string;
}

export function installProducts(installing: Installing): void {
  const { section, draft } = installing;
  eachNamed(section.products, (product, name, rank) => {
    const pointer = `/products/${name}`;
    const season = section.seasons?.[product.season];
    if (!season) {
      throw new DatasetProblem(`${pointer}/season`, `unknown name "${product.season}"`);
    }
    const house = houseNamed(installing, season.institution, `/seasons/${product.season}`);
    const reader = new Reader(installing, house, pointer);
    const id = reader.id('products', name);
    draft.products.put({ id, rank, ...productRow(reader, product, name) });
    const placed = { product, name, id };
    installItem(reader, placed);
    installPerformances(reader, placed);
  });
}

function productRow(reader: Reader, product: DatasetProduct, name: string) {
  const { vat, charge, channels } = product;
  const idOf = (part: 'vatCodes' | 'charges', key: string, given: string | undefined) =>
    given === undefined ? undefined : reader.at(key).id(part, given);
  return {
    institutionId: reader.house.id,
    seasonId: reader.at('season').id('seasons', product.season),
    code: product.code,
    family: product.family,
    subFamily: product.subFamily,
    state: product.state ?? 'running',
    vatCodeId: idOf('vatCodes', 'vat', vat),
    name: reader.texts(product.name),
    description: reader.texts(product.description ?? product.name),
    isExchangeable: product.exchangeable ?? false,
    isNominative: product.nominative ?? false,
    minQuantity: product.minQuantity ?? 1,
    spaceId: reader.at('space').id('spaces', product.space),
    salesChannelIds: channels?.map((channel) => reader.at('channels').id('salesChannels', channel)),
    chargeId: idOf('charges', 'charge', charge),
    validMonths: product.validMonths,
    timeslots: timeslotsOf(reader, product, name),
    lines: (product.holds ?? []).map((held, at) => ({
      id: String(reader.installing.moment.random.fork(`lines/${name}/${at}`).int(1e6, 1e9)),
      productId: reader.at(`holds/${at}`).id('products', held),
    })),
  } as const;
}

function timeslotsOf(
  reader: Reader,
  { timeslots = {} }: DatasetProduct,
  name: string,
): readonly Timeslot[] {
  const { random } = reader.installing.moment;
  return Object.entries(timeslots).map(([key, slot]) => ({
    id: String(slot.id ?? random.fork(`timeslots/${name}/${key}`).int(1e6, 1e9)),
    startsAt: reader.at(`timeslots/${key}/starts`).date(slot.starts),
    endsAt: reader.at(`timeslots/${key}/ends`).date(slot.ends),
    startTime: slot.startTime,
    durationSeconds: 60 * slot.minutes,
    quota: slot.quota,
  }));
}

/** What has no dates is one item, sold as so many units. */
function installItem(reader: Reader, { product, name, id: productId }: PlacedProduct): void {
  const { draft } = reader.installing;
  if (!product.prices) return;
  const id = reader.id('items', name);
  draft.items.put({
    id,
    productId,
    performanceId: undefined,
    prices: pricesOf(reader.at('prices'), { season: product.season, prices: product.prices }),
  });
  for (const [contingent, total] of Object.entries(product.units ?? {})) {
    const contingentId = reader.at('units').id('contingents', contingent);
    draft.capacities.put({ id: unitsId(id, contingentId), total, elsewhere: 0, taken: 0 });
  }
}

interface PriceList {
  readonly season: string;
  readonly prices: Readonly<Record<string, number>>;
  /** Of a performance. */
  readonly seatCategoryId?: string;
}

/** Each price is at the first price level of its season. */
export function pricesOf(
  reader: Reader,
  { season, prices, seatCategoryId }: PriceList,
): readonly Price[] {
  const [level] = Object.keys(reader.installing.section.seasons?.[season]?.priceLevels ?? {});
  const priceLevelId =
    level === undefined ? undefined : reader.id('priceLevels', within(season, level));
  return Object.entries(prices).map(([audience, amountMilli]) => ({
    audienceSubCategoryId: reader.id('subCategories', within(season, audience)),
    seatCategoryId,
    priceLevelId,
    amountMilli,
  }));
}
