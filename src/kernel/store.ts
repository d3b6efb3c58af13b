import type { Eventually } from './lane.ts';
import type { ChangeSet } from './state.ts';

/**
 * Where commits become durable. State lives in the memory of a sandbox's owner; the store is the
 * numbered log behind it. Appending on the expected sequence is what makes two owners safe.
 */
export interface Store {
  /** Joins a sandbox's log, or starts one behind `sequence`; answers the log's last sequence. */
  open(sandbox: string, sequence: number): Eventually<number>;
  /** `conflict` when another owner's change set already has the expected place. */
  append(
    sandbox: string,
    expectedSequence: number,
    changeSet: ChangeSet,
  ): Eventually<'ok' | 'conflict'>;
  /** Change sets behind a sequence, oldest first. */
  read(sandbox: string, fromSequence: number): Eventually<readonly ChangeSet[]>;
  /** Tells that the state up to a sequence is kept elsewhere, so that the log may be shortened. */
  snapshot(sandbox: string, sequence: number): Eventually<void>;
  drop(sandbox: string): Eventually<void>;
}
