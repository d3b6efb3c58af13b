import type { Operation } from '#kit/operation.ts';
import type { TSchema } from '#kit/types.ts';
import type { VendorFailure } from './answer.ts';
import type { RepeatRule } from './repeat-rule.ts';

/** One call, before it is put on the wire. */
export interface Call {
  readonly vendor: string;
  /** The operation's name. */
  readonly name: string;
  readonly operation: Operation;
  readonly message: Readonly<Record<string, unknown>>;
}

/** A call on the wire, relative to the vendor's root. */
export interface Encoded {
  readonly method: string;
  /** `/v1/shop/orders/7/` */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an answer says. `schema` is the contract of `body`, the whole of it. */
export type Decoded =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      readonly body: unknown;
      readonly schema: TSchema;
    }
  | {
      readonly kind: 'failure';
      /** Read once `body` was found to keep its contract. */
      readonly failure: () => VendorFailure;
      readonly body: unknown;
      readonly schema: TSchema;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/** How one vendor is spoken to: all that the calling itself needs to know of it. */
export interface Dialect {
  readonly vendor: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly repeats: Readonly<Record<string, RepeatRule>>;
  /** Made anew for each attempt: a signature may go stale while a call waits. */
  encode(call: Call): Encoded;
  decode(call: Call, answer: { readonly status: number; readonly text: string }): Decoded;
}
