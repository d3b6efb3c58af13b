import type { Instant } from '#kernel/instant.ts';

/** A request as plain data: whatever carried it, the pipeline sees this. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as received, undecoded: `/utick/v1/shop/orders//?limit=2`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  /** Why `body` is empty though there was one. */
  readonly unread?: 'too-large' | 'not-decompressible';
  /** Answers are wanted as bytes: whoever sends them on needs no text. */
  readonly asBytes?: boolean;
  /** It came by https. */
  readonly secure?: boolean;
  /** The host's clock; the shell's own when absent. */
  readonly receivedAt?: Instant;
  /** Vendor whose own port or host name it came in by: its paths then start at the root. */
  readonly rootVendor?: string;
  /** Path below which the vendors are mounted in somebody's own app; not part of `url`. */
  readonly basePath?: string;
  /** True when the caller may see other sandboxes' names. */
  readonly trusted?: boolean;
}

export interface WireAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** What a client sees: an answer, or the trouble that a fault rule makes of it. */
export type WireResponse =
  | WireAnswer
  /** The connection is cut hard (RST). */
  | { readonly kind: 'reset' }
  /** The connection ends in order, without a byte. */
  | { readonly kind: 'empty' }
  /** Nothing comes until the client gives up. */
  | { readonly kind: 'hang' }
  /** The head promises the whole body, the connection is cut within it. */
  | { readonly kind: 'truncated'; readonly answer: WireAnswer; readonly bytes: number }
  | { readonly kind: 'drip'; readonly answer: WireAnswer; readonly bytesPerSecond: number };
