export type { Answer, Received, VendorFailure } from './answer.ts';
export { createClients, type Clients, type ClientsOptions } from './clients.ts';
export type { Decimal } from './decimal.ts';
export type { Drift } from './drift.ts';
export { AbortedError } from './errors/aborted-error.ts';
export { CallError } from './errors/call-error.ts';
export { ContractError } from './errors/contract-error.ts';
export { LostAnswerError, type LossKind } from './errors/lost-answer-error.ts';
export { MessageError } from './errors/message-error.ts';
export { NotOfferedError } from './errors/not-offered-error.ts';
export { NotSentError } from './errors/not-sent-error.ts';
export { OptionsError } from './errors/options-error.ts';
export { OutcomeUnknownError } from './errors/outcome-unknown-error.ts';
export { StillInProgressError } from './errors/still-in-progress-error.ts';
export { TransportError, type TransportTrouble } from './errors/transport-error.ts';
export { UnreadableAnswerError } from './errors/unreadable-answer-error.ts';
export { WsdlError } from './errors/wsdl-error.ts';
export { createMonextClient, type MonextClient, type MonextOptions } from './monext/client.ts';
export type { FollowUpKey, OpeningKey, PaymentDetails, PaymentFate } from './monext/fate.ts';
export { LostPaymentError } from './monext/lost-payment-error.ts';
export type { MonextOutcome } from './monext/outcomes.ts';
export { monextRepeats } from './monext/repeats.ts';
export type {
  MinorUnits,
  MonextAnswer,
  MonextCard,
  MonextFailure,
  MonextMessage,
  MonextMethods,
  MonextOperation,
  MonextOrder,
  MonextPayment,
  MonextResult,
  MonextTransaction,
} from './monext/types.ts';
export type { LostKey } from './monext/watching.ts';
export type { CallOptions, SharedOptions } from './options.ts';
export type { RepeatRule } from './repeat-rule.ts';
export { createS360Client, type S360Client, type S360Options } from './s360/client.ts';
export type { OrderFate } from './s360/fate.ts';
export { LostOrderError } from './s360/lost-order-error.ts';
export { s360Repeats } from './s360/repeats.ts';
export type {
  S360Answer,
  S360Failure,
  S360Message,
  S360Methods,
  S360Operation,
  S360Result,
} from './s360/types.ts';
export type { Transport, TransportRequest, TransportResponse } from './transport.ts';
export { undiciTransport, type UndiciOptions } from './undici-transport.ts';
export {
  createUtickClient,
  type Cancellation,
  type Confirmation,
  type UtickClient,
  type UtickOptions,
} from './utick/client.ts';
export { utickRepeats } from './utick/repeats.ts';
export type {
  UtickAnswer,
  UtickFailure,
  UtickMessage,
  UtickMethods,
  UtickOperation,
  UtickResult,
} from './utick/types.ts';
export { createWsoneClient, type WsoneClient, type WsoneOptions } from './wsone/client.ts';
export type { ReceiptFate, ReceiptKey } from './wsone/fate.ts';
export { LostReceiptError } from './wsone/lost-receipt-error.ts';
export { ReceiptError } from './wsone/receipt-error.ts';
export {
  wsoneReceipt,
  type ReceiptLine,
  type ReceiptMessage,
  type ReceiptParts,
} from './wsone/receipt.ts';
export { wsoneRepeats } from './wsone/repeats.ts';
export type {
  WsoneAnswer,
  WsoneFailure,
  WsoneMessage,
  WsoneMethods,
  WsoneOperation,
  WsoneResult,
} from './wsone/types.ts';
