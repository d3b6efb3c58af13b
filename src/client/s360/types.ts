import type * as contract from '#contracts/s360/index.ts';
import type { S360Operations } from '#contracts/s360/index.ts';
import type { Response } from '#kit/operation.ts';
import type { Answer, VendorFailure } from '../answer.ts';
import type { MessageOf, Method, Named } from '../typed.ts';
import type { AlwaysThere } from './success.ts';

export type S360Operation = keyof S360Operations;

/** What an operation is called with, over SOAP as over REST; ids are numbers or their digits. */
export type S360Message<Op extends S360Operation> = MessageOf<S360Operations[Op], never, Shape>;

/**
 * What an operation answers, without the status that every result begins with. Amounts are whole
 * thousandths of the currency unit: 17000 is 17.000 €.
 */
export type S360Result<Op extends S360Operation> = Op extends keyof AlwaysThere
  ? Fields<Response<S360Operations[Op]>, AlwaysThere[Op]>
  : Fields<Response<S360Operations[Op]>, never>;

type Status = 'statusCode' | 'requestId' | 'statusDetail';

/** Of a refusal most fields are missing, so the contract has them optional; a success has them. */
type Fields<Given, Always> = unknown extends Given
  ? unknown
  : Flat<Maybe<Given, Always> & Surely<Given, Always>>;
type Maybe<Given, Always> = {
  [Field in keyof Given as Field extends Status | Always ? never : Field]: OneOf<Given[Field]>;
};
type Surely<Given, Always> = {
  [Field in keyof Given as Field extends Always ? Field : never]-?: OneOf<
    Exclude<Given[Field], undefined>
  >;
};
/** So that an editor writes the fields out. */
type Flat<T> = { [Field in keyof T]: T[Field] };
type OneOf<T> = Named<T, Shape>;

/** S-360 says no. */
export interface S360Failure extends VendorFailure {
  /**
   * `statusCode` of the result; the name of a SOAP fault, such as `FailedAuthentication`; where HTTP
   * alone says no, such as 509 above the limits, its status.
   */
  readonly code: string;
  /** `statusDetail`, the text of the fault or of the page. */
  readonly message: string;
  /** HTTP's: 200 of a result, whatever it says. */
  readonly status: number;
}

export type S360Answer<T> = Answer<T, S360Failure>;

/** One method for each operation of S-360, under the name that the contract gives it. */
export type S360Methods = {
  readonly [Op in S360Operation]: Method<S360Message<Op>, S360Answer<S360Result<Op>>>;
};

type Shape =
  | contract.CatalogData
  | contract.ContactDataResult
  | contract.OrderDetailsData
  | contract.OrderUpdateData
  | contract.PosConfigData;
