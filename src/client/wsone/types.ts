import type * as contract from '#contracts/wsone/index.ts';
import type { HasFraction, WsoneOperations } from '#contracts/wsone/index.ts';
import type { Request, Response } from '#kit/operation.ts';
import type { Static } from '#kit/types.ts';
import type { Answer, VendorFailure } from '../answer.ts';
import type { Decimal } from '../decimal.ts';
import type { Method, Named } from '../typed.ts';

export type WsoneOperation = keyof WsoneOperations;

/** What an operation is called with: the vendor's own objects, amounts as decimals. */
export type WsoneMessage<Op extends WsoneOperation> = Fields<Request<WsoneOperations[Op]>>;

/** What an operation answers beside its code; doubles are decimals as the vendor wrote them. */
export type WsoneResult<Op extends WsoneOperation> = Fields<
  Omit<Response<WsoneOperations[Op]>, 'responseCode'>
>;

/** WsOne says no. Of its codes none is known but that of success. */
export interface WsoneFailure extends VendorFailure {
  /** `responseCode`, three digits. */
  readonly code: string;
  /** `infos`, without the line that names the instance. */
  readonly message: string;
  /** HTTP's: the envelope has none. */
  readonly status: number;
}

export type WsoneAnswer<T> = Answer<T, WsoneFailure>;

/** One method for each operation of WsOne, under its own name. */
export type WsoneMethods = {
  readonly [Op in WsoneOperation]: Method<WsoneMessage<Op>, WsoneAnswer<WsoneResult<Op>>>;
};

/** The same with decimals for all that may have a fraction: a float would not do for money. */
export type Exact<T> = T extends string | number | boolean | null | undefined
  ? HasFraction<T> extends true
    ? Decimal
    : T
  : { [K in keyof T]: Exact<T[K]> };

type Fields<Message> = Message extends infer Given
  ? { [Field in keyof Given]: Named<Exact<Given[Field]>, Shape> }
  : never;

export interface ReceiptRequest extends Exact<contract.ReceiptRequest> {}
export interface KnownReceiptRequest extends Exact<contract.KnownReceiptRequest> {}
export interface RefundReceiptRequest extends Exact<contract.RefundReceiptRequest> {}
export interface TransactionItemRequest extends Exact<contract.TransactionItemRequest> {}
export interface OfferNumberRequest extends Static<typeof contract.OfferNumberRequest> {}
export interface DetailsRequest extends Exact<contract.DetailsRequest> {}
export interface ReceiptResponse extends Exact<contract.ReceiptResponse> {}
export interface DetailsResponse extends Exact<contract.DetailsResponse> {}
export interface OfferResponse extends Exact<contract.OfferResponse> {}
export interface OffersResponse extends Exact<Static<typeof contract.OffersResponse>> {}
export interface GetOffersResponse extends Exact<contract.GetOffersResponse> {}
export interface EnableOfferResponse extends Exact<contract.EnableOfferResponse> {}

type Shape =
  | ReceiptRequest
  | KnownReceiptRequest
  | RefundReceiptRequest
  | DetailsRequest
  | ReceiptResponse
  | DetailsResponse
  | OfferResponse
  | OffersResponse
  | GetOffersResponse
  | EnableOfferResponse
  | contract.EntityRequest
  | contract.IdentifierRequest
  | contract.AccountResponse
  | contract.EntityResponse
  | contract.EntityDetailsResponse
  | contract.PersonRequest
  | contract.ContactRequest
  | contract.SubscriptionRequest
  | contract.FullPersonRequest
  | contract.FormAnsweredRequest
  | contract.FormResponse
  | contract.PersonResponse
  | contract.IdentifierResponse
  | contract.ContactsResponse
  | contract.GetPersonResponse
  | contract.PersonLiteResponse
  | contract.AccountsResponse;
