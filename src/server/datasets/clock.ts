import { putClock, readClock, startClock, type ClockStart } from '#kernel/clock.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Edits } from '#kernel/transaction.ts';
import { parseClock } from '../config/clock.ts';
import { UsageError } from '../config/usage-error.ts';
import type { DatasetDocument } from './document.ts';

/** The section of a data set that says where the clock starts: as `--clock` does. */
export const CLOCK = 'clock';

/** Where the data set starts the clock; throws a `UsageError` of one line when it is no clock. */
export function clockOf({ sections, where }: DatasetDocument): ClockStart | undefined {
  const text = sections[CLOCK];
  if (text === undefined) return undefined;
  const clock = typeof text === 'string' ? parseClock(text) : undefined;
  if (clock) return clock;
  throw new UsageError(
    `${where(`/${CLOCK}`)}: clock must be running, running@ISO, frozen@ISO or an instant with its zone`,
  );
}

/** A clock that was asked for wins over the data set's: only one that just runs gives way. */
export const givesWay = ({ mode, at }: ClockStart): boolean =>
  mode === 'running' && at === undefined;

/** Answers the sandbox's time from then on. */
export function setClock(edits: Edits, given: ClockStart, host: Instant): Instant {
  const clock = startClock(given, host);
  putClock(edits, clock);
  return readClock(clock, host);
}
