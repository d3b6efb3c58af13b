import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '#kernel/instant.ts';
import { randomFrom } from '#kernel/random.ts';

describe('an instant', () => {
  it.each([
    ['in UTC', '2026-03-04T09:00:00Z', Date.UTC(2026, 2, 4, 9)],
    ['with an offset', '2026-03-04T10:00:00+01:00', Date.UTC(2026, 2, 4, 9)],
    ['with an offset without a colon', '2026-03-04T10:00:00+0100', Date.UTC(2026, 2, 4, 9)],
    ['with an offset of hours', '2026-03-04T05:00:00-04', Date.UTC(2026, 2, 4, 9)],
    ['with a half hour in its offset', '2026-03-04T05:30:00-03:30', Date.UTC(2026, 2, 4, 9)],
    ['with tenths', '2026-03-04T09:00:00.5Z', Date.UTC(2026, 2, 4, 9, 0, 0, 500)],
    ['with nanoseconds, cut', '2026-03-04T09:00:00.123999999Z', Date.UTC(2026, 2, 4, 9) + 123],
    ['with a decimal comma', '2026-03-04T09:00:00,25Z', Date.UTC(2026, 2, 4, 9) + 250],
    ['without seconds', '2026-03-04T09:00Z', Date.UTC(2026, 2, 4, 9)],
    ['on a leap day', '2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
    ['on the leap day of 2000', '2000-02-29T00:00:00Z', Date.UTC(2000, 1, 29)],
    ['before 1970', '1969-12-31T23:59:59.999Z', -1],
  ])('is read %s', (_case, text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    ['without a zone', '2026-03-04T10:00:00'],
    ['without a time', '2026-03-04'],
    ['on 30 February', '2026-02-30T10:00:00Z'],
    ['on 29 February of a common year', '2026-02-29T10:00:00Z'],
    ['on 29 February 1900', '1900-02-29T10:00:00Z'],
    ['on 31 April', '2026-04-31T10:00:00Z'],
    ['in month 13', '2026-13-01T10:00:00Z'],
    ['on day 0', '2026-01-00T10:00:00Z'],
    ['at 24 hours', '2026-03-04T24:00:00Z'],
    ['at minute 60', '2026-03-04T10:60:00Z'],
    ['at second 60', '2026-03-04T10:00:60Z'],
    ['with an offset of 60 minutes', '2026-03-04T10:00:00+01:60'],
    ['with an offset beyond 14 hours', '2026-03-04T10:00:00+14:01'],
    ['with a space for the T', '2026-03-04 10:00:00Z'],
    ['with text after it', '2026-03-04T10:00:00Z '],
    ['as nothing', ''],
  ])('is not read %s', (_case, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('is written in UTC, with milliseconds only when there are any', () => {
    expect(formatInstant(Date.UTC(2026, 2, 4, 9))).toBe('2026-03-04T09:00:00Z');
    expect(formatInstant(Date.UTC(2026, 2, 4, 9, 0, 0, 7))).toBe('2026-03-04T09:00:00.007Z');
    expect(formatInstant(Date.UTC(12026, 0, 1))).toBe('+012026-01-01T00:00:00Z');
  });

  it('agrees with the platform, and comes back, for 20,000 moments of eight centuries', () => {
    const random = randomFrom('instants');
    for (let round = 0; round < 20_000; round += 1) {
      const instant = random.int(Date.UTC(1600, 0, 1), Date.UTC(2400, 0, 1));
      const text = formatInstant(instant);
      expect(text).toBe(new Date(instant).toISOString().replace('.000Z', 'Z'));
      expect(parseInstant(text)).toBe(instant);
    }
  });
});
