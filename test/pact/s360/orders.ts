import { expect } from 'vitest';
import { valueOf, type State } from '../agreement.ts';
import { id, some, whole } from '../matching.ts';
import { examples, given } from './examples.ts';
import { anyCode, codeOf, OPERATOR, type Deal } from './partner.ts';
import { anyList, details, movement, number, operation, update } from './shapes.ts';

const { orderId, operationId, movementId, pointOfSalesId } = examples;

const PASS: State = ['a pass on sale'];
const PLACES: State = ['places of a performance'];
const OPEN: State = ['an open order of two passes'];
const VALIDATED: State = ['a validated order'];
const CLOSED: State = ['a closed order'];
const UNKNOWN: State = ['an order that does not exist'];

const order = { orderId: given('orderId') };
const ORDER = { orderId };

const two = {
  simpleProductOperations: [
    { itemId: given('itemId'), audienceSubCategoryId: given('audienceId'), quantity: 2 },
  ],
};
const TWO = {
  simpleProductOperations: [
    { itemId: examples.itemId, audienceSubCategoryId: examples.audienceId, quantity: 2 },
  ],
};
const at = { pointOfSalesId: given('pointOfSalesId') };
const place = (quantity: number) => ({
  singleEntryAttributionOperations: [
    {
      operationAttributions: [
        {
          audienceSubCategoryId: given('audienceId'),
          quantity,
          performanceId: given('performanceId'),
          seatCategoryId: given('seatCategoryId'),
        },
      ],
    },
  ],
});
const PLACE = (quantity: number) => ({
  singleEntryAttributionOperations: [
    {
      operationAttributions: [
        {
          audienceSubCategoryId: examples.audienceId,
          quantity,
          performanceId: examples.performanceId,
          seatCategoryId: examples.seatCategoryId,
        },
      ],
    },
  ],
});

const creations: readonly Deal[] = [
  {
    that: 'an order is opened with two passes',
    given: [OPERATOR, PASS, ['a contact']],
    of: 'createOrUpdateOrder',
    with: {
      ...at,
      orderType: 'SALE',
      purchasersInfo: [{ contactReference: given('contactNumber') }],
      ...two,
    },
    answers: { expectedException: false, orderUpdateData: update() },
    by: async (s360) => {
      const { orderUpdateData: made } = valueOf(
        await s360.createOrUpdateOrder({
          ...{ pointOfSalesId, orderType: 'SALE', ...TWO },
          purchasersInfo: [{ contactReference: examples.contactNumber }],
        }),
      );
      expect(made.orderId).toBe(Number(orderId));
      expect(made.operationDataUpdates[0]?.totalAmount).toBe(34_000);
    },
  },
  {
    that: 'two passes are added to an open order',
    given: [OPERATOR, PASS, OPEN],
    of: 'createOrUpdateOrder',
    with: { ...at, ...order, ...two },
    answers: { orderUpdateData: update() },
    by: async (s360) => {
      const added = await s360.createOrUpdateOrder({ pointOfSalesId, orderId, ...TWO });
      expect(valueOf(added).orderUpdateData.movementDataUpdates).not.toEqual([]);
    },
  },
  {
    that: 'a place at a performance is attributed',
    given: [OPERATOR, PLACES],
    of: 'createOrUpdateOrder',
    with: { ...at, ...place(1) },
    answers: {
      orderUpdateData: update({
        operationDataUpdates: some(operation({ performanceId: number(examples.performanceId) })),
      }),
    },
    by: async (s360) => {
      const made = valueOf(await s360.createOrUpdateOrder({ pointOfSalesId, ...PLACE(1) }));
      const [line] = made.orderUpdateData.operationDataUpdates;
      expect(line?.performanceId).toBe(Number(examples.performanceId));
    },
  },
  {
    that: 'more places than there are left are refused',
    given: [OPERATOR, ['a performance with two places left']],
    of: 'createOrUpdateOrder',
    with: { ...at, ...place(3) },
    // The one code of an order that is public.
    answers: { refused: 'error.order.availability' },
    by: async (s360) => {
      const answer = await s360.createOrUpdateOrder({ pointOfSalesId, ...PLACE(3) });
      expect(codeOf(answer)).toBe('error.order.availability');
    },
  },
];

const endings: readonly Deal[] = [
  {
    that: 'an order is closed with its payment, and has bar codes',
    given: [OPERATOR, OPEN, ['a payment method']],
    of: 'closeOrder',
    with: {
      ...order,
      generateBarCodes: true,
      payments: [{ amount: 34_000, paymentMethodId: given('paymentMethodId') }],
    },
    answers: {
      orderData: update({ movementDataUpdates: some(movement({ barcode: id('EXAMPLE') })) }),
    },
    by: async (s360) => {
      const payments = [{ amount: 34_000, paymentMethodId: examples.paymentMethodId }];
      const closed = valueOf(await s360.closeOrder({ orderId, generateBarCodes: true, payments }));
      expect(closed.orderData?.movementDataUpdates[0]?.barcode).toBe('EXAMPLE');
    },
  },
  {
    that: 'a validated order is closed',
    given: [OPERATOR, VALIDATED],
    of: 'closeOrder',
    with: order,
    answers: {},
    by: async (s360) => void valueOf(await s360.closeOrder(ORDER)),
  },
  {
    that: 'an open order is validated',
    given: [OPERATOR, OPEN],
    of: 'validateOrder',
    with: order,
    answers: {},
    by: async (s360) => void valueOf(await s360.validateOrder(ORDER)),
  },
  ...(['abandonOrder', 'cancelOrder'] as const).map((of): Deal => ({
    that: `an open order is given up by ${of}`,
    given: [OPERATOR, OPEN],
    ...{ of, with: order, answers: {} },
    by: async (s360) => void valueOf(await s360[of](ORDER)),
  })),
];

const removals: readonly Deal[] = [
  {
    that: 'an operation is removed from an open order',
    given: [OPERATOR, OPEN],
    of: 'cancelOperations',
    with: { ...order, operationIds: [given('operationId')] },
    answers: {
      orderUpdateData: update({
        ...{ operationDataUpdates: anyList(), movementDataUpdates: anyList() },
        removeOperationIds: some(number(operationId)),
      }),
    },
    by: async (s360) => {
      const removed = await s360.cancelOperations({ orderId, operationIds: [operationId] });
      const { removeOperationIds } = valueOf(removed).orderUpdateData;
      expect(removeOperationIds).toEqual([Number(operationId)]);
    },
  },
  {
    that: 'a movement is removed from an open order',
    given: [OPERATOR, OPEN],
    of: 'abandonMovements',
    with: { ...order, movementIds: [given('movementId')] },
    answers: {
      orderUpdateData: update({
        ...{ movementDataUpdates: anyList(), removeMovementIds: some(number(movementId)) },
      }),
    },
    by: async (s360) => {
      const removed = await s360.abandonMovements({ orderId, movementIds: [movementId] });
      expect(valueOf(removed).orderUpdateData.removeMovementIds).toEqual([Number(movementId)]);
    },
  },
];

const reads: readonly Deal[] = [
  {
    that: 'an open order is read',
    given: [OPERATOR, OPEN],
    of: 'getOrderDetails',
    with: order,
    answers: { orderDetailsData: details() },
    by: async (s360) => {
      const { orderDetailsData: read } = valueOf(await s360.getOrderDetails(ORDER));
      expect(read.preSaleAmount).toBe(34_000);
    },
  },
  {
    that: 'a closed order is read',
    given: [OPERATOR, CLOSED],
    of: 'getOrderDetails',
    with: order,
    answers: { orderDetailsData: details({ orderState: 'CLOSED', saleAmount: whole(34_000) }) },
    by: async (s360) => {
      const { orderDetailsData: read } = valueOf(await s360.getOrderDetails(ORDER));
      expect(read).toMatchObject({ orderState: 'CLOSED', saleAmount: 34_000 });
    },
  },
];

const refused = (
  that: string,
  state: State,
  of: 'closeOrder' | 'validateOrder' | 'abandonOrder' | 'getOrderDetails',
): Deal => ({
  ...{ that, given: [OPERATOR, state], of, with: order, answers: { refused: anyCode } },
  by: async (s360) => expect(codeOf(await s360[of](ORDER))).toBe('error.example'),
});

const refusals: readonly Deal[] = [
  refused('an order that does not exist is not read', UNKNOWN, 'getOrderDetails'),
  refused('an order that does not exist is not closed', UNKNOWN, 'closeOrder'),
  refused('a closed order is not closed again', CLOSED, 'closeOrder'),
  refused('a closed order is not validated', CLOSED, 'validateOrder'),
  refused('a closed order is not given up', CLOSED, 'abandonOrder'),
  refused('an order that was given up is not closed', ['an abandoned order'], 'closeOrder'),
  {
    that: 'nothing is added to a validated order',
    given: [OPERATOR, PASS, VALIDATED],
    of: 'createOrUpdateOrder',
    with: { ...at, ...order, ...two },
    answers: { refused: anyCode },
    by: async (s360) => {
      const answer = await s360.createOrUpdateOrder({ pointOfSalesId, orderId, ...TWO });
      expect(codeOf(answer)).toBe('error.example');
    },
  },
];

export const orders: readonly Deal[] = [
  ...creations,
  ...endings,
  ...removals,
  ...reads,
  ...refusals,
];
