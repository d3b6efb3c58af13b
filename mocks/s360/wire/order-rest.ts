import type { S360Operations } from '#contracts/s360/index.ts';
import { refused, type Outcome } from '#kernel/outcome.ts';
import { closeOrder } from '#mocks/s360/domain/closing.ts';
import type { S360Failure } from '#mocks/s360/domain/failure.ts';
import {
  abandonOrder,
  getOrder,
  removeLines,
  validateOrder,
} from '#mocks/s360/domain/order-behaviours.ts';
import { createOrUpdateOrder } from '#mocks/s360/domain/update-order.ts';
import type { S360Tables } from '#mocks/s360/state.ts';
import type { Wiring } from '#wire/vendor.ts';
import { success } from './envelope.ts';
import { closeCommand, orderRef, removeCommand, updateCommand } from './order-commands.ts';
import { closedMessage, detailsMessage, updateMessage } from './order-message.ts';
import { known } from './seller.ts';
import type { Expected, S360Voice } from './voice.ts';
import { as } from './wiring.ts';

type OrderNames =
  | 'createOrUpdateOrder'
  | 'closeOrder'
  | 'getOrderDetails'
  | 'validateOrder'
  | 'abandonOrder'
  | 'cancelOrder'
  | 'cancelOperations'
  | 'abandonMovements';
type OrderWiring = Pick<Wiring<S360Tables, S360Operations, S360Voice>, OrderNames>;

/** What the class `OrderUpdateResult` says of a failure: it was to be expected, it is no crash. */
const expected = <T>(outcome: Outcome<T, S360Failure>): Outcome<T, Expected> =>
  outcome.ok ? outcome : refused({ ...outcome.failure, expected: true });

const updated = <T>(orderUpdateData: T) => success({ expectedException: false, orderUpdateData });

const remove: OrderWiring['cancelOperations'] = (draft, { message, caller, protocol }, env) => {
  const seller = known(caller);
  const removed = removeLines(draft, removeCommand(message, seller), env);
  return expected(
    as(removed, (update) =>
      updated(updateMessage({ draft, caller: seller, protocol, env }, update)),
    ),
  );
};

const abandon: OrderWiring['abandonOrder'] = (draft, { message, caller }, env) =>
  as(abandonOrder(draft, orderRef(message, known(caller)), env), () => success({}));

export const orders: OrderWiring = {
  createOrUpdateOrder: (draft, { message, caller, protocol }, env) => {
    const seller = known(caller);
    const command = updateCommand(message, seller);
    if (!command.ok) return expected(command);
    return expected(
      as(createOrUpdateOrder(draft, command.value, env), (update) =>
        updated(updateMessage({ draft, caller: seller, protocol, env }, update)),
      ),
    );
  },

  closeOrder: (draft, { message, caller, protocol }, env) => {
    const seller = known(caller);
    const command = closeCommand(message, seller, env.settings);
    if (!command.ok) return command;
    return as(closeOrder(draft, command.value, env), (update) =>
      success(
        env.settings.closeAnswersOrder
          ? { orderData: closedMessage({ draft, caller: seller, protocol, env }, update) }
          : {},
      ),
    );
  },

  getOrderDetails: (draft, { message, caller, protocol }, env) => {
    const seller = known(caller);
    return as(getOrder(draft, orderRef(message, seller), env), (order) =>
      success({
        orderDetailsData: detailsMessage({ draft, caller: seller, protocol, env }, order),
      }),
    );
  },

  validateOrder: (draft, { message, caller }, env) =>
    as(validateOrder(draft, orderRef(message, known(caller)), env), () => success({})),

  abandonOrder: abandon,
  cancelOrder: abandon,
  cancelOperations: remove,
  // Movements alone: whole operations are for the other.
  abandonMovements: (draft, { message: { orderId, movementIds = [] }, ...call }, env) =>
    remove(draft, { ...call, message: { orderId, movementIds } }, env),
};
