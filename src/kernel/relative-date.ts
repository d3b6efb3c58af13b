import { plus, type Duration } from './duration.ts';
import { HOUR_MS, MINUTE_MS, parseInstant, type Instant } from './instant.ts';
import { fromZoned, zoned, type Zone } from './zone.ts';

const RELATIVE = /^now(?:([+-])(\d{1,5})(mo|w|d|h|m))?(?:@([01]\d|2[0-3]):([0-5]\d))?$/;
const ABSOLUTE = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)';

/** For schemas: `now`, `now+30d`, `now+30d@20:00`, `now-2h`, or ISO 8601 with zone. */
export const DATE_PATTERN = `^(now([+-]\\d{1,5}(mo|w|d|h|m))?(@([01]\\d|2[0-3]):[0-5]\\d)?|${ABSOLUTE})$`;

/**
 * A date of a data set. Days, weeks and months are the zone's; `@20:00` is a time on that day's
 * wall there. Undefined for anything else.
 */
export function parseDate(text: string, now: Instant, zone: Zone): Instant | undefined {
  const match = RELATIVE.exec(text);
  if (!match) return parseInstant(text);
  const [, sign, amount, unit, hour, minute] = match;
  const count = Number(amount ?? 0) * (sign === '-' ? -1 : 1);
  const moved = plus(now, durationOf(count, unit), zone);
  if (hour === undefined) return moved;
  const wall = { ...zoned(moved, zone), hour: Number(hour), minute: Number(minute), second: 0 };
  return fromZoned(wall, zone);
}

function durationOf(count: number, unit: string | undefined): Duration {
  switch (unit) {
    case 'mo':
      return { months: count, days: 0, ms: 0 };
    case 'w':
      return { months: 0, days: 7 * count, ms: 0 };
    case 'd':
      return { months: 0, days: count, ms: 0 };
    case 'h':
      return { months: 0, days: 0, ms: count * HOUR_MS };
    default:
      return { months: 0, days: 0, ms: count * MINUTE_MS };
  }
}
