import type { S360Operations } from '#contracts/s360/index.ts';
import type { Request } from '#kit/operation.ts';
import { integerOf, type IntegerLike } from '#kit/types.ts';
import { SECOND_MS } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { CloseOrder } from '#mocks/s360/domain/closing.ts';
import type { FailureOf } from '#mocks/s360/domain/failure.ts';
import type { OrderRef } from '#mocks/s360/domain/finding.ts';
import type { RemoveLines } from '#mocks/s360/domain/order-behaviours.ts';
import type { OrderType } from '#mocks/s360/domain/order.ts';
import type { AskedPayment } from '#mocks/s360/domain/payments.ts';
import type { UpdateOrder } from '#mocks/s360/domain/update-order.ts';
import type { S360Settings } from '#mocks/s360/settings.ts';
import { linesOf } from './line-commands.ts';
import { flagOf, givenId, referenceOf } from './scalars.ts';
import type { S360Caller } from './voice.ts';

type CreateMessage = Request<S360Operations['createOrUpdateOrder']>;
type CloseMessage = Request<S360Operations['closeOrder']>;
type CommandFailure = FailureOf<'parameter-missing' | 'not-built'>;

/** Types of orders that are a sale to this double. */
const orderTypes: Readonly<Partial<Record<string, OrderType>>> = {
  SALE: 'sale',
  RENEWAL: 'renewal',
  ST_TRANSFER: 'season-ticket-transfer',
};

export function updateCommand(
  message: CreateMessage,
  seller: S360Caller,
): Outcome<UpdateOrder, CommandFailure> {
  const { orderId, fileId, purchasersInfo, origin } = message;
  const type = orderTypeOf('createOrUpdateOrder', message);
  if (!type.ok) return type;
  const unbuilt = composed.find((list) => (message[list]?.length ?? 0) > 0);
  if (unbuilt) return refused(notBuilt(`createOrUpdateOrder with ${unbuilt}`));
  const lines = linesOf(message);
  if (!lines.ok) return lines;
  return done({
    seller,
    pointOfSalesId: String(integerOf(message.pointOfSalesId)),
    orderId: givenId(orderId),
    fileId: givenId(fileId),
    type: type.value,
    purchasers: purchasersInfo?.flatMap(({ contactReference }) => referenceOf(contactReference)),
    externalReference: message.externalReference,
    createsToken: origin && flagOf(origin.toCreateToken),
    lines: lines.value.lines,
    changes: lines.value.changes,
    reseatings: (message.numberedMovementUpdates ?? []).map(({ movementId, seatId }) => ({
      movementId: String(integerOf(movementId)),
      physicalSeatId: String(integerOf(seatId)),
    })),
  });
}

const composed = ['timeslotPassOperations', 'seasonTicketOperations', 'packageOperations'] as const;

const notBuilt = (operation: string): FailureOf<'not-built'> => ({ kind: 'not-built', operation });

function orderTypeOf(
  operation: string,
  { orderType = 'SALE' }: Pick<CreateMessage, 'orderType'>,
): Outcome<OrderType, FailureOf<'not-built'>> {
  const type = orderTypes[orderType];
  return type
    ? done(type)
    : refused(notBuilt(`${operation} with an order of the type ${orderType}`));
}

export function closeCommand(
  message: CloseMessage,
  { institutionId }: S360Caller,
  settings: S360Settings,
): Outcome<CloseOrder, CommandFailure> {
  const { purchaserInfo, generateBarCodes, maxWaitingTime } = message;
  const type = orderTypeOf('closeOrder', message);
  if (!type.ok) return type;
  const payments = paymentsOf(message, settings);
  if (!payments.ok) return payments;
  const waits = maxWaitingTime === undefined ? 0 : Math.max(0, integerOf(maxWaitingTime));
  return done({
    institutionId,
    orderId: String(integerOf(message.orderId)),
    payer: referenceOf(purchaserInfo?.contactReference)[0],
    payments: payments.value,
    wantsBarCodes: flagOf(generateBarCodes),
    waitsMs: settings.maxWaitingTimeUnit === 'ms' ? waits : waits * SECOND_MS,
  });
}

/** How the lists are called is not public: both are read, unless the settings say one. */
function paymentsOf(
  { payments = [], waitingAccountPayments = [] }: CloseMessage,
  { paymentLists }: S360Settings,
): Outcome<readonly AskedPayment[], CommandFailure> {
  const ordinary = paymentLists === 'waitingAccountPayments' ? [] : payments;
  const onAccount = paymentLists === 'payments' ? [] : waitingAccountPayments;
  const asked: AskedPayment[] = [];
  for (const [at, payment] of ordinary.entries()) {
    const { amount, paymentMethodId, contactReference } = payment;
    if (amount === undefined) return missing(`payments/${at}/amount`);
    if (paymentMethodId === undefined) return missing(`payments/${at}/paymentMethodId`);
    const contact = referenceOf(contactReference)[0];
    const methodId = givenId(paymentMethodId);
    asked.push({ amountMilli: integerOf(amount), methodId, contact, movementId: undefined });
  }
  for (const [at, payment] of onAccount.entries()) {
    const { amount, paymentMethodId, contactReference, movementId } = payment;
    if (amount === undefined) return missing(`waitingAccountPayments/${at}/amount`);
    if (movementId === undefined) return missing(`waitingAccountPayments/${at}/movementId`);
    asked.push({
      amountMilli: integerOf(amount),
      methodId: givenId(paymentMethodId),
      contact: referenceOf(contactReference)[0],
      movementId: givenId(movementId),
    });
  }
  return done(asked);
}

const missing = (parameter: string) => refused({ kind: 'parameter-missing', parameter });

export const orderRef = (
  { orderId }: { readonly orderId: IntegerLike },
  { institutionId }: S360Caller,
): OrderRef => ({ institutionId, orderId: String(integerOf(orderId)) });

type RemovalMessage = Request<S360Operations['cancelOperations']>;

export const removeCommand = (message: RemovalMessage, caller: S360Caller): RemoveLines => ({
  ...orderRef(message, caller),
  operationIds: (message.operationIds ?? []).map((id) => String(integerOf(id))),
  movementIds: (message.movementIds ?? []).map((id) => String(integerOf(id))),
});
