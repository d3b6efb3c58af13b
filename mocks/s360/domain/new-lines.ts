import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { Seat } from './capacity.ts';
import type { FailureOf } from './failure.ts';
import { addOperation, type Making } from './lines.ts';
import { findOffer, type Offer, type OfferFailure, type Wish } from './offers.ts';
import type { Order } from './order.ts';
import { seatsFor, takePlaces } from './places.ts';

/** A line to add. Those of one group come together: they want to sit side by side. */
export interface NewLine extends Wish {
  readonly quantity: number;
  readonly group: number;
  readonly preferredAreaIds: readonly string[];
}

export interface FoundLine extends NewLine {
  readonly offer: Offer;
}

export type LineFailure = OfferFailure | FailureOf<'quantity-invalid' | 'sold-out'>;

/** No call fills a hall: more movements than this would only wear a client out. */
export const MOST_PLACES_A_CALL = 1_000;

export function findLines(
  draft: S360Draft,
  lines: readonly NewLine[],
  order: Order,
): Outcome<readonly FoundLine[], LineFailure> {
  const found: FoundLine[] = [];
  let places = 0;
  for (const line of lines) {
    const offer = findOffer(draft, line, order);
    if (!offer.ok) return offer;
    places += Math.max(0, line.quantity);
    const failure = checkQuantity(draft, { line, offer: offer.value, places });
    if (failure) return refused(failure);
    found.push({ offer: offer.value, ...line });
  }
  return done(found);
}

interface Counted {
  readonly line: { readonly quantity: number };
  readonly offer: Offer;
  /** In the whole call up to here. */
  readonly places: number;
}

/** Not less than the product's least, nor more than a performance and a call may have. */
export function checkQuantity(
  draft: S360Draft,
  { line: { quantity }, offer, places }: Counted,
): FailureOf<'quantity-invalid'> | undefined {
  const { minQuantity: least, institutionId } = offer.product;
  const institution = draft.institutions.get(institutionId);
  const most = offer.showing
    ? (institution?.mostPlacesPerPerformance ?? MOST_PLACES_A_CALL)
    : MOST_PLACES_A_CALL;
  const fits = quantity >= least && quantity <= most && places <= MOST_PLACES_A_CALL;
  return fits ? undefined : { kind: 'quantity-invalid', quantity, least, most };
}

export interface Selling {
  readonly fileId: string;
  readonly found: readonly FoundLine[];
}

export interface Sold {
  readonly order: Order;
  readonly mainOperationId: string | undefined;
}

/** Takes all places first, so that a call is satisfied whole; then chooses seats, group by group. */
export function sellLines(
  making: Making,
  order: Order,
  { fileId, found }: Selling,
): Outcome<Sold, FailureOf<'sold-out'>> {
  const { draft, changes } = making;
  for (const { offer, quantity } of found) {
    const taken = takePlaces(draft, offer.capacityId, quantity);
    if (!taken.ok) return taken;
  }
  const before = new Set(changes.of(order).operationIds);
  const seats = seatsOfGroups(draft, found);
  let extended = order;
  for (const [at, { offer, quantity, preferredAreaIds }] of found.entries()) {
    const placing = { quantity, preferredAreaIds, seats: seats[at] ?? [] };
    extended = addOperation(making, { order: extended, fileId, offer, ...placing });
  }
  const mainOperationId = changes.of(order).operationIds.find((id) => !before.has(id));
  return done({ order: extended, mainOperationId });
}

/** Of each line its seats, none where places are not numbered. */
function seatsOfGroups(
  draft: S360Draft,
  found: readonly FoundLine[],
): readonly (readonly Seat[])[] {
  const given = new Map<string, Seat[]>();
  const keyOf = ({ group, offer }: FoundLine): string => `${group} ${offer.capacityId}`;
  const taken = new Set<string>();
  return found.map((line) => {
    const { offer, quantity, preferredAreaIds } = line;
    if (!offer.showing?.isNumbered || offer.capacityId === undefined) return [];
    const key = keyOf(line);
    const known = given.get(key);
    if (known) return known.splice(0, quantity);
    const together = found.filter((other) => keyOf(other) === key);
    const all = together.reduce((sum, other) => sum + other.quantity, 0);
    const search = { capacityId: offer.capacityId, quantity: all, preferredAreaIds, taken };
    const seats = [...seatsFor(draft, search)];
    for (const { id } of seats) taken.add(id);
    given.set(key, seats);
    return seats.splice(0, quantity);
  });
}
