import type * as contract from '#contracts/utick/index.ts';
import type { UtickOperations } from '#contracts/utick/index.ts';
import type { Answer, VendorFailure } from '../answer.ts';
import type { MessageOf, Method, ValueOf } from '../typed.ts';

export type UtickOperation = keyof UtickOperations;

/** What an operation is called with: the parts of its path, its filters, its fields. */
export type UtickMessage<Op extends UtickOperation> = MessageOf<
  UtickOperations[Op],
  'publickey' | 'timestamp' | 'signature',
  Shape
>;

/** What an operation answers, without the vendor's envelope. */
export type UtickResult<Op extends UtickOperation> = ValueOf<UtickOperations[Op], Shape>;

/** Utick says no. */
export interface UtickFailure extends VendorFailure {
  /** The same number as the status; the vendor's own list of codes is not known. */
  readonly code: number;
  readonly message: string;
  /** `status_code` of the envelope. HTTP's own may be 200 all the same. */
  readonly status: number;
}

export type UtickAnswer<T> = Answer<T, UtickFailure>;

/** One method for each operation of Utick, under the name that the contract gives it. */
export type UtickMethods = {
  readonly [Op in UtickOperation]: Method<UtickMessage<Op>, UtickAnswer<UtickResult<Op>>>;
};

type Shape =
  | contract.Application
  | contract.Attraction
  | contract.Contact
  | contract.Counter
  | contract.Event
  | contract.Order
  | contract.Pack
  | contract.PackDetails
  | contract.Payment
  | contract.PaymentMethod
  | contract.PlanCategory
  | contract.Product
  | contract.PromoCode
  | contract.Stock
  | contract.StockRequest
  | contract.TicketPdf
  | contract.TicketSet
  | contract.TimeSlot
  | contract.Venue;
