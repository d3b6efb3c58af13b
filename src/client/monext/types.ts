import type {
  messages,
  MonextOperations,
  Sent,
  SentObject,
  ToldObject,
} from '#contracts/monext/index.ts';
import type { Request, Response } from '#kit/operation.ts';
import type { Answer, VendorFailure } from '../answer.ts';
import type { Method, Named } from '../typed.ts';
import type { MonextOutcome } from './outcomes.ts';

/** The operations that the contract has as built. */
export type MonextOperation = {
  [Op in keyof MonextOperations]: MonextOperations[Op] extends { readonly notBuilt: true }
    ? never
    : Op;
}[keyof MonextOperations];

type Messages = typeof messages;
type Notation<Op extends string> = {
  [S in keyof Messages]: Op extends keyof Messages[S] ? RequestOf<Messages[S][Op]> : never;
}[keyof Messages];
type RequestOf<Pair> = Pair extends { readonly request: infer N extends string } ? N : never;

/** Whole smallest units of a currency: `6000`, or the same as a text. Never a float. */
export type MinorUnits = number | `${number}`;

/** What amounts are called wherever they stand. */
export type AmountField =
  | 'amount'
  | 'taxes'
  | 'price'
  | 'deliveryCharge'
  | 'discountAmount'
  | 'cumulatedAmount'
  | 'firstAmount'
  | 'newAmount'
  | 'minAmount'
  | 'maxAmount';

/** The client says the version; a payment by card has no bank account. */
type Left = 'version' | 'bankAccountData';

type WithAmounts<T> = T extends readonly (infer Item)[]
  ? readonly WithAmounts<Item>[]
  : T extends object
    ? { [K in keyof T]: K extends AmountField ? MinorUnits : WithAmounts<T[K]> }
    : T;

type Fields<Given> = {
  [K in keyof Given as K extends Left ? never : K]: K extends AmountField
    ? MinorUnits
    : Named<WithAmounts<Given[K]>, Shape>;
} & { readonly [K in Extract<keyof Given, Left>]?: WithAmounts<Given[K]> };

type Flat<T> = { readonly [K in keyof T]: T[K] };

/** What an operation is called with: the vendor's own objects, what is mandatory has to be there. */
export type MonextMessage<Op extends MonextOperation> = [Notation<Op>] extends [never]
  ? Request<MonextOperations[Op]>
  : Flat<Fields<Sent<Notation<Op>>>>;

/** What an operation answers, the result with its code too. */
export type MonextResult<Op extends MonextOperation> = Flat<{
  [K in keyof Response<MonextOperations[Op]>]: Named<Response<MonextOperations[Op]>[K], Shape>;
}>;

export interface MonextPayment extends WithAmounts<SentObject<'payment'>> {}
export interface MonextCard extends WithAmounts<SentObject<'card'>> {}
export interface MonextOrder extends WithAmounts<SentObject<'order'>> {}
export interface MonextTransaction extends ToldObject<'transaction'> {}

type Shape = MonextPayment | MonextCard | MonextOrder | MonextTransaction;

/** Monext says no. */
export interface MonextFailure extends VendorFailure {
  /** The return code: `01116`. `401` where HTTP alone says no. */
  readonly code: string;
  /** What it means, by a name of ours. */
  readonly outcome: MonextOutcome;
  /** `longMessage` */
  readonly message: string;
  /** One of a few words, such as REFUSED; older replies have free text. */
  readonly shortMessage: string;
  /** HTTP's: 200 of a result, whatever it says. */
  readonly status: number;
  /** What the vendor entered in its books all the same: a payment that was declined, a duplicate. */
  readonly transactionId: string | undefined;
}

export type MonextAnswer<T> = Answer<T, MonextFailure>;

/** One method for each operation of Monext that is built, under its own name. */
export type MonextMethods = {
  readonly [Op in MonextOperation]: Method<MonextMessage<Op>, MonextAnswer<MonextResult<Op>>>;
};
