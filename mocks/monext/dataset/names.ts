import { nearest } from '#kernel/nearest.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';

export type IdsByName = Readonly<Record<string, string>>;

export function mapNamed<T>(
  objects: Readonly<Record<string, T>> | undefined,
  map: (object: T, name: string) => string,
): IdsByName {
  const entries = Object.entries(objects ?? {});
  return Object.fromEntries(entries.map(([name, object]) => [name, map(object, name)]));
}

/** What a name of the data set stands for. */
export function referred<T>(
  objects: Readonly<Record<string, T>> | undefined,
  name: string,
  pointer: string,
): T {
  const found = objects && Object.hasOwn(objects, name) ? objects[name] : undefined;
  if (found !== undefined) return found;
  const guess = nearest(name, Object.keys(objects ?? {}));
  const hint = guess ? `, did you mean "${guess}"?` : '';
  throw new DatasetProblem(pointer, `unknown name "${name}"${hint}`);
}
