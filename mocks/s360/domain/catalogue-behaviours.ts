import { assert } from '#kernel/defect.ts';
import { done } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Behaviour } from './behaviour.ts';
import {
  isOfferedBy,
  isShown,
  type AudienceCategory,
  type AudienceSubCategory,
  type Catalogue,
  type Item,
  type Performance,
  type PriceLevel,
  type Product,
  type Scope,
  type Season,
} from './catalogue.ts';
import type {
  Charge,
  Institution,
  PaymentMethod,
  PointOfSales,
  SalesChannel,
  Space,
} from './institution.ts';
import type { Seller } from './seller.ts';

export interface ReadCatalogue {
  readonly seller: Seller;
  readonly seasonCode: string | undefined;
  readonly productCode: string | undefined;
  readonly scope: Scope;
}

export interface CatalogueSheet {
  readonly institution: Institution;
  /** The same row as long as nothing in the catalogue changes. */
  readonly catalogue: Catalogue;
  readonly seasons: readonly SeasonSheet[];
  readonly spaces: readonly Space[];
}

export interface SeasonSheet {
  readonly season: Season;
  readonly priceLevels: readonly PriceLevel[];
  readonly audiences: readonly AudienceSheet[];
  readonly products: readonly ProductSheet[];
}

export interface AudienceSheet {
  readonly category: AudienceCategory;
  readonly subCategories: readonly AudienceSubCategory[];
}

export interface ProductSheet {
  readonly product: Product;
  readonly space: Space;
  readonly items: readonly Item[];
  readonly performances: readonly PerformanceSheet[];
  readonly charge: Charge | undefined;
  /** Of a season ticket. */
  readonly lines: readonly { readonly id: string; readonly product: ProductSheet }[];
}

export interface PerformanceSheet {
  readonly showing: Performance;
  readonly item: Item;
}

export interface PosSheet {
  readonly institution: Institution;
  readonly pointOfSales: PointOfSales;
  readonly salesChannel: SalesChannel;
  readonly operatorId: string;
  readonly hub: readonly PointOfSales[];
  readonly paymentMethods: readonly PaymentMethod[];
  readonly charges: readonly Charge[];
}

/** What the seller's channel offers: each object of it that is running or suspended. */
export const readCatalogue: S360Behaviour<ReadCatalogue, CatalogueSheet, never> = (
  draft,
  command,
) => {
  const { institutionId } = command.seller;
  const institution = draft.institutions.get(institutionId);
  const catalogue = draft.catalogues.get(institutionId);
  assert(institution && catalogue, `institution ${institutionId} has no catalogue`);
  const seasons = draft.seasons
    .where('byInstitution', institutionId)
    .filter(({ code, state }) => isShown(state, command.scope) && fits(command.seasonCode, code));
  return done({
    institution,
    catalogue,
    seasons: seasons.map((season) => seasonSheet(draft, season, command)),
    spaces: draft.spaces.where('byInstitution', institutionId),
  });
};

const fits = (asked: string | undefined, code: string): boolean =>
  asked === undefined || asked === code;

function seasonSheet(draft: S360Draft, season: Season, command: ReadCatalogue): SeasonSheet {
  const { productCode, scope, seller } = command;
  const products = draft.products
    .where('bySeason', season.id)
    .filter((product) => isShown(product.state, scope) && fits(productCode, product.code))
    .filter((product) => isOfferedBy(product, seller.salesChannelId));
  return {
    season,
    priceLevels: draft.priceLevels.where('bySeason', season.id),
    audiences: draft.audienceCategories.where('bySeason', season.id).map((category) => ({
      category,
      subCategories: draft.audienceSubCategories.where('byCategory', category.id),
    })),
    products: products.map((product) => productSheet(draft, product, scope)),
  };
}

function productSheet(draft: S360Draft, product: Product, scope: Scope): ProductSheet {
  const space = draft.spaces.get(product.spaceId);
  assert(space, `product ${product.id} is nowhere`);
  return {
    product,
    space,
    items: draft.items.where('byProduct', product.id),
    performances: draft.performances
      .where('byProduct', product.id)
      .filter(({ state }) => isShown(state, scope))
      .map((showing) => ({ showing, item: itemOf(draft, showing) })),
    charge: product.chargeId === undefined ? undefined : draft.charges.get(product.chargeId),
    lines: product.lines.map(({ id, productId }) => {
      const inner = draft.products.get(productId);
      assert(inner, `season ticket ${product.id} holds an unknown product ${productId}`);
      return { id, product: productSheet(draft, inner, scope) };
    }),
  };
}

function itemOf(draft: S360Draft, { id, itemId }: Performance): Item {
  const item = draft.items.get(itemId);
  assert(item, `performance ${id} has no item`);
  return item;
}

export const readPointOfSales: S360Behaviour<{ seller: Seller }, PosSheet, never> = (
  draft,
  { seller },
) => {
  const { institutionId, operatorId } = seller;
  const institution = draft.institutions.get(institutionId);
  const pointOfSales = draft.pointsOfSales.get(seller.pointOfSalesId);
  const salesChannel = draft.salesChannels.get(seller.salesChannelId);
  assert(institution && pointOfSales && salesChannel, `operator ${operatorId} works nowhere`);
  return done({
    institution,
    pointOfSales,
    salesChannel,
    operatorId,
    hub: draft.pointsOfSales.where('byInstitution', institutionId),
    paymentMethods: draft.paymentMethods.where('byInstitution', institutionId),
    charges: draft.charges.where('byInstitution', institutionId),
  });
};
