import type { Operations } from '#kit/operation.ts';
import type { Signing } from '../states/steps.ts';
import type { Values } from '../states/stage.ts';

export type Credentials = Readonly<Record<string, string>>;

/** The reference client of a vendor, as a state is built with it. */
export interface Caller {
  /** The value that is answered. A refusal is thrown. */
  call(operation: string, message: Values): Promise<unknown>;
  close(): Promise<void>;
}

/** What the harness has to know of a vendor beside its contract. */
export interface HarnessVendor {
  readonly name: string;
  readonly operations: Operations;
  /** Names of the credentials that a caller needs. */
  readonly credentials: readonly string[];
  /** The credential by which one sees whether it opens a test system. */
  readonly telling: string;
  /** Hosts where real people buy, with all below them: nothing is ever sent there. */
  readonly liveHosts: readonly string[];
  callerAt(baseUrl: string, credentials: Credentials): Caller;
  /** What a call carries that is signed at this instant. */
  sign(credentials: Credentials, how: Signing, now: number): Values;
  /** Asks without credentials and without effect. Undefined: it is a test system; else why not. */
  probe(baseUrl: string): Promise<string | undefined>;
}
