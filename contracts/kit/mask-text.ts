/** 12 to 19 digits that stand alone, in groups or not: as long as a card number. */
const LONG_NUMBER = /(?<![0-9A-Za-z])\d(?:[ -]?\d){11,18}(?![0-9A-Za-z])/g;

/** Hides card numbers in free text: URLs and messages have no contract that could mark them. */
export const maskText = (text: string): string =>
  text.length < 12
    ? text
    : text.replace(LONG_NUMBER, (found) => (isCardNumber(found) ? '***' : found));

/** Luhn's check digit: ids and timestamps that are as long rarely have it. */
function isCardNumber(text: string): boolean {
  let sum = 0;
  let double = false;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) continue;
    const value = double ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
    double = !double;
  }
  return sum % 10 === 0;
}

/** The same for every text in a value. */
export function maskTexts(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(maskTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskTexts(item)]));
}
