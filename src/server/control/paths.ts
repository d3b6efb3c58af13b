import { nearest } from '#kernel/nearest.ts';
import { Problem } from './problem.ts';
import type { Task } from './task.ts';

/** 404, with the path that was probably meant. */
export function unknownPath(tasks: readonly Task[], path: string): Problem {
  const given = path.split('/');
  const candidates = new Set(tasks.map((task) => filledIn(task.path.split('/'), given)));
  const guess = nearest(path, candidates);
  return new Problem(404, 'unknown-path', {
    title: 'Unknown path',
    detail: `nothing at ${path}${guess ? `, did you mean ${guess}?` : '; see /_sosie/openapi.json'}`,
  });
}

/** A task's path with the caller's own values for its parameters. */
const filledIn = (template: readonly string[], given: readonly string[]): string =>
  template.map((part, at) => (part.startsWith('{') ? (given[at] ?? part) : part)).join('/');

/** 405, with the methods there are. */
export function wrongMethod(tasks: readonly Task[], path: string, method: string): Problem {
  const methods = tasks.filter((task) => task.path === path).map((task) => task.method);
  return new Problem(405, 'method-not-allowed', {
    title: 'Method not allowed',
    detail: `${method} is not for ${path}; it takes ${methods.join(', ')}`,
  });
}
