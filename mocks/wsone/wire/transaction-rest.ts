import { done } from '#kernel/outcome.ts';
import { cancelPending } from '#mocks/wsone/domain/cancelling.ts';
import { refundTransaction } from '#mocks/wsone/domain/refunding.ts';
import {
  getLastTransaction,
  sendAndValidTransaction,
  sendTransaction,
  validTransaction,
  verifyTransaction,
} from '#mocks/wsone/domain/transaction-behaviours.ts';
import { receiptCommand } from './receipt-commands.ts';
import {
  cancelPendingCommand,
  getLastTransactionCommand,
  refundCommand,
  validTransactionCommand,
} from './transaction-commands.ts';
import { refundMessage, settledMessage } from './transaction-message.ts';
import { as, type WsoneWiring } from './wiring.ts';

/** One handler for the operations that differ in name only, as far as is known. */
const sendAndValid: WsoneWiring['sendAndValidTransaction'] = (draft, { message }, env) => {
  const receipt = receiptCommand(message);
  if (!receipt.ok) return receipt;
  return as(sendAndValidTransaction(draft, receipt.value, env), settledMessage);
};

export const transactions: Pick<
  WsoneWiring,
  | 'sendTransaction'
  | 'validTransaction'
  | 'sendAndValidTransaction'
  | 'sendAndValidFullTransaction'
  | 'verifyTransaction'
  | 'cancelTransactionsNotValidated'
  | 'sendSimpleTransaction'
  | 'refundTransaction'
  | 'getLastTransaction'
> = {
  sendTransaction: (draft, { message }, env) => {
    const receipt = receiptCommand(message);
    if (!receipt.ok) return receipt;
    return as(sendTransaction(draft, receipt.value, env), settledMessage);
  },

  validTransaction: (draft, { message }, env) => {
    const command = validTransactionCommand(message);
    if (!command.ok) return command;
    return as(validTransaction(draft, command.value, env), settledMessage);
  },

  sendAndValidTransaction: sendAndValid,
  sendAndValidFullTransaction: sendAndValid,

  /** Its contract has no lines and no offers: what else is sent is not read. */
  sendSimpleTransaction: (draft, { message, ...call }, env) =>
    sendAndValid(draft, { ...call, message: { ReceiptRequest: message.ReceiptRequest } }, env),

  verifyTransaction: (draft, { message }, env) => {
    const receipt = receiptCommand(message);
    if (!receipt.ok) return receipt;
    return as(verifyTransaction(draft, receipt.value, env), settledMessage);
  },

  cancelTransactionsNotValidated: (draft, { message }, env) => {
    const command = cancelPendingCommand(message);
    if (!command.ok) return command;
    return as(cancelPending(draft, command.value, env), ({ length }) => ({
      infos: `${length} transaction(s) cancelled`,
    }));
  },

  refundTransaction: (draft, { message }, env) => {
    const command = refundCommand(message);
    if (!command.ok) return command;
    return as(refundTransaction(draft, command.value, env), refundMessage);
  },

  getLastTransaction: (draft, { message }, env) => {
    const command = getLastTransactionCommand(message);
    if (!command.ok) return command;
    const last = getLastTransaction(draft, command.value, env);
    return last.ok ? done(settledMessage(last.value)) : last;
  },
};
