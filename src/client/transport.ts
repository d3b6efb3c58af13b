/** A request as plain data. */
export interface TransportRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** On GET and DELETE too, where the vendor reads one. */
  readonly body: string;
  /** Aborted when the call's time is over or its caller gives up. */
  readonly signal: AbortSignal;
}

/** An answer as plain data, whole. */
export interface TransportResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/**
 * Carries a request to the vendor and brings its answer, whatever its status. Where there is none
 * it throws a `TransportError`.
 */
export interface Transport {
  (request: TransportRequest): Promise<TransportResponse>;
  /** Waited for before a call's time starts: what the transport itself needs to be loaded. */
  ready?(): Promise<unknown>;
  /** Ends idle connections; the client that made the transport calls it. */
  close?(): Promise<void>;
}
