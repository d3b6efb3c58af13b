import type { Hint } from '../place.ts';
import type { Scope } from '../read/expression.ts';
import type { Ended } from './call.ts';
import type { Stage } from './stage.ts';

/** A step on its way: where it is played, and what its expressions find. */
export interface Playing {
  readonly stage: Stage;
  readonly scope: Scope;
  readonly hint: Hint;
  /** Of the scenario: notifications that a step before has found. */
  readonly claimed: Set<string>;
  /** Told how a call ended. */
  readonly onEnd?: (ended: Ended) => void;
}
