import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import { placesId, unitsId } from './capacity.ts';
import {
  isOfferedBy,
  type Item,
  type Performance,
  type Price,
  type Product,
  type SeatCategory,
} from './catalogue.ts';
import type { FailureOf } from './failure.ts';

/** What one line of an order asks for. */
export type Wanted =
  | { readonly kind: 'item'; readonly itemId: string }
  | {
      readonly kind: 'performance';
      readonly performanceId: string;
      readonly seatCategoryId: string;
    };

export interface Wish {
  readonly wanted: Wanted;
  readonly audienceSubCategoryId: string;
  /** Absent: the only one of the sales channel. */
  readonly contingentId: string | undefined;
}

/** Something that can be sold, at its price, out of its quota. */
export interface Offer {
  readonly product: Product;
  readonly item: Item;
  readonly price: Price;
  readonly contingentId: string;
  readonly showing: Performance | undefined;
  readonly seatCategory: SeatCategory | undefined;
  /** Undefined: it is never sold out. */
  readonly capacityId: string | undefined;
}

export interface Channel {
  readonly institutionId: string;
  readonly salesChannelId: string;
}

type ItemFailure = FailureOf<'item-unknown' | 'not-built'>;
export type OfferFailure =
  ItemFailure | FailureOf<'price-unknown' | 'contingent-forbidden' | 'item-off-sale'>;

interface Found {
  readonly item: Item;
  readonly product: Product;
  readonly showing: Performance | undefined;
  readonly seatCategory: SeatCategory | undefined;
}

/** The order of checks: what it is, for whom, out of which contingent, whether it is on sale. */
export function findOffer(
  draft: S360Draft,
  wish: Wish,
  channel: Channel,
): Outcome<Offer, OfferFailure> {
  const found = findItem(draft, wish.wanted, channel);
  if (!found.ok) return found;
  const { item, product, showing, seatCategory } = found.value;
  const audienceId = wish.audienceSubCategoryId;
  const price = item.prices.find(
    (one) => one.audienceSubCategoryId === audienceId && one.seatCategoryId === seatCategory?.id,
  );
  if (!price) return refused({ kind: 'price-unknown', itemId: item.id, audienceId });
  const contingentId = draft.salesChannels.get(channel.salesChannelId)?.contingentId ?? '';
  const { contingentId: asked = contingentId } = wish;
  if (asked !== contingentId) {
    return refused({ kind: 'contingent-forbidden', id: asked, allowed: contingentId });
  }
  const failure = offSale(draft, found.value.product, showing);
  if (failure) return refused(failure);
  const capacityId = capacityOf(draft, found.value, contingentId);
  return done({ product, item, price, contingentId, showing, seatCategory, capacityId });
}

function findItem(draft: S360Draft, wanted: Wanted, channel: Channel): Outcome<Found, ItemFailure> {
  const showing =
    wanted.kind === 'performance' ? draft.performances.get(wanted.performanceId) : undefined;
  const itemId = wanted.kind === 'item' ? wanted.itemId : showing?.itemId;
  const item = itemId === undefined ? undefined : draft.items.get(itemId);
  const product = item && draft.products.get(item.productId);
  const unknown = refused({ kind: 'item-unknown', id: idOf(wanted) } as const);
  if (!item || !product || product.institutionId !== channel.institutionId) return unknown;
  if (!isOfferedBy(product, channel.salesChannelId)) return unknown;
  if (wanted.kind === 'item') {
    // A place at a performance has a seat category too: another list asks for it.
    if (item.performanceId !== undefined) return unknown;
    if (product.family === 'season-ticket') {
      return refused({ kind: 'not-built', operation: 'createOrUpdateOrder of a season ticket' });
    }
    return done({ item, product, showing: undefined, seatCategory: undefined });
  }
  const seatCategory = showing?.seatCategories.find(({ id }) => id === wanted.seatCategoryId);
  if (!seatCategory) return refused({ kind: 'item-unknown', id: wanted.seatCategoryId });
  return done({ item, product, showing, seatCategory });
}

const idOf = (wanted: Wanted): string =>
  wanted.kind === 'item' ? wanted.itemId : wanted.performanceId;

/** A product is sold while it, its performance and its season are running. */
export function offSale(
  draft: S360Draft,
  product: Product,
  showing: Performance | undefined,
): FailureOf<'item-off-sale'> | undefined {
  const season = draft.seasons.get(product.seasonId);
  for (const one of [season, product, showing]) {
    if (one && one.state !== 'running') {
      return { kind: 'item-off-sale', id: one.id, state: one.state };
    }
  }
  return undefined;
}

function capacityOf(
  draft: S360Draft,
  { item, showing, seatCategory }: Found,
  contingentId: string,
): string | undefined {
  if (showing && seatCategory) return placesId(showing.id, seatCategory.id, contingentId);
  const id = unitsId(item.id, contingentId);
  return draft.capacities.get(id) ? id : undefined;
}
