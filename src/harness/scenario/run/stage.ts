import type { VendorClient } from '../vendors.ts';
import type { Finding } from '../place.ts';
import type { Scenario } from '../scenario.ts';
import type { Sandbox } from './sandbox.ts';

/** Where one scenario is played. */
export interface Stage {
  /** By vendor and kind, names and ids: `data.utick.stocks.hedda`. */
  readonly data: unknown;
  client(vendor: string): VendorClient | undefined;
  /** Undefined at a vendor's own system: there, nobody is behind the counter. */
  readonly sandbox: Sandbox | undefined;
  /** Why a call that changes something is not made; undefined where it is. */
  readonly readOnly: string | undefined;
  /** The time there, as ISO 8601. */
  now(): Promise<string>;
  close(): Promise<void>;
}

export type Opened =
  | { readonly kind: 'open'; readonly stage: Stage }
  /** Nothing is wrong, but this target cannot play it. */
  | { readonly kind: 'unfit'; readonly reason: string };

/** What scenarios are replayed against. */
export interface Target {
  /** For people: `double, in process`. */
  readonly title: string;
  /** As it is given on the command line; undefined for what is meant without. */
  readonly given: string | undefined;
  /** What the target knows to be wrong with the scenarios, before any is played. */
  check(scenarios: readonly Scenario[]): Promise<readonly Finding[]>;
  open(scenario: Scenario): Promise<Opened>;
  close(): Promise<void>;
}
