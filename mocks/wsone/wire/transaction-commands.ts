import type {
  KnownReceiptRequest,
  RefundReceiptRequest,
  WsoneOperations,
} from '#contracts/wsone/index.ts';
import { done } from '#kernel/outcome.ts';
import type { Request } from '#kit/operation.ts';
import type { CancelPending } from '#mocks/wsone/domain/cancelling.ts';
import type { RefundTransaction } from '#mocks/wsone/domain/refunding.ts';
import type { RefundReceipt } from '#mocks/wsone/domain/transaction.ts';
import type {
  GetLastTransaction,
  KnownReceipt,
} from '#mocks/wsone/domain/transaction-behaviours.ts';
import { dateTime, identifierKey, storeNumber, whenGiven } from './commands.ts';
import { worded } from './fields.ts';
import { cents, wholeNumber, words } from './numbers.ts';
import { missing, unreadable, type Parsed } from './parsed.ts';

type MessageOf<N extends keyof WsoneOperations> = Request<WsoneOperations[N]>;

export function cancelPendingCommand(
  message: MessageOf<'cancelTransactionsNotValidated'>,
): Parsed<CancelPending> {
  const { IdentifierRequest: who, EntityRequest: where } = message;
  const transactionId = worded(message.transactionId);
  if (!who && !where && transactionId === undefined) return missing('/IdentifierRequest');
  const storeId = whenGiven(where, (given) => storeNumber(given, '/EntityRequest'));
  if (!storeId.ok) return storeId;
  const identifier = whenGiven(who, (given) => identifierKey(given, '/IdentifierRequest'));
  if (!identifier.ok) return identifier;
  return done({ identifier: identifier.value, storeId: storeId.value, transactionId });
}

export function getLastTransactionCommand(
  message: MessageOf<'getLastTransaction'>,
): Parsed<GetLastTransaction> {
  const { EntityRequest: where } = message;
  const identifier = identifierKey(message.IdentifierRequest, '/IdentifierRequest');
  if (!identifier.ok) return identifier;
  const storeId = whenGiven(where, (given) => storeNumber(given, '/EntityRequest'));
  return storeId.ok ? done({ identifier: identifier.value, storeId: storeId.value }) : storeId;
}

const AT = '/ReceiptRequest';

export function validTransactionCommand(
  message: MessageOf<'validTransaction'>,
): Parsed<KnownReceipt> {
  const asked: KnownReceiptRequest = message.ReceiptRequest ?? {};
  const transactionId = worded(message.transactionId) ?? worded(asked.transactionId);
  const number = worded(asked.receiptNumber);
  if (transactionId === undefined && number === undefined) return missing(`${AT}/receiptNumber`);
  const { EntityRequest: where, IdentifierRequest: who } = asked;
  if (transactionId === undefined && !where) return missing(`${AT}/EntityRequest`);
  const storeId = whenGiven(where, (given) => storeNumber(given, `${AT}/EntityRequest`));
  if (!storeId.ok) return storeId;
  const identifier = whenGiven(who, (given) => identifierKey(given, `${AT}/IdentifierRequest`));
  if (!identifier.ok) return identifier;
  const at = whenGiven(asked.transactionDate, (given) => dateTime(given, `${AT}/transactionDate`));
  if (!at.ok) return at;
  return done({
    transactionId,
    number,
    storeId: storeId.value,
    cashdeskNumber: worded(asked.cashdeskNumber),
    at: at.value,
    identifier: identifier.value,
  });
}

export function refundCommand(message: MessageOf<'refundTransaction'>): Parsed<RefundTransaction> {
  const asked = message.ReceiptRequest;
  const receipt = refundReceipt(asked);
  if (!receipt.ok) return receipt;
  const { IdentifierRequest: who } = asked;
  const identifier = whenGiven(who, (given) => identifierKey(given, `${AT}/IdentifierRequest`));
  if (!identifier.ok) return identifier;
  const transactionId = worded(asked.transactionId);
  // Without a word on what was bought, the return bears the number of the sale.
  const number = worded(asked.originalReceiptNumber) ?? receipt.value.number;
  const original: KnownReceipt = {
    transactionId,
    number: transactionId === undefined ? number : undefined,
    storeId: receipt.value.storeId,
    cashdeskNumber: undefined,
    at: undefined,
    identifier: identifier.value,
  };
  return done({ receipt: receipt.value, original });
}

function refundReceipt(asked: RefundReceiptRequest): Parsed<RefundReceipt> {
  const number = words(asked.receiptNumber, `${AT}/receiptNumber`);
  if (!number.ok) return number;
  const at = dateTime(asked.transactionDate, `${AT}/transactionDate`);
  if (!at.ok) return at;
  const storeId = storeNumber(asked.EntityRequest, `${AT}/EntityRequest`);
  if (!storeId.ok) return storeId;
  const amount = whenGiven(asked.allTaxesIncludedAmount, (given) =>
    cents(given, `${AT}/allTaxesIncludedAmount`),
  );
  if (!amount.ok) return amount;
  if (amount.value === 0) return unreadable(`${AT}/allTaxesIncludedAmount`, 'more than nothing');
  const currency = whenGiven(asked.currency, (given) => wholeNumber(given, `${AT}/currency`));
  if (!currency.ok) return currency;
  return done({
    number: number.value,
    at: at.value,
    storeId: storeId.value,
    cashdeskNumber: worded(asked.cashdeskNumber),
    cashdeskIp: worded(asked.cashdeskIpAddress),
    currency: currency.value,
    // A till may write what it gives back with either sign.
    amountMinor: amount.value === undefined ? undefined : Math.abs(amount.value),
  });
}
