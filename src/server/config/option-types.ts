import { formatClock, parseClock } from './clock.ts';
import type { ClockStart } from './config.ts';

/** How an option's value is written. Flags and variables give text, a file any YAML value. */
export interface OptionType<T> {
  /** For the help: `<number>`; `[origins]` when the value may be left out; empty for a switch. */
  readonly placeholder: string;
  /** Ends the sentence "must be …". */
  readonly expected: string;
  readonly repeatable?: true;
  /** Nothing when the value is not acceptable. */
  parse(given: unknown): T | undefined;
  /** The value as it would be written on the command line. */
  format(value: T): string;
}

export function wholeNumber(min: number, max: number): OptionType<number> {
  return {
    placeholder: '<number>',
    expected: `a whole number from ${min} to ${max}`,
    parse: (given) => numberWithin(given, min, max),
    format: String,
  };
}

const units: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** `65536`, `64k`, `64MiB`: a kilobyte is 1,024 bytes, however it is written. */
export function byteCount(min: number, max: number): OptionType<number> {
  return {
    placeholder: '<bytes>',
    expected: `a number of bytes from ${min} to ${max}, such as 65536, 64k or 1MiB`,
    parse(given) {
      const [, digits, unit = ''] = /^(\d+) ?(?:([kmg])i?)?b?$/i.exec(scalar(given) ?? '') ?? [];
      const bytes = Number(digits) * (units[unit.toLowerCase()] ?? NaN);
      return bytes >= min && bytes <= max ? bytes : undefined;
    },
    format: String,
  };
}

export function oneOf<const T extends string>(values: readonly T[]): OptionType<T> {
  return {
    placeholder: `<${values.join('|')}>`,
    expected: values.join(' or '),
    parse: (given) => values.find((value) => value === given),
    format: String,
  };
}

export function text(placeholder: string): OptionType<string> {
  return {
    placeholder: `<${placeholder}>`,
    expected: 'a text that is not empty',
    parse: (given) => scalar(given) || undefined,
    format: String,
  };
}

export const onOff: OptionType<boolean> = {
  placeholder: '',
  expected: 'true or false',
  parse(given) {
    const written = scalar(given) ?? '';
    if (['true', '1'].includes(written)) return true;
    return ['false', '0'].includes(written) ? false : undefined;
  },
  format: String,
};

export const webUrl: OptionType<string> = {
  placeholder: '<url>',
  expected: 'an http or https URL without query, such as https://sosie.example.org',
  parse(given) {
    const url = scalar(given) ?? '';
    if (!/^https?:\/\/[^?#]+$/i.test(url) || !URL.canParse(url)) return undefined;
    return url.replace(/\/+$/, '');
  },
  format: String,
};

export const clock: OptionType<ClockStart> = {
  placeholder: '<clock>',
  expected: 'running, running@ISO or frozen@ISO, such as frozen@2026-03-04T10:00:00+01:00',
  parse: (given) => parseClock(scalar(given) ?? ''),
  format: formatClock,
};

/** A single value as text; a file gives numbers and booleans as such. */
export function scalar(given: unknown): string | undefined {
  const isScalar = ['string', 'number', 'boolean'].includes(typeof given);
  return isScalar ? String(given).trim() : undefined;
}

export function numberWithin(given: unknown, min: number, max: number): number | undefined {
  const written = scalar(given) ?? '';
  const number = Number(written);
  return /^\d+$/.test(written) && number >= min && number <= max ? number : undefined;
}
