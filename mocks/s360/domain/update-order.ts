import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Behaviour, S360Env } from './behaviour.ts';
import { Changes, type OrderUpdate } from './changes.ts';
import { changeOperation, type ChangedLine } from './change-operation.ts';
import type { FailureOf } from './failure.ts';
import { findOpenOrder, unknownContact, type ChangeFailure } from './finding.ts';
import { stirred } from './idleness.ts';
import type { Making } from './lines.ts';
import {
  findLines,
  sellLines,
  type FoundLine,
  type LineFailure,
  type NewLine,
} from './new-lines.ts';
import { drawSecret, nextId } from './numbers.ts';
import { keepOrder, openFile } from './order-files.ts';
import type { Order, OrderType } from './order.ts';
import { reseat, type Reseating } from './reseating.ts';
import type { Seller } from './seller.ts';

export interface UpdateOrder {
  readonly seller: Seller;
  readonly pointOfSalesId: string;
  /** None: a new order. */
  readonly orderId: string | undefined;
  readonly fileId: string | undefined;
  readonly type: OrderType;
  /** Contact numbers; undefined: those that it has. */
  readonly purchasers: readonly string[] | undefined;
  readonly externalReference: string | undefined;
  readonly createsToken: boolean | undefined;
  readonly lines: readonly NewLine[];
  readonly changes: readonly ChangedLine[];
  readonly reseatings: readonly Reseating[];
}

export type UpdateFailure =
  | ChangeFailure
  | LineFailure
  | FailureOf<'parameter-missing' | 'point-of-sales-unknown' | 'file-unknown' | 'contact-unknown'>
  | FailureOf<'operation-unknown' | 'movement-unknown' | 'seat-unknown' | 'seat-taken'>;

/**
 * Opens an order or changes one that is open: all that is asked for, or nothing. The order of
 * checks: point of sales, order, file, contacts, what the lines ask for, then the places.
 */
export const createOrUpdateOrder: S360Behaviour<UpdateOrder, OrderUpdate, UpdateFailure> = (
  draft,
  command,
  env,
) => {
  const { seller, lines, changes: changedLines, reseatings } = command;
  const isEmpty = lines.length + changedLines.length + reseatings.length === 0;
  if (command.orderId === undefined && isEmpty) {
    return refused({ kind: 'parameter-missing', parameter: 'a list of operations' });
  }
  const channelId = channelOf(draft, command, env);
  if (!channelId.ok) return channelId;
  const order = orderOf(draft, command, { salesChannelId: channelId.value, env });
  if (!order.ok) return order;
  const { purchasers = [] } = command;
  const stranger = unknownContact(draft, seller.institutionId, purchasers);
  if (stranger) return refused(stranger);
  const found = findLines(draft, lines, order.value);
  if (!found.ok) return found;
  const changes = new Changes();
  const making = { draft, changes, env };
  const filled = fill(making, withPurchase(order.value, command), {
    command,
    found: found.value,
  });
  if (!filled.ok) return filled;
  const kept = keepOrder(draft, stirred(draft, filled.value.order, env), env);
  return done(changes.of(kept, filled.value.mainOperationId));
};

function channelOf(
  draft: S360Draft,
  { seller, pointOfSalesId: id }: UpdateOrder,
  { settings }: S360Env,
): Outcome<string, FailureOf<'point-of-sales-unknown'>> {
  const pointOfSales = draft.pointsOfSales.get(id);
  if (pointOfSales?.institutionId === seller.institutionId) {
    return done(pointOfSales.salesChannelId);
  }
  if (settings.unknownPointOfSales === 'accepted') return done(seller.salesChannelId);
  return refused({ kind: 'point-of-sales-unknown', id });
}

interface Opening {
  readonly salesChannelId: string;
  readonly env: S360Env;
}

/** The order that is meant, or a new one; in the file that was named, or its own. */
function orderOf(
  draft: S360Draft,
  command: UpdateOrder,
  opening: Opening,
): Outcome<Order, ChangeFailure | FailureOf<'file-unknown'>> {
  const { seller, orderId, fileId } = command;
  const { institutionId } = seller;
  const known =
    orderId === undefined ? undefined : findOpenOrder(draft, { institutionId, orderId });
  if (known && !known.ok) return known;
  if (fileId !== undefined && draft.files.get(fileId)?.institutionId !== institutionId) {
    return refused({ kind: 'file-unknown', id: fileId });
  }
  return done(known?.value ?? openOrder(draft, command, opening));
}

function openOrder(
  draft: S360Draft,
  { seller, type, fileId }: UpdateOrder,
  { salesChannelId, env }: Opening,
): Order {
  const { institutionId } = seller;
  return {
    id: nextId(draft, 'orders'),
    institutionId,
    salesChannelId,
    type,
    status: 'open',
    createdAt: env.now,
    expiresAt: undefined,
    fileIds: [fileId ?? openFile(draft, institutionId, env).id],
    purchasers: [],
    externalReference: undefined,
    createsToken: false,
    secret: drawSecret(draft, env),
    lastOperationNumber: 0,
    paidMilli: 0,
    onAccountMilli: 0,
  };
}

const withPurchase = (order: Order, command: UpdateOrder): Order => ({
  ...order,
  purchasers: command.purchasers ?? order.purchasers,
  externalReference: command.externalReference ?? order.externalReference,
  createsToken: command.createsToken ?? order.createsToken,
});

interface Filling {
  readonly command: UpdateOrder;
  readonly found: readonly FoundLine[];
}

interface Filled {
  readonly order: Order;
  readonly mainOperationId: string | undefined;
}

/** Changes operations, adds new ones, then moves seats. */
function fill(
  making: Making,
  order: Order,
  { command, found }: Filling,
): Outcome<Filled, UpdateFailure> {
  for (const line of command.changes) {
    const changed = changeOperation(making, order, line);
    if (!changed.ok) return changed;
  }
  const [own] = order.fileIds;
  const fileId = command.fileId ?? own;
  const inFile = order.fileIds.includes(fileId)
    ? order
    : { ...order, fileIds: [...order.fileIds, fileId] as const };
  const sold = sellLines(making, inFile, { fileId, found });
  if (!sold.ok) return sold;
  for (const reseating of command.reseatings) {
    const moved = reseat(making, order, reseating);
    if (!moved.ok) return moved;
  }
  const [first] = making.changes.of(order).operationIds;
  const main = sold.value.mainOperationId ?? first;
  return done({ order: sold.value.order, mainOperationId: main });
}
