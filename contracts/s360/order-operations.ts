import { Type } from '@sinclair/typebox';
import { described, evidence, List } from '#kit/types.ts';
import { requestId } from './catalogue-operations.ts';
import { declared, operation } from './operation.ts';
import {
  ComposedOperation,
  GivenOrigin,
  NumberedMovementUpdate,
  PaymentInfo,
  PurchaserInfo,
  SimpleProductOperation,
  SingleEntryAttributionOperation,
  WaitingAccountPayment,
} from './order-requests.ts';
import { GivenOrderType, OrderDetailsData, OrderUpdateData } from './order-schemas.ts';
import { GivenFlag, GivenId, GivenInt, Text } from './scalars.ts';
import { services } from './services.ts';

const { orderFacade, orders } = services;

/** Of the calls that change what is in an order. */
const UPDATED = {
  result: 'OrderUpdateResult',
  fields: {
    expectedException: Type.Optional(Type.Boolean()),
    statusMessage: Type.Optional(evidence('public', Text)),
    orderUpdateData: Type.Optional(OrderUpdateData),
  },
} as const;

const orderId = GivenId;

export const facade = {
  createOrUpdateOrder: operation(orderFacade, 'createOrUpdateOrder', {
    summary: 'Opens an order, or adds and changes operations of one that is open.',
    evidence: 'documented',
    request: {
      requestId,
      pointOfSalesId: described('`posId` of the point of sales.', GivenId),
      orderId: Type.Optional(evidence('public', described('Absent: a new order.', GivenId))),
      fileId: Type.Optional(evidence('public', described('Absent: the order’s own.', GivenId))),
      orderType: Type.Optional(GivenOrderType),
      purchasersInfo: Type.Optional(List(PurchaserInfo)),
      externalReference: Type.Optional(evidence('public', Text)),
      origin: Type.Optional(evidence('public', GivenOrigin)),
      simpleProductOperations: Type.Optional(List(SimpleProductOperation)),
      singleEntryAttributionOperations: Type.Optional(
        evidence('public', List(SingleEntryAttributionOperation)),
      ),
      numberedMovementUpdates: Type.Optional(
        evidence('guess', described('Explicit seats.', List(NumberedMovementUpdate))),
      ),
      timeslotPassOperations: Type.Optional(evidence('guess', List(ComposedOperation))),
      seasonTicketOperations: Type.Optional(evidence('guess', List(ComposedOperation))),
      packageOperations: Type.Optional(evidence('guess', List(ComposedOperation))),
    },
    ...UPDATED,
  }),
  createPaymentsAndCloseOrder: declared(
    orderFacade,
    'createPaymentsAndCloseOrder',
    'Begins the payment of an order at a payment provider.',
  ),
  createPaymentAndCloseOrder: declared(
    orderFacade,
    'createPaymentAndCloseOrder',
    'The same, spelt as the payment page does.',
  ),
  notifyOrder: declared(orderFacade, 'notifyOrder', 'Tells how a payment ended.'),
  reopenOrder: declared(orderFacade, 'reopenOrder', 'Allows a new attempt to pay.'),
} as const;

const ended = (summary: string) =>
  ({
    summary,
    evidence: 'guess',
    request: { requestId, orderId },
    result: 'WebMethodResult',
    fields: {},
  }) as const;

const process = {
  closeOrder: operation(orders, 'closeOrder', {
    summary: 'Sells an order: takes its payments and makes its tickets.',
    evidence: 'documented',
    request: {
      requestId,
      purchaserInfo: Type.Optional(PurchaserInfo),
      orderId,
      generateBarCodes: Type.Optional(GivenFlag),
      maxWaitingTime: Type.Optional(
        described('How long to wait for bar codes; its unit is a setting.', GivenInt),
      ),
      orderType: Type.Optional(GivenOrderType),
      payments: Type.Optional(evidence('inferred', List(PaymentInfo))),
      waitingAccountPayments: Type.Optional(evidence('guess', List(WaitingAccountPayment))),
    },
    result: 'CloseOrderResult',
    fields: {
      orderData: Type.Optional(
        evidence('inferred', described('The order as it is now.', OrderUpdateData)),
      ),
    },
  }),
  getOrderDetails: operation(orders, 'getOrderDetails', {
    summary: 'What is in an order, in whichever state it is.',
    evidence: 'documented',
    readOnly: true,
    request: {
      requestId,
      orderId,
      granularity: Type.Optional(
        evidence('public', described('Any value: the detail is always full.', Text)),
      ),
    },
    result: 'OrderDetailResult',
    fields: { orderDetailsData: Type.Optional(evidence('public', OrderDetailsData)) },
  }),
  validateOrder: operation(
    orders,
    'validateOrder',
    ended('First phase of two: nothing in the order changes any more, it can be closed.'),
  ),
  abandonOrder: operation(orders, 'abandonOrder', ended('Gives an order up; its places are free.')),
  cancelOrder: operation(orders, 'cancelOrder', ended('The same under another name.')),
} as const;

const removals = {
  cancelOperations: operation(orders, 'cancelOperations', {
    summary: 'Removes operations, and single movements, from an open order.',
    evidence: 'public',
    request: {
      requestId,
      orderId,
      operationIds: Type.Optional(List(GivenId)),
      movementIds: Type.Optional(List(GivenId)),
    },
    ...UPDATED,
  }),
  abandonMovements: operation(orders, 'abandonMovements', {
    summary: 'Removes movements from an open order; an operation without any goes too.',
    evidence: 'public',
    request: { requestId, orderId, movementIds: Type.Optional(List(GivenId)) },
    ...UPDATED,
  }),
} as const;

const files = {
  getFileDetails: declared(orders, 'getFileDetails', 'A file with its orders.'),
  getFileDetailsFromOrderSecretId: declared(
    orders,
    'getFileDetailsFromOrderSecretId',
    'The file of an order.',
  ),
  uploadFileAttachment: declared(orders, 'uploadFileAttachment', 'Attaches a document.'),
  getFileAttachment: declared(orders, 'getFileAttachment', 'An attached document.'),
  deleteFileAttachment: declared(orders, 'deleteFileAttachment', 'Removes a document.'),
  updateExternalReferences: declared(
    orders,
    'updateExternalReferences',
    'Keeps a key and a value of the caller’s with an order.',
  ),
  getExternalReference: declared(orders, 'getExternalReference', 'What was kept so.'),
  updateFileStatus: declared(orders, 'updateFileStatus', 'Changes the status of a file.'),
} as const;

export const orderService = { ...process, ...removals, ...files } as const;
