import { plus } from '#kernel/duration.ts';
import { SECOND_MS, type Instant } from '#kernel/instant.ts';
import { fromZoned, zoned } from '#kernel/zone.ts';

/** The vendor names no zone; its customers are French. */
export const ZONE = 'Europe/Paris';

/** 00:00:00 of the same day. */
export const startOfDay = (at: Instant): Instant =>
  fromZoned({ ...zoned(at, ZONE), hour: 0, minute: 0, second: 0 }, ZONE);

/** 23:59:59 so many days later. */
export function endOfDay(at: Instant, days: number): Instant {
  const next = plus(startOfDay(at), { months: 0, days: days + 1, ms: 0 }, ZONE);
  return next - SECOND_MS;
}
