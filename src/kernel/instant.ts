/** Milliseconds since 1970-01-01T00:00:00Z, whole. */
export type Instant = number;

/** A moment as a calendar and a wall clock show it; months and days count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** XML Schema allows no offset beyond fourteen hours; no zone on Earth needs more. */
const MAX_OFFSET_MINUTES = 14 * 60;

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?)$/;

/** ISO 8601 with a zone; undefined for anything else, impossible dates such as 30 February too. */
export function parseInstant(text: string): Instant | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const at = (group: number): number => Number(match[group] ?? 0);
  const wall: WallTime = {
    year: at(1),
    month: at(2),
    day: at(3),
    hour: at(4),
    minute: at(5),
    second: at(6),
  };
  if (!isWallTime(wall) || at(10) > 59) return undefined;
  const offsetMinutes = at(9) * 60 + at(10);
  if (offsetMinutes > MAX_OFFSET_MINUTES) return undefined;
  const ms = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  return utcInstant(wall) + ms + (match[8] === '-' ? offsetMinutes : -offsetMinutes) * MINUTE_MS;
}

/** `2026-03-04T09:00:00Z`, with `.123` only when there are milliseconds. */
export function formatInstant(instant: Instant): string {
  const ms = modulo(instant, SECOND_MS);
  const fraction = ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`;
  return `${formatWallTime(utcWallTime(instant))}${fraction}Z`;
}

/** `2026-03-04T09:00:00`, without a zone. */
export function formatWallTime(wall: WallTime): string {
  const date = `${formatYear(wall.year)}-${twoDigits(wall.month)}-${twoDigits(wall.day)}`;
  return `${date}T${twoDigits(wall.hour)}:${twoDigits(wall.minute)}:${twoDigits(wall.second)}`;
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

export function isWallTime(wall: WallTime): boolean {
  return (
    isBetween(wall.month, 1, 12) &&
    isBetween(wall.day, 1, daysInMonth(wall.year, wall.month)) &&
    isBetween(wall.hour, 0, 23) &&
    isBetween(wall.minute, 0, 59) &&
    isBetween(wall.second, 0, 59)
  );
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The instant at which a clock in UTC shows this wall time. */
export function utcInstant(wall: WallTime): Instant {
  const day = daysSinceEpoch(wall.year, wall.month, wall.day);
  return day * DAY_MS + wall.hour * HOUR_MS + wall.minute * MINUTE_MS + wall.second * SECOND_MS;
}

/** What a clock in UTC shows, down to the second. */
export function utcWallTime(instant: Instant): WallTime {
  const days = Math.floor(instant / DAY_MS);
  const seconds = Math.floor((instant - days * DAY_MS) / SECOND_MS);
  // Years are counted from 1 March of year 0, so that the leap day is the last day of its year;
  // 400 of them, an era, always have 146,097 days. The method is Howard Hinnant's civil_from_days.
  const sinceMarch = days + 719_468;
  const era = Math.floor(sinceMarch / 146_097);
  const dayOfEra = sinceMarch - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
    hour: Math.floor(seconds / 3_600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

/** The remainder that is never negative, also before 1970. */
export function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}

/** The inverse of the calendar part of utcWallTime; the day may lie outside its month. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const marchMonth = month <= 2 ? month + 9 : month - 3;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

function formatYear(year: number): string {
  if (year >= 1_000 && year <= 9_999) return String(year);
  if (year >= 0 && year <= 9_999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isBetween(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}
