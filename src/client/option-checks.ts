import { OptionsError } from './errors/options-error.ts';

/** More than a timer takes is no limit: it would strike at once. */
const MOST = 2 ** 31 - 1;

export function atLeast(least: number, option: string, value: number): number {
  if (value >= least && value <= MOST) return value;
  throw new OptionsError(option, `${value} is not between ${least} and ${MOST}`);
}

/** Whoever has no types may leave out what is needed. */
export function filled(option: string, value: string | undefined): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new OptionsError(option, 'it is needed, and not empty');
}
