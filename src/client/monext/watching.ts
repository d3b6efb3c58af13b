import type { Answer } from '../answer.ts';
import { CallError } from '../errors/call-error.ts';
import { LostAnswerError } from '../errors/lost-answer-error.ts';
import { UnreadableAnswerError } from '../errors/unreadable-answer-error.ts';
import { isObject } from '../json.ts';
import type { AnyMethod } from '../methods.ts';
import type { CallOptions } from '../options.ts';
import type { FollowUpKey, OpeningKey, PaymentFate } from './fate.ts';
import { LostPaymentError } from './lost-payment-error.ts';
import type { MonextOperation } from './types.ts';

/** What is looked for after a lost answer. */
export type LostKey =
  ({ readonly kind: 'opening' } & OpeningKey) | ({ readonly kind: 'follow-up' } & FollowUpKey);

export type Find = (key: LostKey, options?: CallOptions) => Promise<PaymentFate>;

type Message = Readonly<Record<string, unknown>>;

/** `types` as `transaction.type` names what each operation makes. */
const opening =
  (...types: readonly string[]) =>
  ({ order, payment }: Message): LostKey | undefined => {
    const [orderRef, amount] = [textIn(order, 'ref'), textIn(payment, 'amount')];
    if (orderRef === undefined) return undefined;
    return { kind: 'opening', orderRef, amount: amount ?? '0', types };
  };

const followUp =
  (type: FollowUpKey['type']) =>
  (message: Message): LostKey | undefined => {
    const transactionID = textIn(message, 'transactionID');
    if (transactionID === undefined) return undefined;
    const amount = textIn(type === 'RESET' ? message : message['payment'], 'amount');
    return { kind: 'follow-up', transactionID, type, amount };
  };

/** The operations whose lost answer is looked into. */
const WATCHED: Partial<
  Readonly<Record<MonextOperation, (message: Message) => LostKey | undefined>>
> = {
  doAuthorization: opening('AUTHOR', 'AUTHOR+CAP', 'MICROVALID'),
  doReAuthorization: opening('REAUTHO', 'REAUTH+CAP'),
  doDebit: opening('DEBIT'),
  doCredit: opening('CREDIT'),
  doCapture: followUp('CAPTURE'),
  doRefund: followUp('REFUND'),
  doReset: followUp('RESET'),
};

/** The methods, of which those that move money find out what became of a lost answer. */
export const watching = (
  methods: Readonly<Record<string, AnyMethod>>,
  find: Find,
): Readonly<Record<string, AnyMethod>> =>
  Object.fromEntries(
    Object.entries(methods).map(([name, method]) => {
      const keyOf = WATCHED[name as MonextOperation]; // each is looked up, whatever its name
      return [name, keyOf === undefined ? method : watched(method, keyOf, find)];
    }),
  );

const watched =
  (method: AnyMethod, keyOf: (message: Message) => LostKey | undefined, find: Find): AnyMethod =>
  async (message = {}, options = {}): Promise<Answer<unknown>> => {
    try {
      return await method(message, options);
    } catch (error) {
      if (!(error instanceof CallError) || !isLost(error)) throw error;
      throw new LostPaymentError(error, await fateOf(keyOf(message), (key) => find(key, options)));
    }
  };

const isLost = (error: CallError): boolean =>
  error instanceof LostAnswerError || (error instanceof UnreadableAnswerError && error.mayBeDone);

async function fateOf(
  key: LostKey | undefined,
  find: (key: LostKey) => Promise<PaymentFate>,
): Promise<PaymentFate> {
  const nobody = (why: string): PaymentFate => ({ kind: 'unknown', why, candidates: [] });
  if (!key) return nobody('the message names no order and no transaction');
  try {
    return await find(key);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return nobody(error.message);
  }
}

function textIn(value: unknown, key: string): string | undefined {
  const text = isObject(value) ? value[key] : undefined;
  return (typeof text === 'string' && text !== '') || typeof text === 'number'
    ? String(text)
    : undefined;
}
