import { DAY_MS, daysInMonth, HOUR_MS, MINUTE_MS, modulo, SECOND_MS } from './instant.ts';
import type { Instant } from './instant.ts';
import { fromZoned, zoned } from './zone.ts';
import type { Zone } from './zone.ts';

/** Three units that do not convert into one another: a month varies, and so does a day. */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly ms: number;
}

const ISO =
  /^P(?=\d|T\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,](\d{1,9}))?S)?)?$/;

/** Keeps every instant reached from our times within what a calendar can show. */
const MAX_YEARS = 10_000;

/** ISO 8601: `PT20M`, `P1M`, `P1DT2H`, `P2W`, `PT0.5S`; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const at = (group: number): number => Number(match[group] ?? 0);
  const duration: Duration = {
    months: at(1) * 12 + at(2),
    days: at(3) * 7 + at(4),
    ms:
      at(5) * HOUR_MS +
      at(6) * MINUTE_MS +
      at(7) * SECOND_MS +
      Number((match[8] ?? '').slice(0, 3).padEnd(3, '0')),
  };
  const years = duration.months / 12 + (duration.days + duration.ms / DAY_MS) / 365;
  return years > MAX_YEARS ? undefined : duration;
}

/** The shortest ISO 8601 text: `P1M`, `PT1H30M`, `PT0S`. For durations that run forward. */
export function formatDuration(duration: Duration): string {
  const { months, days, ms } = duration;
  const date = unit(Math.floor(months / 12), 'Y') + unit(months % 12, 'M') + unit(days, 'D');
  const fraction = ms % SECOND_MS === 0 ? '' : String((ms % SECOND_MS) / SECOND_MS).slice(1);
  const seconds = Math.floor(ms / SECOND_MS) % 60;
  const time =
    unit(Math.floor(ms / HOUR_MS), 'H') +
    unit(Math.floor(ms / MINUTE_MS) % 60, 'M') +
    (fraction === '' ? unit(seconds, 'S') : `${seconds}${fraction}S`);
  if (time !== '') return `P${date}T${time}`;
  return date === '' ? 'PT0S' : `P${date}`;
}

/**
 * The instant after this duration, by the zone's calendar: 31 January plus a month is the last of
 * February; a day later the wall shows the same time, also across a change of the clocks; hours
 * and less are exact. Months come first, then days, then the rest; each may be negative.
 */
export function plus(instant: Instant, duration: Duration, zone: Zone): Instant {
  if (duration.months === 0 && duration.days === 0) return instant + duration.ms;
  const wall = zoned(instant, zone);
  const months = wall.year * 12 + (wall.month - 1) + duration.months;
  const year = Math.floor(months / 12);
  const month = modulo(months, 12) + 1;
  const day = Math.min(wall.day, daysInMonth(year, month)) + duration.days;
  const moved = fromZoned({ ...wall, year, month, day }, zone);
  return moved + modulo(instant, SECOND_MS) + duration.ms;
}

function unit(value: number, letter: string): string {
  return value === 0 ? '' : `${value}${letter}`;
}
