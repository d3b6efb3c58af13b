import { formatInstant, parseInstant } from '#kernel/instant.ts';
import type { ClockStart } from './config.ts';

/**
 * `running`, `running@ISO` or `frozen@ISO`; an instant alone is a frozen clock.
 * The instant names its zone: `2026-03-04T10:00:00+01:00`.
 */
export function parseClock(text: string): ClockStart | undefined {
  if (text === 'running') return { mode: 'running', at: undefined };
  const split = text.indexOf('@');
  const mode = split < 0 ? 'frozen' : text.slice(0, split);
  const at = parseInstant(text.slice(split + 1));
  if (at === undefined || (mode !== 'running' && mode !== 'frozen')) return undefined;
  return { mode, at };
}

export function formatClock(clock: ClockStart): string {
  return clock.at === undefined ? clock.mode : `${clock.mode}@${formatInstant(clock.at)}`;
}
