import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration, plus } from '#kernel/duration.ts';
import { formatInstant, parseInstant } from '#kernel/instant.ts';
import { formatZoned } from '#kernel/zone.ts';

const HOUR = 3_600_000;

function later(from: string, duration: string, zone = 'Europe/Paris'): string {
  const instant = parseInstant(from);
  const parsed = parseDuration(duration);
  if (instant === undefined || !parsed) throw new Error(`${from} or ${duration} is not readable`);
  return formatZoned(plus(instant, parsed, zone), zone);
}

describe('a duration', () => {
  it.each([
    ['PT20M', { months: 0, days: 0, ms: HOUR / 3 }],
    ['P1M', { months: 1, days: 0, ms: 0 }],
    ['P1DT2H', { months: 0, days: 1, ms: 2 * HOUR }],
    ['P1Y2M3W4DT5H6M7.5S', { months: 14, days: 25, ms: 5 * HOUR + 6 * 60_000 + 7_500 }],
    ['PT0.001S', { months: 0, days: 0, ms: 1 }],
    ['PT0S', { months: 0, days: 0, ms: 0 }],
  ])('%s is read', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it.each(['', 'P', 'PT', 'P1', '1D', 'P1DT', 'PT1D', 'P1H', 'P-1D', '-P1D', 'P1.5D', 'PT1M1H'])(
    '"%s" is not read',
    (text) => expect(parseDuration(text)).toBeUndefined(),
  );

  it('is not read when it outlasts ten thousand years', () => {
    expect(parseDuration('P10001Y')).toBeUndefined();
    expect(parseDuration('PT999999999H')).toBeUndefined();
  });

  it.each([
    ['P14M', 'P1Y2M'],
    ['P1W', 'P7D'],
    ['PT90M', 'PT1H30M'],
    ['PT36H', 'PT36H'],
    ['PT0.25S', 'PT0.25S'],
    ['PT61.5S', 'PT1M1.5S'],
    ['PT0S', 'PT0S'],
    ['P1DT2H', 'P1DT2H'],
  ])('%s is written %s', (text, written) => {
    expect(formatDuration(parseDuration(text) ?? { months: 0, days: 0, ms: -1 })).toBe(written);
  });
});

describe('a duration later', () => {
  it.each([
    [
      'a month after 31 January is the last of February',
      '2026-01-31T10:00:00+01:00',
      'P1M',
      '2026-02-28T10:00:00+01:00',
    ],
    [
      'a month after 31 January of a leap year is the 29th',
      '2028-01-31T10:00:00+01:00',
      'P1M',
      '2028-02-29T10:00:00+01:00',
    ],
    [
      'a year after a leap day is 28 February',
      '2028-02-29T10:00:00+01:00',
      'P1Y',
      '2029-02-28T10:00:00+01:00',
    ],
    [
      'a month after a December lies in the next year',
      '2026-12-15T10:00:00+01:00',
      'P1M',
      '2027-01-15T10:00:00+01:00',
    ],
    [
      'a day across the spring change keeps the time on the wall',
      '2026-03-28T10:00:00+01:00',
      'P1D',
      '2026-03-29T10:00:00+02:00',
    ],
    [
      '24 hours across the spring change do not',
      '2026-03-28T10:00:00+01:00',
      'PT24H',
      '2026-03-29T11:00:00+02:00',
    ],
    [
      'a day across the autumn change keeps the time on the wall',
      '2026-10-24T10:00:00+02:00',
      'P1D',
      '2026-10-25T10:00:00+01:00',
    ],
    [
      'a day into the hour that spring skips moves forward',
      '2026-03-28T02:30:00+01:00',
      'P1D',
      '2026-03-29T03:30:00+02:00',
    ],
    [
      'a day into the hour that autumn repeats takes the first',
      '2026-10-24T02:30:00+02:00',
      'P1D',
      '2026-10-25T02:30:00+02:00',
    ],
    ['months come before days', '2026-01-31T10:00:00+01:00', 'P1M1D', '2026-03-01T10:00:00+01:00'],
    ['twenty minutes are exact', '2026-03-29T01:50:00+01:00', 'PT20M', '2026-03-29T03:10:00+02:00'],
  ])('%s', (_sentence, from, duration, expected) => {
    expect(later(from, duration)).toBe(expected);
  });

  it('keeps the milliseconds', () => {
    const instant = parseInstant('2026-01-31T10:00:00.123+01:00') ?? 0;
    const moved = plus(instant, { months: 1, days: 0, ms: 0 }, 'Europe/Paris');
    expect(formatInstant(moved)).toBe('2026-02-28T09:00:00.123Z');
  });

  it('may run backwards', () => {
    const instant = parseInstant('2026-03-29T10:00:00+02:00') ?? 0;
    const moved = plus(instant, { months: -1, days: -1, ms: 0 }, 'Europe/Paris');
    expect(formatZoned(moved, 'Europe/Paris')).toBe('2026-02-27T10:00:00+01:00');
  });
});
