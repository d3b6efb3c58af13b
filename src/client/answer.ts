/** What the vendor answered to a call: its value, or its no. */
export type Answer<T, F extends VendorFailure = VendorFailure> =
  | { readonly ok: true; readonly value: T; readonly response: Received }
  | { readonly ok: false; readonly failure: F; readonly response: Received };

/** The vendor says no, in its own words. */
export interface VendorFailure {
  readonly code: number | string;
  readonly message: string;
  /** What the vendor calls the status of its answer; HTTP's is in `response.status`. */
  readonly status: number;
}

/** The answer on the wire. */
export interface Received {
  /** Of HTTP. */
  readonly status: number;
  /** Names in lower case; `x-sosie-exchange` is the journal record on a double. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole decoded answer: the value or the failure in the vendor's envelope. */
  readonly body: unknown;
  /** How often the request was sent. */
  readonly attempts: number;
}
