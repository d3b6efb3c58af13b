import type { Stage } from '../states/stage.ts';
import type { States } from '../states/steps.ts';

/** A vendor, made ready for one interaction or story alone. */
export interface Place {
  /** What stands before the vendor's own paths. */
  readonly baseUrl: string;
  readonly stage: Stage;
  close(): Promise<void>;
}

/** What is verified: one vendor on a double, or the vendor's own test system. */
export interface Target {
  /** A double can be brought into any state; a vendor's own system may lack one. */
  readonly kind: 'double' | 'real';
  readonly vendor: string;
  /** Where it is. */
  readonly url: string;
  readonly states: States;
  /** Why a call that changes something is not to be made; undefined where it may. */
  readonly readOnly: string | undefined;
  open(): Promise<Place>;
}
