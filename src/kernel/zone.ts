import { assert } from './defect.ts';
import {
  DAY_MS,
  formatWallTime,
  MINUTE_MS,
  SECOND_MS,
  twoDigits,
  utcInstant,
  utcWallTime,
} from './instant.ts';
import type { Instant, WallTime } from './instant.ts';

/** An IANA name such as `Europe/Paris`. */
export type Zone = string;

export interface ZonedTime extends WallTime {
  /** East of Greenwich is positive: 120 in a Paris summer. */
  readonly offsetMinutes: number;
}

/**
 * One span of time with at most one change of offset in it. No zone has changed twice within six
 * days since 1970, so offsets that agree at both ends of a span hold all through it.
 */
interface Span {
  readonly changesAt: Instant;
  readonly offsetBeforeMs: number;
  readonly offsetAfterMs: number;
}

interface Clockwork {
  readonly formatter: Intl.DateTimeFormat;
  readonly spans: Map<number, Span>;
  lastSpanNumber: number;
  lastSpan: Span;
  /** By second: an answer tells the same few times again and again. */
  readonly texts: Map<number, string>;
}

const SPAN_MS = 4 * DAY_MS;
/** Eleven years of one zone; what is dropped is only computed again. */
const MAX_SPANS = 1_024;
const MAX_TEXTS = 256;
/** A process meets two or three zones; the limit only guards against a caller who sends names. */
const MAX_ZONES = 64;
const NO_SPAN: Span = { changesAt: 0, offsetBeforeMs: 0, offsetAfterMs: 0 };
const clockworks = new Map<Zone, Clockwork>();

export function isZone(name: string): boolean {
  try {
    return clockworkOf(name) !== undefined;
  } catch {
    return false;
  }
}

export function offsetMinutes(instant: Instant, zone: Zone): number {
  return offsetMs(instant, clockworkOf(zone)) / MINUTE_MS;
}

/** What a clock on the wall of this zone shows. */
export function zoned(instant: Instant, zone: Zone): ZonedTime {
  const offset = offsetMs(instant, clockworkOf(zone));
  const { year, month, day, hour, minute, second } = utcWallTime(instant + offset);
  return { year, month, day, hour, minute, second, offsetMinutes: offset / MINUTE_MS };
}

/**
 * When the wall shows this time. A time that a spring change skips moves forward by the gap; of a
 * time that an autumn change shows twice, the first is meant.
 */
export function fromZoned(wall: WallTime, zone: Zone): Instant {
  const clockwork = clockworkOf(zone);
  const local = utcInstant(wall);
  // No offset is a day long: one day away, on either side, the change is certainly not yet / over.
  const before = local - offsetMs(local - DAY_MS, clockwork);
  const after = local - offsetMs(local + DAY_MS, clockwork);
  if (before === after || before + offsetMs(before, clockwork) === local) return before;
  if (after + offsetMs(after, clockwork) === local) return after;
  return before;
}

/** `2026-07-04T10:00:00+02:00`, without milliseconds. */
export function formatZoned(instant: Instant, zone: Zone): string {
  const clockwork = clockworkOf(zone);
  const second = Math.floor(instant / SECOND_MS);
  const known = clockwork.texts.get(second);
  if (known !== undefined) return known;
  const offset = offsetMs(instant, clockwork);
  const text = formatWallTime(utcWallTime(instant + offset)) + formatOffset(offset);
  if (clockwork.texts.size >= MAX_TEXTS) clockwork.texts.clear();
  clockwork.texts.set(second, text);
  return text;
}

function formatOffset(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / MINUTE_MS);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function offsetMs(instant: Instant, clockwork: Clockwork): number {
  const number = Math.floor(instant / SPAN_MS);
  if (number !== clockwork.lastSpanNumber) {
    clockwork.lastSpan = spanOf(number, clockwork);
    clockwork.lastSpanNumber = number;
  }
  const span = clockwork.lastSpan;
  return instant < span.changesAt ? span.offsetBeforeMs : span.offsetAfterMs;
}

function clockworkOf(zone: Zone): Clockwork {
  const known = clockworks.get(zone);
  if (known) return known;
  if (clockworks.size >= MAX_ZONES) clockworks.clear();
  const clockwork: Clockwork = {
    formatter: new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }),
    spans: new Map(),
    lastSpanNumber: Number.NaN,
    lastSpan: NO_SPAN,
    texts: new Map(),
  };
  clockworks.set(zone, clockwork);
  return clockwork;
}

function spanOf(number: number, clockwork: Clockwork): Span {
  const known = clockwork.spans.get(number);
  if (known) return known;
  if (clockwork.spans.size >= MAX_SPANS) clockwork.spans.clear();
  const span = findSpan(number * SPAN_MS, clockwork.formatter);
  clockwork.spans.set(number, span);
  return span;
}

function findSpan(from: Instant, formatter: Intl.DateTimeFormat): Span {
  const offsetBeforeMs = askOffsetMs(from, formatter);
  const offsetAfterMs = askOffsetMs(from + SPAN_MS, formatter);
  if (offsetBeforeMs === offsetAfterMs) return { changesAt: from, offsetBeforeMs, offsetAfterMs };
  let unchanged = from;
  let changed = from + SPAN_MS;
  while (changed - unchanged > SECOND_MS) {
    const middle = unchanged + Math.floor((changed - unchanged) / 2 / SECOND_MS) * SECOND_MS;
    if (askOffsetMs(middle, formatter) === offsetBeforeMs) unchanged = middle;
    else changed = middle;
  }
  return { changesAt: changed, offsetBeforeMs, offsetAfterMs };
}

/** Costs microseconds: `10/25/2026, GMT+02:00`, and bare `GMT` for no offset on some platforms. */
function askOffsetMs(instant: Instant, formatter: Intl.DateTimeFormat): number {
  const text = formatter.format(instant);
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  assert(match, `the platform writes an offset as ${text}`);
  const at = (group: number): number => Number(match[group] ?? 0);
  const offset = (at(2) * 60 + at(3)) * MINUTE_MS + at(4) * SECOND_MS;
  return match[1] === '-' ? -offset : offset;
}
