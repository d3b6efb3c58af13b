/** The JSON type of a value: `null`, `array`, `object`, `string`, `number` or `boolean`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
