import { plus } from '#kernel/duration.ts';
import { isWallTime, twoDigits, type Instant, type WallTime } from '#kernel/instant.ts';
import { fromZoned, zoned } from '#kernel/zone.ts';

/** The vendor's dates are those of Paris. */
export const ZONE = 'Europe/Paris';

const MIDNIGHT = { hour: 0, minute: 0, second: 0 };

/** `07/04/2016 11:00`; undefined for anything else, also for a day that is not. */
export function parseMinute(text: string): Instant | undefined {
  const parts = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [, day, month, year, hour, minute] = parts.map(Number);
  return instantOf({ day, month, year, hour, minute });
}

/** The start of `07/04/2016`. */
export function parseDay(text: string): Instant | undefined {
  const parts = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [, day, month, year] = parts.map(Number);
  return instantOf({ day, month, year });
}

/** The start of `07/04/16`. */
export const parseShortDay = (text: string): Instant | undefined =>
  /^\d\d\/\d\d\/\d\d$/.test(text) ? parseDay(`${text.slice(0, 6)}20${text.slice(6)}`) : undefined;

interface Numbers {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
}

function instantOf({ year = 0, month = 0, day = 0, hour = 0, minute = 0 }: Numbers) {
  const wall: WallTime = { year, month, day, hour, minute, second: 0 };
  return isWallTime(wall) ? fromZoned(wall, ZONE) : undefined;
}

export const startOfDay = (instant: Instant): Instant =>
  fromZoned({ ...zoned(instant, ZONE), ...MIDNIGHT }, ZONE);

/** So many days later by the calendar, at the same time on the wall. */
export const daysLater = (instant: Instant, days: number): Instant =>
  plus(instant, { months: 0, days, ms: 0 }, ZONE);

/** The next instant at which a clock in Paris shows this full hour. */
export function nextHour(instant: Instant, hour: number): Instant {
  const today = fromZoned({ ...zoned(instant, ZONE), hour, minute: 0, second: 0 }, ZONE);
  return today > instant ? today : daysLater(today, 1);
}

/** Month and year of a card's expiry as a number that grows with time. */
const monthNumber = (year: number, month: number): number => year * 12 + month;

/** Whether a card that is good through this `MMYY` is no longer. */
export function isPastMonth(expiry: string, now: Instant): boolean {
  const { year, month } = zoned(now, ZONE);
  const good = monthNumber(2000 + Number(expiry.slice(2)), Number(expiry.slice(0, 2)));
  return good < monthNumber(year, month);
}

/** `PV4` ids hold the day as `040326`. */
export function dayDigits(instant: Instant): string {
  const { day, month, year } = zoned(instant, ZONE);
  return `${twoDigits(day)}${twoDigits(month)}${twoDigits(year % 100)}`;
}

/** `07/04/2016 11:00`, as clients date their orders. */
export function minuteText(instant: Instant): string {
  const { day, month, year, hour, minute } = zoned(instant, ZONE);
  const date = `${twoDigits(day)}/${twoDigits(month)}/${year}`;
  return `${date} ${twoDigits(hour)}:${twoDigits(minute)}`;
}
