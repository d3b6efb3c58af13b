/** A number as its digits: `12.57`, `-3`. Never a float, which cannot hold most cents. */
export type Decimal = `${number}`;

/** What a decimal is when it is counted with. */
interface Scaled {
  readonly digits: bigint;
  /** How many of the digits are behind the point. */
  readonly places: number;
}

const FORM = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const MOST_LENGTH = 40;

export const isDecimal = (text: unknown): text is Decimal =>
  typeof text === 'string' && text.length <= MOST_LENGTH && FORM.test(text);

function scaled(decimal: Decimal): Scaled {
  const [, sign = '', whole = '', fraction = ''] = FORM.exec(decimal) ?? [];
  if (whole === '') throw new TypeError(`“${decimal}” is no decimal like 12.57`);
  return {
    digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`),
    places: fraction.length,
  };
}

function textOf({ digits, places }: Scaled): Decimal {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const point = text.length - places;
  const fraction = places === 0 ? '' : `.${text.slice(point)}`;
  return `${sign}${text.slice(0, point)}${fraction}` as Decimal; // digits around one point
}

const aligned = ({ digits, places }: Scaled, to: number): bigint =>
  digits * 10n ** BigInt(to - places);

export function sumOf(decimals: readonly Decimal[]): Decimal {
  const all = decimals.map(scaled);
  const places = Math.max(0, ...all.map((one) => one.places));
  return textOf({ digits: all.reduce((sum, one) => sum + aligned(one, places), 0n), places });
}

export function productOf(one: Decimal, other: Decimal): Decimal {
  const [a, b] = [scaled(one), scaled(other)];
  return textOf({ digits: a.digits * b.digits, places: a.places + b.places });
}

/** To so many digits behind the point, half of the last one away from zero. */
export function rounded(decimal: Decimal, places: number): Decimal {
  const given = scaled(decimal);
  if (given.places <= places) return textOf({ digits: aligned(given, places), places });
  const unit = 10n ** BigInt(given.places - places);
  const half = given.digits < 0n ? -unit / 2n : unit / 2n;
  return textOf({ digits: (given.digits + half) / unit, places });
}

/** `17.0` and `17.00` are the same. */
export function isSameDecimal(one: Decimal, other: Decimal): boolean {
  const [a, b] = [scaled(one), scaled(other)];
  const places = Math.max(a.places, b.places);
  return aligned(a, places) === aligned(b, places);
}

const EXPONENT = /^(-?\d+)(?:\.(\d+))?[eE]([+-]?\d{1,3})$/;

/** A number of JSON as a decimal: what Java writes as `1.0E7` is `10000000`. */
export function decimalOf(source: string): Decimal {
  const [, whole = '', fraction = '', exponent] = EXPONENT.exec(source) ?? [];
  if (exponent === undefined) return source as Decimal; // JSON has no other form
  const places = fraction.length - Number(exponent);
  const digits = BigInt(`${whole}${fraction}`);
  return places >= 0
    ? textOf({ digits, places })
    : textOf({ digits: digits * 10n ** BigInt(-places), places: 0 });
}
