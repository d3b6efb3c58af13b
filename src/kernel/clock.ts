import type { Instant } from './instant.ts';
import type { State } from './state.ts';
import type { ClockRow, ClockSetting } from './system-tables.ts';
import type { Edits } from './transaction.ts';

const CLOCK = 'clock';
const RUNNING_WITH_HOST: ClockSetting = { mode: 'running', offsetMs: 0 };

export function clockOf(state: State): ClockSetting {
  return state.table<ClockRow>('clock').get(CLOCK)?.clock ?? RUNNING_WITH_HOST;
}

/** How a clock starts: running or standing, from `at` or else from the host's time. */
export interface ClockStart {
  readonly mode: 'running' | 'frozen';
  readonly at: Instant | undefined;
}

export function startClock({ mode, at }: ClockStart, host: Instant): ClockSetting {
  return mode === 'frozen'
    ? { mode, at: at ?? host }
    : { mode, offsetMs: at === undefined ? 0 : at - host };
}

export function readClock(clock: ClockSetting, host: Instant): Instant {
  return clock.mode === 'frozen' ? clock.at : (clock.heldAt ?? host + clock.offsetMs);
}

/** The same clock, kept at an instant while what is due at it runs. */
export function clockHeld(clock: ClockSetting, at: Instant): ClockSetting {
  return clock.mode === 'frozen' ? { mode: 'frozen', at } : { ...clock, heldAt: at };
}

/** How far a clock that runs is from the host's; undefined while it stands. */
export function runningOffset(clock: ClockSetting): number | undefined {
  return clock.mode === 'frozen' || clock.heldAt !== undefined ? undefined : clock.offsetMs;
}

/** The same kind of clock, standing at another instant. */
export function clockAt(clock: ClockSetting, at: Instant, host: Instant): ClockSetting {
  return clock.mode === 'frozen'
    ? { mode: 'frozen', at }
    : { mode: 'running', offsetMs: at - host };
}

export function putClock(edits: Edits, clock: ClockSetting): void {
  edits.table<ClockRow>('clock').put({ id: CLOCK, clock });
}
