import type { OrderDetailsData, OrderUpdateData } from '#contracts/s360/index.ts';
import { assert } from '#kernel/defect.ts';
import { sum } from '#kernel/money.ts';
import { fromZoned, zoned } from '#kernel/zone.ts';
import type { S360Env } from '#mocks/s360/domain/behaviour.ts';
import type { OrderUpdate } from '#mocks/s360/domain/changes.ts';
import type { Operation, Order, OrderStatus, OrderType } from '#mocks/s360/domain/order.ts';
import { movementsOf, operationsOf } from '#mocks/s360/domain/removing.ts';
import { inLanguage } from '#mocks/s360/domain/texts.ts';
import type { S360Settings } from '#mocks/s360/settings.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { Protocol } from '#wire/vendor.ts';
import { descriptionForms } from './description.ts';
import { currencyMessage, dateText, idOf } from './mapping.ts';
import { movementMessage, operationMessage, type Telling } from './operation-message.ts';
import { told } from './told.ts';
import type { S360Caller } from './voice.ts';

/** Who is told, and how. */
export interface Audience {
  readonly draft: S360Draft;
  readonly caller: S360Caller;
  readonly protocol: Protocol;
  readonly env: S360Env;
}

function tellingOf({ draft, caller, protocol }: Audience): Telling {
  const institution = draft.institutions.get(caller.institutionId);
  assert(institution, `there is no institution ${caller.institutionId}`);
  const descriptions = descriptionForms[protocol];
  return { draft, institution, language: caller.language, descriptions };
}

/** What a call changed: the operations and movements that it made or changed, and those it removed. */
export function updateMessage(audience: Audience, update: OrderUpdate): OrderUpdateData {
  const { draft } = audience;
  const telling = tellingOf(audience);
  const { order, mainOperationId } = update;
  const balances = balancesOf(audience, order);
  return told<OrderUpdateData>({
    orderId: idOf(order.id),
    orderState: undefined,
    operationDataUpdates: update.operationIds.map((id) => {
      const operation = draft.operations.get(id);
      assert(operation, `operation ${id} is gone`);
      return operationMessage(telling, { operation, order, balanceMilli: balances.get(id) ?? 0 });
    }),
    removeOperationIds: update.removedOperationIds.map(idOf),
    movementDataUpdates: update.movementIds.map((id) => {
      const movement = draft.movements.get(id);
      const operation = movement && draft.operations.get(movement.operationId);
      assert(operation, `movement ${id} is gone`);
      return movementMessage(telling, movement, operation);
    }),
    removeMovementIds: update.removedMovementIds.map(idOf),
    mainOperationId: mainOperationId === undefined ? undefined : idOf(mainOperationId),
    generatedContiguities: [],
    generatedContactQualities: {},
    origin: { toCreateToken: order.createsToken },
    orderSecretId: secretIdOf(order),
    catalogCurrency: currencyMessage(telling.institution.currency),
  });
}

/** The same with the state of the order, as closing it tells. */
export function closedMessage(audience: Audience, update: OrderUpdate): OrderUpdateData {
  const orderState = stateOf(update.order.status, audience.env.settings);
  return { ...updateMessage(audience, update), orderState };
}

export function detailsMessage(audience: Audience, order: Order): OrderDetailsData {
  const { draft, env } = audience;
  const telling = tellingOf(audience);
  const { zone, currency } = telling.institution;
  const operations = operationsOf(draft, order.id);
  const balances = balancesOf(audience, order);
  const channel = draft.salesChannels.get(order.salesChannelId);
  const amountMilli = sum(operations.map(({ quantity, unitMilli }) => quantity * unitMilli));
  const isSold = order.status === 'closed';
  const links = operations.flatMap(linkOf);
  return told<OrderDetailsData>({
    orderId: idOf(order.id),
    orderState: stateOf(order.status, env.settings),
    orderType: orderTypes[order.type],
    creationDateTime: dateText(order.createdAt, zone),
    referenceDate: dateText(midnight(order.createdAt, zone), zone),
    expirationDate: order.expiresAt === undefined ? undefined : dateText(order.expiresAt, zone),
    // What is in the order counts as sold once it is closed, as reserved for sale before.
    saleAmount: isSold ? amountMilli : 0,
    preSaleAmount: isSold ? 0 : amountMilli,
    reservationAmount: 0,
    optionAmount: 0,
    waitingAccountBalanceAmount: sum([...balances.values()]),
    operationDatas: operations.map((operation) => {
      const balanceMilli = balances.get(operation.id) ?? 0;
      return operationMessage(telling, { operation, order, balanceMilli });
    }),
    movementDatas: operations.flatMap((operation) =>
      movementsOf(draft, operation.id).map((one) => movementMessage(telling, one, operation)),
    ),
    linkOperationDatas: links.length > 0 ? links : undefined,
    catalogCurrency: currencyMessage(currency),
    contactReference: order.purchasers[0],
    orderOriginData: { toCreateToken: order.createsToken },
    orderOriginator: 'EXTERNAL_SALE',
    orderSecretId: secretIdOf(order),
    salesChannelCode: channel?.code ?? '',
    salesChannelName: channel ? inLanguage(channel.name, telling.language) : '',
  });
}

const secretIdOf = ({ secret, id }: Order): string => `${secret}_${id}`;

/** What was paid on account is owed for the operations in their order, each up to its amount. */
function balancesOf(
  { draft, env }: Pick<Audience, 'draft' | 'env'>,
  order: Order,
): ReadonlyMap<string, number> {
  const balances = new Map<string, number>();
  if (order.onAccountMilli === 0 || env.settings.waitingAccountBalance === 'zero') return balances;
  let left = order.onAccountMilli;
  for (const { id, quantity, unitMilli } of operationsOf(draft, order.id)) {
    const share = Math.min(left, quantity * unitMilli);
    if (share > 0) balances.set(id, -share);
    left -= share;
  }
  return balances;
}

const linkOf = ({ id, sale }: Operation) =>
  sale.kind === 'charge'
    ? [{ operationId: idOf(id), linkedOperationId: idOf(sale.forOperationId) }]
    : [];

function midnight(at: number, zone: string): number {
  return fromZoned({ ...zoned(at, zone), hour: 0, minute: 0, second: 0 }, zone);
}

const orderTypes = {
  sale: 'SALE',
  renewal: 'RENEWAL',
  'season-ticket-transfer': 'ST_TRANSFER',
} as const satisfies Record<OrderType, string>;

/** Only `CLOSED` is public. */
function stateOf(status: OrderStatus, settings: S360Settings): string {
  switch (status) {
    case 'open':
      return settings.openState;
    case 'validated':
      return settings.validatedState;
    case 'closed':
      return 'CLOSED';
    case 'abandoned':
      return settings.abandonedState;
    case 'expired':
      return settings.expiredState;
  }
}
