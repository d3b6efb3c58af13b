import { formatWallTime, isWallTime } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import type { Scalar } from './numbers.ts';
import { unreadable, type Parsed } from './parsed.ts';

const DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/;
/** The ISO date at the beginning of a wall time. */
const DAY_LENGTH = 10;

/** `01/01/2000` becomes `2000-01-01`, the form in which a day without a time is kept. */
export function day(given: Scalar, pointer: string): Parsed<string> {
  const match = DAY.exec(String(given).trim());
  const at = (group: number): number => Number(match?.[group]);
  const wall = { day: at(1), month: at(2), year: at(3), hour: 0, minute: 0, second: 0 };
  if (!isWallTime(wall)) return unreadable(pointer, 'a date like 01/01/2000');
  return done(formatWallTime(wall).slice(0, DAY_LENGTH));
}

/** The other way round. */
export const dayText = (kept: string): string => kept.split('-').reverse().join('/');
