import { assert } from '#kernel/defect.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickBehaviour } from './behaviour.ts';
import type { FailureOf, PackFailure, PackProblem } from './failure.ts';
import { offerOf, productsOf, rebalance } from './holding.ts';
import { takesProducts } from './order.ts';
import { amountInPack, hasRoom, holds, isPackType, setsWith, type Pack } from './pack.ts';
import type { Product } from './product.ts';
import { resell } from './promo-uses.ts';
import type { Offer } from './stock.ts';

export interface AttachProduct {
  readonly id: string;
  readonly mainProductId: string;
}

type AttachFailure = FailureOf<'product-unknown' | 'order-closed'> | PackFailure;

/** The product that a place is put into, and the pack that it was sold as. */
interface Main {
  readonly product: Product;
  readonly offer: Offer;
  /** Undefined where the organiser says nothing of the pack: it has no bounds, no sets. */
  readonly pack: Pack | undefined;
}

/** The order of checks: unknown products, the order's state, the pack. */
export const attachProduct: UtickBehaviour<AttachProduct, Product, AttachFailure> = (
  draft,
  { id, mainProductId },
  { settings },
) => {
  const product = draft.products.get(id);
  if (!product) return refused({ kind: 'product-unknown', id });
  const main = mainOf(draft, mainProductId);
  if (!main) return refused({ kind: 'product-unknown', id: mainProductId });
  const order = draft.orders.get(product.orderId);
  assert(order, `product ${id} is in no order`);
  if (!takesProducts(order)) return refused({ kind: 'order-closed', status: order.status });
  if (product.mainProductId === mainProductId) return done(product);
  const problem = attachProblem(draft, { product, main }, settings);
  if (problem) return refused(problem);
  const attached = attach(draft, { product, main }, settings);
  rebalance(draft, order, settings);
  return done(attached);
};

function mainOf(draft: UtickDraft, id: string): Main | undefined {
  const product = draft.products.get(id);
  if (!product) return undefined;
  const offer = offerOf(draft, product);
  return { product, offer, pack: packSoldAs(draft, offer.stock.id) };
}

interface Attaching {
  readonly product: Product;
  readonly main: Main;
}

function attachProblem(
  draft: UtickDraft,
  { product, main }: Attaching,
  { packSets }: UtickSettings,
): PackFailure | undefined {
  const { orderId, id } = main.product;
  if (orderId !== product.orderId) return { kind: 'pack-in-other-order', orderId };
  if (!isPackType(main.offer.stock.productType)) return { kind: 'not-a-pack', id };
  const why = misfit(main, offerOf(draft, product));
  if (why) return { kind: 'not-for-pack', id: product.id, why };
  const { pack } = main;
  if (!pack) return undefined;
  const inside = attachedTo(draft, id);
  if (!hasRoom(pack.items, inside.length)) return { kind: 'pack-full', most: pack.items.most };
  return packSets === 'enforced' ? setProblem(pack, product, inside) : undefined;
}

/** Only dated products go into a subscription: the vendor's help says so. */
function misfit({ offer }: Main, { stock }: Offer): PackProblem | undefined {
  if (isPackType(stock.productType)) return 'is-a-pack';
  const isUndated = stock.eventId === undefined && stock.timeSlotId === undefined;
  return offer.stock.productType === 'subscription' && isUndated ? 'undated' : undefined;
}

function setProblem(
  pack: Pack,
  { id, stockId }: Product,
  inside: readonly Product[],
): PackFailure | undefined {
  const sets = setsWith(pack, stockId);
  if (sets.length === 0) return { kind: 'not-for-pack', id, why: 'outside-sets' };
  const full = sets.filter(
    (set) => !hasRoom(set.items, inside.filter((one) => holds(set, one)).length),
  );
  const [first] = full;
  return first && full.length === sets.length
    ? { kind: 'pack-full', most: first.items.most }
    : undefined;
}

function attach(draft: UtickDraft, { product, main }: Attaching, settings: UtickSettings): Product {
  const amountMinor = amountInPack(main.pack, offerOf(draft, product), settings);
  const priced =
    amountMinor === undefined
      ? product
      : resell(draft, product, { amountMinor, promoCodeId: undefined });
  const attached = { ...priced, mainProductId: main.product.id };
  draft.products.put(attached);
  return attached;
}

export const attachedTo = (draft: UtickDraft, mainProductId: string): readonly Product[] =>
  draft.products.where('byMainProduct', mainProductId);

/**
 * What goes with products that are removed: those attached to a pack among them, or nothing, in
 * which case they leave the pack and cost what they cost alone.
 */
export function leavePacks(
  draft: UtickDraft,
  removed: readonly Product[],
  { packRemoval }: UtickSettings,
): readonly Product[] {
  const ids = new Set(removed.map(({ id }) => id));
  const attached = removed
    .flatMap(({ id }) => attachedTo(draft, id))
    .filter(({ id }) => !ids.has(id));
  if (packRemoval === 'cascade') return [...removed, ...attached];
  for (const product of attached) detach(draft, product);
  return removed;
}

function detach(draft: UtickDraft, product: Product): void {
  const { promoCodeId } = product;
  const { price } = offerOf(draft, product);
  const amountMinor = promoCodeId === undefined ? price.amountMinor : product.amountMinor;
  draft.products.put({ ...product, amountMinor, mainProductId: undefined });
}

/** The first pack of an order that has fewer products than it needs. */
export function incompletePack(
  draft: UtickDraft,
  orderId: string,
  { packSets }: UtickSettings,
): FailureOf<'pack-incomplete'> | undefined {
  for (const { id, stockId } of productsOf(draft, orderId)) {
    const pack = packSoldAs(draft, stockId);
    const least = pack && missingItems(pack, attachedTo(draft, id), packSets === 'enforced');
    if (least !== undefined) return { kind: 'pack-incomplete', id, least };
  }
  return undefined;
}

function packSoldAs(draft: UtickDraft, stockId: string): Pack | undefined {
  const stock = draft.stocks.get(stockId);
  if (stock?.packId === undefined || !isPackType(stock.productType)) return undefined;
  return draft.packs.get(stock.packId);
}

/** The least that is not reached: of the pack, or of one of its sets. */
function missingItems(
  { items, sets }: Pack,
  inside: readonly Product[],
  withSets: boolean,
): number | undefined {
  if (inside.length < items.least) return items.least;
  const lacking = sets.find(
    (set) => inside.filter((one) => holds(set, one)).length < set.items.least,
  );
  return withSets ? lacking?.items.least : undefined;
}
