import { SECOND_MS } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { Capacity } from './capacity.ts';
import { placesId, unitsId } from './capacity.ts';
import type { SaleState } from './catalogue.ts';
import type { Contact } from './contact.ts';
import type { SalesChannel } from './institution.ts';
import type { BarCodeDelay, Slowness } from './serving.ts';

/** No code of the vendor's stands for these: they are the double's own words. */
export type BackOfficeFailure =
  | { readonly kind: 'sales-channel-unknown'; readonly id: string }
  | { readonly kind: 'contact-unknown'; readonly number: string }
  | { readonly kind: 'item-unknown'; readonly id: string }
  | { readonly kind: 'capacity-unknown'; readonly id: string }
  | { readonly kind: 'capacity-below-sold'; readonly taken: number }
  | { readonly kind: 'institution-unknown'; readonly id: string };

type Done<T> = Outcome<T, BackOfficeFailure>;

/** From the next time on that something is done with an order. */
export function setAbandonDelay(
  draft: S360Draft,
  { salesChannelId: id, delay }: { readonly salesChannelId: string; readonly delay: number },
): Done<SalesChannel> {
  const channel = draft.salesChannels.get(id);
  if (!channel) return refused({ kind: 'sales-channel-unknown', id });
  const changed = { ...channel, abandonDelay: delay };
  draft.salesChannels.put(changed);
  return done(changed);
}

export function grantWaitingAccount(
  draft: S360Draft,
  { number, granted }: { readonly number: string; readonly granted: boolean },
): Done<Contact> {
  const contact = draft.contacts.get(number);
  if (!contact) return refused({ kind: 'contact-unknown', number });
  const changed = { ...contact, hasWaitingAccount: granted };
  draft.contacts.put(changed);
  return done(changed);
}

/** A product or one performance of it; who reads the catalogue sees it from now on. */
export function setSaleState(
  draft: S360Draft,
  { id, state }: { readonly id: string; readonly state: SaleState },
): Done<{ readonly id: string; readonly state: SaleState }> {
  const product = draft.products.get(id);
  const showing = draft.performances.get(id);
  const productId = product?.id ?? showing?.productId ?? '';
  const institutionId = draft.products.get(productId)?.institutionId;
  if (institutionId === undefined) return refused({ kind: 'item-unknown', id });
  if (product) draft.products.put({ ...product, state });
  if (showing) draft.performances.put({ ...showing, state });
  const catalogue = draft.catalogues.get(institutionId);
  if (catalogue) draft.catalogues.put({ ...catalogue, revision: catalogue.revision + 1 });
  return done({ id, state });
}

/** What is counted: units of an item, or places of a seat category of a performance. */
export interface SetAvailability {
  readonly itemId: string | undefined;
  readonly performanceId: string | undefined;
  readonly seatCategoryId: string | undefined;
  readonly contingentId: string;
  /** Places left. */
  readonly free: number;
}

/** Numbered seats are the places that there are: fewer may be left, never more. */
export function setAvailability(draft: S360Draft, asked: SetAvailability): Done<Capacity> {
  const { itemId, performanceId = '', seatCategoryId = '', contingentId, free } = asked;
  const id =
    itemId === undefined
      ? placesId(performanceId, seatCategoryId, contingentId)
      : unitsId(itemId, contingentId);
  const capacity = draft.capacities.get(id) ?? newUnits(draft, asked, id);
  if (!capacity) return refused({ kind: 'capacity-unknown', id });
  const { taken } = capacity;
  const isNumbered = draft.performances.get(performanceId)?.isNumbered === true;
  const changed = isNumbered
    ? { ...capacity, elsewhere: capacity.total - taken - free }
    : { ...capacity, elsewhere: 0, total: taken + free };
  if (changed.elsewhere < 0) return refused({ kind: 'capacity-below-sold', taken });
  draft.capacities.put(changed);
  return done(changed);
}

/** An item that was never sold out until now: what was sold of it so far is not counted. */
function newUnits(draft: S360Draft, { itemId }: SetAvailability, id: string): Capacity | undefined {
  if (itemId === undefined || !draft.items.get(itemId)) return undefined;
  return { id, total: 0, elsewhere: 0, taken: 0 };
}

/** So many calls more of a service are answered `in_progress`. */
export function slowDown(
  draft: S360Draft,
  { service: id, calls }: { readonly service: string; readonly calls: number },
): Done<Slowness> {
  const slowness = { id, calls };
  draft.slowServices.put(slowness);
  return done(slowness);
}

export function delayBarCodes(
  draft: S360Draft,
  { institutionId: id, seconds }: { readonly institutionId: string; readonly seconds: number },
): Done<BarCodeDelay> {
  if (!draft.institutions.get(id)) return refused({ kind: 'institution-unknown', id });
  const delay = { id, delayMs: seconds * SECOND_MS };
  draft.barCodeDelays.put(delay);
  return done(delay);
}
