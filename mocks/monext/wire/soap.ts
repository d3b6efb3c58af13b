import { assert } from '#kernel/defect.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { MonextOperations } from '#contracts/monext/index.ts';
import type { Result } from '#kit/operation.ts';
import type { MonextBehaviour } from '#mocks/monext/domain/behaviour.ts';
import { authorise, credit, debit } from '#mocks/monext/domain/card-behaviours.ts';
import type { MonextFailure } from '#mocks/monext/domain/failure.ts';
import { listPointsOfSale } from '#mocks/monext/domain/merchant-behaviours.ts';
import type { Merchant } from '#mocks/monext/domain/merchant.ts';
import { capturePayment, refundPayment } from '#mocks/monext/domain/payment-behaviours.ts';
import { reauthorise } from '#mocks/monext/domain/reauthorise-behaviour.ts';
import { resetTransaction } from '#mocks/monext/domain/reset-behaviours.ts';
import { findTransaction, searchTransactions } from '#mocks/monext/domain/search-behaviours.ts';
import type { MonextTables } from '#mocks/monext/state.ts';
import type { Handler, Message, SoapSide, SoapWiring } from '#wire/vendor.ts';
import {
  authorisationAnswer,
  captureAnswer,
  cardAnswer,
  reauthorisationAnswer,
  refundAnswer,
  resetAnswer,
} from './answers.ts';
import { authenticate, credentialOf } from './auth.ts';
import { detailsAnswer, merchantAnswer, searchAnswer } from './details-message.ts';
import { defect, refuse } from './failures.ts';
import type { OperationName } from './filling.ts';
import { versionOf } from './mapping.ts';
import {
  authoriseCommand,
  calledBy,
  creditCommand,
  debitCommand,
  findCommand,
  followUpCommand,
  reauthoriseCommand,
  resetCommand,
  searchCommand,
  type MessageOf,
} from './requests.ts';
import type { ResultContext } from './result.ts';
import type { MonextVoice } from './voice.ts';

type MonextWiring = SoapWiring<MonextTables, MonextOperations, MonextVoice>;
type Built = keyof MonextWiring & OperationName;

interface Context<M> extends ResultContext {
  readonly message: M;
}

/** How an operation goes from its message to a command, and from a value to its answer. */
interface Steps<N extends Built, C, T> {
  readonly command: (merchant: Merchant, message: MessageOf<N>) => C;
  readonly behaviour: MonextBehaviour<C, T, MonextFailure>;
  readonly answer: (value: T, context: Context<MessageOf<N>>) => Result<MonextOperations[N]>;
}

/** Message to command, behaviour, value to message: nothing is decided here. */
const by =
  <N extends Built, C, T>(
    operation: N,
    { command, behaviour, answer }: Steps<N, C, T>,
  ): Handler<MonextTables, MonextOperations[N], MonextVoice> =>
  (draft, { message, caller }, env) => {
    assert(caller, `${operation} without a caller`);
    if ('kind' in caller) return refused({ ...caller, operation });
    const decided = behaviour(draft, command(caller, message), env);
    if (!decided.ok) return refused({ ...decided.failure, operation });
    const { version }: { readonly version?: string } = message;
    const context = { version: versionOf(version), settings: env.settings, message };
    return done(answer(decided.value, context));
  };

const wiring: MonextWiring = {
  doAuthorization: by('doAuthorization', {
    command: authoriseCommand,
    behaviour: authorise,
    answer: authorisationAnswer,
  }),
  doCapture: by('doCapture', {
    command: followUpCommand,
    behaviour: capturePayment,
    answer: captureAnswer,
  }),
  doRefund: by('doRefund', {
    command: followUpCommand,
    behaviour: refundPayment,
    answer: refundAnswer,
  }),
  doReset: by('doReset', {
    command: resetCommand,
    behaviour: resetTransaction,
    answer: resetAnswer,
  }),
  doReAuthorization: by('doReAuthorization', {
    command: reauthoriseCommand,
    behaviour: reauthorise,
    answer: reauthorisationAnswer,
  }),
  doDebit: by('doDebit', { command: debitCommand, behaviour: debit, answer: cardAnswer }),
  doCredit: by('doCredit', { command: creditCommand, behaviour: credit, answer: cardAnswer }),
  getTransactionDetails: by('getTransactionDetails', {
    command: findCommand,
    behaviour: findTransaction,
    answer: (sheet, { message, ...context }) => {
      const withHistory = message.transactionHistory === 'Y';
      return detailsAnswer(sheet, { ...context, withHistory });
    },
  }),
  transactionsSearch: by('transactionsSearch', {
    command: searchCommand,
    behaviour: searchTransactions,
    answer: searchAnswer,
  }),
  getMerchantSettings: by('getMerchantSettings', {
    command: (merchant, { version }) => calledBy(merchant, version),
    behaviour: listPointsOfSale,
    answer: merchantAnswer,
  }),
};

export const soap: SoapSide<MonextTables, MonextOperations, MonextVoice> = {
  wiring,
  // The message as decoded: by local names, whatever is empty left out.
  message: ({ body }) => done(body as Message),
  credential: (_parts, headers) => credentialOf(headers),
  authenticate,
  answer: (message) => ({ status: 200, message }),
  refuse,
  defect,
};
