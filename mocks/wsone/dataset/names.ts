import type { Instant } from '#kernel/instant.ts';
import { nearest } from '#kernel/nearest.ts';
import type { Random } from '#kernel/random.ts';
import { parseDate } from '#kernel/relative-date.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import { ZONE } from '#mocks/wsone/domain/calendar.ts';

export interface DatasetMoment {
  readonly now: Instant;
  readonly random: Random;
}

export type IdsByName = Readonly<Record<string, string>>;

/** In the order in which they stand, which is their place in lists. */
export function eachNamed<T>(
  objects: Readonly<Record<string, T>> | undefined,
  visit: (object: T, name: string, rank: number) => void,
): void {
  for (const [rank, [name, object]] of Object.entries(objects ?? {}).entries()) {
    visit(object, name, rank);
  }
}

/** The id that a name of the data set stands for. */
export function referred(ids: IdsByName, name: string, pointer: string): string {
  const id = Object.hasOwn(ids, name) ? ids[name] : undefined;
  if (id !== undefined) return id;
  const guess = nearest(name, Object.keys(ids));
  const hint = guess === undefined ? '' : `, did you mean "${guess}"?`;
  throw new DatasetProblem(pointer, `unknown name "${name}"${hint}`);
}

export function dateOf(text: string, now: Instant, pointer: string): Instant {
  const date = parseDate(text, now, ZONE);
  if (date === undefined) throw new DatasetProblem(pointer, `there is no date "${text}"`);
  return date;
}
