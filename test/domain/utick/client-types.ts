/** How the vendor's PHP client reads a field, and what it breaks on: measured over all fields. */
export type FieldClass =
  | 'S' // text: any scalar
  | 'I' // integer: a number, digits, a boolean
  | 'B' // boolean: any scalar
  | 'D' // date and time with a zone, to the second
  | 'd' // date; bad text is no date
  | 'O' // object, or something empty
  | 'O!' // object, never empty
  | 'L' // list
  | 'M' // metadata: an object or a list
  | 'any';

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d(:?\d\d)?)$/;

const isScalar = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isFilled = (value: unknown): boolean =>
  isObject(value) && Object.keys(value as object).length > 0;

const accepts: Readonly<Record<FieldClass, (value: unknown) => boolean>> = {
  S: isScalar,
  I: (value) => (typeof value !== 'string' ? isScalar(value) : /^-?\d+(\.\d+)?$/.test(value)),
  B: isScalar,
  D: (value) => typeof value === 'string' && DATE.test(value),
  d: isScalar,
  O: (value) =>
    isObject(value) ||
    value === '' ||
    value === 0 ||
    value === false ||
    (Array.isArray(value) && value.length === 0),
  'O!': isFilled,
  L: Array.isArray,
  M: (value) => isObject(value) || Array.isArray(value),
  any: () => true,
};

/** Null and absent are safe wherever the client has a default. */
export const isReadable = (type: FieldClass, value: unknown): boolean =>
  value === undefined || value === null || accepts[type](value);
