import type { Answer } from '../answer.ts';
import { CallError } from '../errors/call-error.ts';
import { LostAnswerError } from '../errors/lost-answer-error.ts';
import { UnreadableAnswerError } from '../errors/unreadable-answer-error.ts';
import { isObject } from '../json.ts';
import type { AnyMethod } from '../methods.ts';
import type { CallOptions } from '../options.ts';
import type { ReceiptFate, ReceiptKey } from './fate.ts';
import { LostReceiptError } from './lost-receipt-error.ts';
import type { WsoneOperation } from './types.ts';

/** The operations whose lost answer is looked into, and whether the last receipt would tell of them. */
const WATCHED: Partial<Readonly<Record<WsoneOperation, 'told' | 'told-once-validated'>>> = {
  sendAndValidTransaction: 'told',
  sendAndValidFullTransaction: 'told',
  sendSimpleTransaction: 'told',
  validTransaction: 'told',
  sendTransaction: 'told-once-validated',
  refundTransaction: 'told-once-validated',
};

type Find = (key: ReceiptKey, options?: CallOptions) => Promise<ReceiptFate>;

/** The methods, of which those that move points find out what became of a lost receipt. */
export const watching = (
  methods: Readonly<Record<string, AnyMethod>>,
  find: Find,
): Readonly<Record<string, AnyMethod>> =>
  Object.fromEntries(
    Object.entries(methods).map(([name, method]) => {
      const told = WATCHED[name as WsoneOperation]; // each is looked up, whatever its name
      return [name, told === undefined ? method : watched(method, told, find)];
    }),
  );

const watched =
  (method: AnyMethod, told: 'told' | 'told-once-validated', find: Find): AnyMethod =>
  async (message = {}, options = {}): Promise<Answer<unknown>> => {
    try {
      return await method(message, options);
    } catch (error) {
      if (!(error instanceof CallError) || !isLost(error)) throw error;
      const fate = await fateOf(message, (key) => find(key, options));
      throw new LostReceiptError(error, told === 'told' ? fate : onlyValidated(fate));
    }
  };

const isLost = (error: CallError): boolean =>
  error instanceof LostAnswerError || (error instanceof UnreadableAnswerError && error.mayBeDone);

/** A receipt that is pending, and what is brought back, may be there and not be the last one. */
function onlyValidated(fate: ReceiptFate): ReceiptFate {
  if (fate.kind !== 'not-validated') return fate;
  return { kind: 'unknown', why: 'getLastTransaction tells of validated receipts only' };
}

async function fateOf(
  { ReceiptRequest: receipt }: Readonly<Record<string, unknown>>,
  find: (key: ReceiptKey) => Promise<ReceiptFate>,
): Promise<ReceiptFate> {
  if (!isKey(receipt)) {
    return { kind: 'unknown', why: 'the message names no store, customer, date and number' };
  }
  try {
    return await find(receipt);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { kind: 'unknown', why: error.message };
  }
}

function isKey(receipt: unknown): receipt is ReceiptKey {
  if (!isObject(receipt)) return false;
  const { EntityRequest, IdentifierRequest, receiptNumber, transactionDate } = receipt;
  return (
    isObject(EntityRequest) &&
    isObject(IdentifierRequest) &&
    receiptNumber !== undefined &&
    transactionDate !== undefined
  );
}
