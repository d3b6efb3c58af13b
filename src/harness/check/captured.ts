/** The body of a message, as far as it was kept. */
export type Body =
  | { readonly kind: 'value'; readonly value: unknown }
  /** As it went over the wire. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-kept'; readonly why: string };

/** A call and its answer, as somebody wrote them down. */
export interface Exchange {
  readonly method: string;
  /** Whole, or from the path on. */
  readonly url: string;
  readonly request: Body;
  /** Undefined: nobody wrote down what was answered. */
  readonly response: { readonly status: number; readonly body: Body } | undefined;
  /** What was secret or unknown was replaced before it was written down. */
  readonly masked: boolean;
  /** The double answered it although no operation did: a page for people. */
  readonly page: boolean;
}

export interface Captured extends Exchange {
  /** `file:line` of a place in it, such as `/response/body/id`. */
  readonly where: (pointer: string) => string;
}
