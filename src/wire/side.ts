import type { Validator } from '#kit/ajv.ts';
import type { Operation } from '#kit/operation.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { WireRequest } from './http.ts';
import type { RouteMatch } from './router.ts';
import type { ResponseCheck } from './self-check.ts';
import type { AnyHandler, AnySide, Answer, MessageParts, Protocol, SoapFailure } from './vendor.ts';

/** What one operation's schemas were compiled to. */
export interface Codec extends Written {
  readonly operation: Operation;
  readonly checkRequest: Validator;
  /** As the journal keeps it, and the fields that it keeps apart. */
  readonly journalled: (message: unknown) => unknown;
  readonly mintedFields: readonly string[];
  readonly maskResponse: (message: unknown) => unknown;
  /** The same for an answer that was found right. */
  readonly maskChecked: (message: unknown) => unknown;
}

/** A message of ours that is checked and written. */
export interface Written extends ResponseCheck {
  readonly write: (message: unknown, numbers?: Answer['numbers']) => string;
}

/** What a body says before anything is known of its operation. */
export type ParsedBody = Pick<MessageParts, 'body' | 'security'>;

export interface Routed {
  readonly match: RouteMatch;
  readonly codec: Codec;
  readonly parts: MessageParts;
}

/** One protocol of one vendor, with everything compiled that serving it needs. */
export interface ServedSide {
  readonly protocol: Protocol;
  readonly module: AnySide;
  readonly contentHeaders: Readonly<Record<string, string>>;
  parseBody(request: WireRequest): Outcome<ParsedBody, SoapFailure>;
  route(
    request: { readonly method: string; readonly path: string },
    parts: MessageParts,
  ): Outcome<Routed, SoapFailure>;
  handler(operation: string): AnyHandler | undefined;
  readonly refusal: Written;
}
