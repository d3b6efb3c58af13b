import { UsageError } from '#server/config/usage-error.ts';

/** Which numbers are allowed, sosie says: here it only has to be one. */
export function numberOf(flag: string, text: string): number {
  if (/^-?\d{1,16}(\.\d+)?$/.test(text)) return Number(text);
  throw new UsageError(`${flag} must be a number, not "${text}"`);
}

export function jsonOf(flag: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`${flag} must be JSON`);
  }
}
