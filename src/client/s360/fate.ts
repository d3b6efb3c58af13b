import type { S360Answer, S360Message, S360Result } from './types.ts';

type Details = S360Result<'getOrderDetails'>['orderDetailsData'];

/** What `getOrderDetails` tells of a change to an order, the answer to which was lost. */
export type OrderFate =
  /** The order is as the call makes it. */
  | { readonly kind: 'done'; readonly order: Details }
  /**
   * When it was asked, the order was not as the call makes it. After a time-out the vendor may still
   * be at it.
   */
  | { readonly kind: 'not-done'; readonly order: Details }
  /** It cannot tell; `order` is how it is now, when that was answered. */
  | { readonly kind: 'unknown'; readonly why: string; readonly order?: Details };

/** What would show in the order: each part of a change is there, is not, or cannot be told. */
export type Sign = 'there' | 'missing' | 'untold';

/** A call is done whole or not at all, so that its parts have to agree. */
export function fateOf(order: Details, signs: readonly Sign[]): OrderFate {
  const has = (sign: Sign): boolean => signs.includes(sign);
  if (has('there') && !has('missing') && !has('untold')) return { kind: 'done', order };
  if (has('missing') && !has('there')) return { kind: 'not-done', order };
  const why =
    has('there') && has('missing') ? 'it is as if done by half' : 'the order does not show it';
  return { kind: 'unknown', why, order };
}

/** `CLOSED` is the vendor's only public word for a state; the others are guesses of the double's. */
export function stateSign(order: Details, state: string): Sign {
  if (order.orderState === state) return 'there';
  if (state === 'CLOSED') return 'missing';
  return order.orderState === 'CLOSED' ? 'missing' : 'untold';
}

/** Ids that a call removes. */
export function removedSigns(
  present: readonly number[],
  ids: readonly (number | string)[] = [],
): readonly Sign[] {
  const there = new Set(present.map(String));
  return ids.map((id) => (there.has(String(id).trim()) ? 'missing' : 'there'));
}

/** The operations of an order before the call, as far as the client saw them. */
export type Seen = ReadonlySet<number> | undefined;

/** What an update adds and changes. */
export function updateSigns(
  message: Partial<S360Message<'createOrUpdateOrder'>>,
  order: Details,
  seen: Seen,
): readonly Sign[] {
  const lines = linesOf(message);
  const changed = lines.filter(({ operationId }) => operationId !== undefined);
  const added = lines.filter(({ operationId }) => operationId === undefined);
  const contacts = (message.purchasersInfo ?? []).flatMap(({ contactReference }) =>
    contactReference === undefined ? [] : [String(contactReference).trim()],
  );
  return [
    ...changed.map((line) => changedSign(line, order)),
    ...addedSigns(added, order, seen),
    ...(message.numberedMovementUpdates ?? []).map((move) => seatSign(move, order)),
    ...contacts.map((contact): Sign => (order.contactReference === contact ? 'there' : 'untold')),
  ];
}

type Given = number | string | undefined;

interface Line {
  readonly operationId: Given;
  readonly quantity: Given;
  readonly audienceSubCategoryId: Given;
  readonly itemId: Given;
  readonly performanceId: Given;
}

function linesOf({
  simpleProductOperations = [],
  singleEntryAttributionOperations = [],
}: Partial<S360Message<'createOrUpdateOrder'>>): readonly Line[] {
  const simple = simpleProductOperations.map(
    ({ operationId, quantity, audienceSubCategoryId, itemId }): Line => ({
      ...{ operationId, quantity, audienceSubCategoryId, itemId },
      performanceId: undefined,
    }),
  );
  const entries = singleEntryAttributionOperations.flatMap(({ operationAttributions }) =>
    operationAttributions.map(
      ({ operationId, quantity, audienceSubCategoryId, performanceId }): Line => ({
        ...{ operationId, quantity, audienceSubCategoryId, performanceId },
        itemId: undefined,
      }),
    ),
  );
  return [...simple, ...entries];
}

type Held = Details['operationDatas'][number];

const isSame = (given: Given, held: number | undefined): boolean =>
  given === undefined || String(given).trim() === String(held);

const fits = (line: Line, held: Held): boolean =>
  isSame(line.quantity, held.quantity) &&
  isSame(line.audienceSubCategoryId, held.audienceSubCategoryId) &&
  isSame(line.itemId, held.itemId) &&
  isSame(line.performanceId, held.performanceId);

function changedSign(line: Line, { operationDatas }: Details): Sign {
  const held = operationDatas.find(({ operationId }) => isSame(line.operationId, operationId));
  return held && fits(line, held) ? 'there' : 'missing';
}

/** Without knowing what was there before, a line that fits may be an older one. */
function addedSigns(
  lines: readonly Line[],
  { operationDatas }: Details,
  seen: Seen,
): readonly Sign[] {
  const free = operationDatas.filter(({ operationId }) => !seen?.has(operationId));
  return lines.map((line) => {
    const at = free.findIndex((held) => fits(line, held));
    if (at < 0) return 'missing';
    free.splice(at, 1);
    return seen ? 'there' : 'untold';
  });
}

interface Move {
  readonly movementId: number | string;
  readonly seatId: number | string;
}

function seatSign({ movementId, seatId }: Move, { movementDatas }: Details): Sign {
  const moved = movementDatas.find((movement) => isSame(movementId, movement.movementId));
  return moved && isSame(seatId, moved.seatId) ? 'there' : 'missing';
}

export type FateOf = (order: Details) => OrderFate;

/** Asked of the vendor; what it refuses to show cannot be told. */
export function fateIn(
  answer: S360Answer<S360Result<'getOrderDetails'>>,
  judged: FateOf,
): OrderFate {
  if (answer.ok) return judged(answer.value.orderDetailsData);
  const { code, message } = answer.failure;
  return { kind: 'unknown', why: `getOrderDetails is refused: ${code} ${message}` };
}
