import type { TSchema } from '@sinclair/typebox';
import { validatorOf } from '#kit/ajv.ts';
import { assertFits, sentenceOf } from './fitting.ts';
import { jsonErrorAt } from '#kit/json-position.ts';
import { invalid, Problem } from './problem.ts';
import type { Task } from './task.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What the bytes of a body say, if it is JSON; an absent body is an empty object. */
export function parseBody(bytes: Uint8Array, contentType: string | undefined): unknown {
  if (bytes.length === 0) return {};
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) {
    throw new Problem(415, 'not-json', {
      title: 'A body must be JSON',
      detail: `send it with content-type application/json, not ${contentType ?? 'without one'}`,
    });
  }
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw malformed('it is not UTF-8');
  }
  try {
    return JSON.parse(text);
  } catch {
    const before = text.slice(0, jsonErrorAt(text)).split('\n');
    throw malformed(`no JSON at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`);
  }
}

const malformed = (detail: string): Problem =>
  new Problem(400, 'malformed-body', { title: 'Malformed body', detail });

export function checkedBody(task: Task, body: unknown): unknown {
  if (!task.body) {
    if (typeof body === 'object' && body !== null && Object.keys(body).length === 0) return {};
    throw invalid('', `${task.method} ${task.path} takes no body`);
  }
  if (task.checkBody) task.checkBody(body);
  else assertFits(task.body, body);
  return body;
}

/** A query is text: what is to be a number is read as one. Each name may stand once. */
export function checkedQuery(
  task: Task,
  query: URLSearchParams,
): Readonly<Record<string, unknown>> {
  const given = new Map<string, unknown>();
  for (const [name, text] of query) {
    if (given.has(name)) throw invalidQuery(name, 'is given twice');
    const schema = task.query.properties[name];
    given.set(name, isNumber(schema, text) ? Number(text) : text);
  }
  const values = Object.fromEntries(given);
  const [violation] = validatorOf(task.query)(values);
  if (!violation) return values;
  throw invalidQuery(violation.pointer.slice(1), sentenceOf(task.query, violation));
}

const isNumber = (schema: TSchema | undefined, text: string): boolean =>
  schema?.['type'] === 'integer' && /^\d{1,15}$/.test(text);

const invalidQuery = (name: string, detail: string): Problem =>
  new Problem(400, 'invalid', { title: 'Invalid query', detail: `${name}: ${detail}` });
