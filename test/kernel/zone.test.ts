import { describe, expect, it } from 'vitest';
import { parseInstant } from '#kernel/instant.ts';
import { randomFrom } from '#kernel/random.ts';
import { formatZoned, fromZoned, isZone, offsetMinutes, zoned } from '#kernel/zone.ts';

const FROM = Date.UTC(1970, 0, 1);
const TO = Date.UTC(2100, 0, 1);

function instantOf(text: string): number {
  return parseInstant(text) ?? Number.NaN;
}

function platformText(instant: number, formatter: Intl.DateTimeFormat): string {
  const part = Object.fromEntries(
    formatter.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const offset = (part['timeZoneName'] ?? '').replace('GMT', '') || '+00:00';
  const date = `${part['year']}-${part['month']}-${part['day']}`;
  return `${date}T${part['hour']}:${part['minute']}:${part['second']}${offset}`;
}

function platformFormatter(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
}

describe.each(['Europe/Paris', 'Europe/Brussels'])('the wall clock of %s', (zone) => {
  it.each([
    ['the last second of winter', '2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
    ['the first second of summer', '2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
    ['the last second of summer', '2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
    ['the first second of winter', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
    ['new year', '2026-12-31T23:00:00Z', '2027-01-01T00:00:00+01:00'],
    ['a moment, without its milliseconds', '2026-07-04T08:00:00.999Z', '2026-07-04T10:00:00+02:00'],
  ])('shows %s', (_moment, instant, text) => {
    expect(formatZoned(instantOf(instant), zone)).toBe(text);
  });

  it('moves a time that the spring change skips forward by the hour', () => {
    const wall = { year: 2026, month: 3, day: 29, hour: 2, minute: 30, second: 0 };
    expect(fromZoned(wall, zone)).toBe(instantOf('2026-03-29T03:30:00+02:00'));
  });

  it('takes the first of the two times that the autumn change shows', () => {
    const wall = { year: 2026, month: 10, day: 25, hour: 2, minute: 30, second: 0 };
    expect(fromZoned(wall, zone)).toBe(instantOf('2026-10-25T02:30:00+02:00'));
  });

  it('agrees with the platform for 5,000 moments from 1970 to 2100', () => {
    const random = randomFrom(`moments of ${zone}`);
    const formatter = platformFormatter(zone);
    for (let round = 0; round < 5_000; round += 1) {
      const instant = random.int(FROM, TO);
      expect(formatZoned(instant, zone)).toBe(platformText(instant, formatter));
    }
  });

  it('leads back to the instant, or to the first of two that look alike', () => {
    const random = randomFrom(`there and back in ${zone}`);
    for (let round = 0; round < 5_000; round += 1) {
      const instant = random.int(FROM / 1_000, TO / 1_000) * 1_000;
      const back = fromZoned(zoned(instant, zone), zone);
      expect([0, -3_600_000]).toContain(back - instant);
      expect({ ...zoned(back, zone), offsetMinutes: 0 }).toEqual({
        ...zoned(instant, zone),
        offsetMinutes: 0,
      });
    }
  });

  it('changes at the very second at which the platform changes, for 60 years', () => {
    const formatter = platformFormatter(zone);
    for (let day = 0; day < 60 * 366; day += 1) {
      const from = day * 86_400_000;
      if (offsetMinutes(from, zone) === offsetMinutes(from + 86_400_000, zone)) continue;
      for (let instant = from; instant <= from + 86_400_000; instant += 900_000) {
        expect(formatZoned(instant, zone)).toBe(platformText(instant, formatter));
        expect(formatZoned(instant - 1, zone)).toBe(platformText(instant - 1, formatter));
      }
    }
  });
});

describe('a zone', () => {
  it('may be half an hour off, west of Greenwich, or a day away from the past', () => {
    const instant = instantOf('2026-07-04T08:00:00Z');
    expect(formatZoned(instant, 'Asia/Kolkata')).toBe('2026-07-04T13:30:00+05:30');
    expect(formatZoned(instant, 'America/St_Johns')).toBe('2026-07-04T05:30:00-02:30');
    expect(formatZoned(instant, 'UTC')).toBe('2026-07-04T08:00:00+00:00');
    const skipped = { year: 2011, month: 12, day: 30, hour: 12, minute: 0, second: 0 };
    expect(formatZoned(fromZoned(skipped, 'Pacific/Apia'), 'Pacific/Apia')).toBe(
      '2011-12-31T12:00:00+14:00',
    );
  });

  it('is known by its IANA name only', () => {
    expect(isZone('Europe/Paris')).toBe(true);
    expect(isZone('Europe/Lutetia')).toBe(false);
  });

  it('keeps a bounded memory without losing the right answer', () => {
    const offsets = new Set<number>();
    for (let day = 0; day < 10_000; day += 1) {
      offsets.add(offsetMinutes(day * 86_400_000, 'Europe/Paris'));
    }
    expect(offsets).toEqual(new Set([60, 120]));
  });
});
