import type { Answer } from '../answer.ts';
import { CallError } from '../errors/call-error.ts';
import { LostAnswerError } from '../errors/lost-answer-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { UnreadableAnswerError } from '../errors/unreadable-answer-error.ts';
import type { AnyMethod } from '../methods.ts';
import type { CallOptions } from '../options.ts';
import {
  fateIn,
  fateOf,
  removedSigns,
  stateSign,
  updateSigns,
  type FateOf,
  type OrderFate,
} from './fate.ts';
import { LostOrderError } from './lost-order-error.ts';
import { seenOrders } from './seen.ts';
import type { S360Message, S360Methods, S360Result } from './types.ts';

type Methods = Readonly<Record<string, AnyMethod>>;
type Message = Readonly<Record<string, unknown>>;
type Details = S360Result<'getOrderDetails'>['orderDetailsData'];

/** What of an order shows that a call was done. */
const judges: Readonly<Record<string, (message: Message, order: Details) => OrderFate>> = {
  closeOrder: (_, order) => fateOf(order, [stateSign(order, 'CLOSED')]),
  validateOrder: (_, order) => fateOf(order, [stateSign(order, 'VALIDATED')]),
  abandonOrder: (_, order) => fateOf(order, [stateSign(order, 'ABANDONED')]),
  cancelOrder: (_, order) => fateOf(order, [stateSign(order, 'ABANDONED')]),
  cancelOperations: removalFate,
  abandonMovements: removalFate,
};

/** A message is what its operation takes, or the vendor would have said no. */
function removalFate(message: Message, order: Details): OrderFate {
  const { operationIds, movementIds } = message as Partial<S360Message<'cancelOperations'>>;
  return fateOf(order, [
    ...removedSigns(
      order.operationDatas.map(({ operationId }) => operationId),
      operationIds,
    ),
    ...removedSigns(
      order.movementDatas.map(({ movementId }) => movementId),
      movementIds,
    ),
  ]);
}

const ORPHAN =
  'If the order was made, nobody knows its id: it is cancelled when it was idle for as long as its ' +
  'sales channel has it. Not repeated: it would take the same places twice';

/** A call whose answer was lost. */
interface Lost {
  readonly name: string;
  readonly message: Message;
  readonly options: CallOptions;
  readonly error: CallError;
}

/** The methods, of which those that change an order find out what became of a lost call. */
export function watching(methods: Methods): Methods {
  const seen = seenOrders();
  const judgeOf = ({ name, message }: Lost): FateOf => {
    const judge = judges[name];
    if (judge) return (order) => judge(message, order);
    return (order) => fateOf(order, updateSigns(message, order, seen.of(message['orderId'])));
  };
  const found = async (lost: Lost): Promise<CallError> => {
    if (lost.message['orderId'] === undefined) return new OutcomeUnknownError(lost.error, ORPHAN);
    return new LostOrderError(lost.error, await asked(methods, lost, judgeOf(lost)));
  };
  const watched =
    (name: string, method: AnyMethod): AnyMethod =>
    async (message = {}, options = {}): Promise<Answer<unknown>> => {
      try {
        const answer = await method(message, options);
        if (answer.ok) seen.note(answer.value);
        return answer;
      } catch (error) {
        if (!isWatched(name) || !isLost(error, name)) throw error;
        throw await found({ name, message, options, error });
      }
    };
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, watched(name, method)]),
  );
}

async function asked(methods: Methods, lost: Lost, judge: FateOf): Promise<OrderFate> {
  // Of the contract, by its name.
  const { getOrderDetails } = methods as unknown as S360Methods;
  try {
    const orderId = lost.message['orderId'] as number | string; // else it is a first create
    return fateIn(await getOrderDetails({ orderId }, lost.options), judge);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { kind: 'unknown', why: error.message };
  }
}

const isWatched = (name: string): boolean => name === 'createOrUpdateOrder' || name in judges;

/** What went wrong with a log-in or a WSDL was lost before the call itself. */
const isLost = (error: unknown, operation: string): error is CallError =>
  error instanceof CallError &&
  error.operation === operation &&
  (error instanceof LostAnswerError || (error instanceof UnreadableAnswerError && error.mayBeDone));
