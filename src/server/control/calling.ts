import type { Core } from '../core.ts';
import { problemOf } from './answering.ts';
import { checkedBody, checkedQuery, parseBody } from './input.ts';
import { unknownPath, wrongMethod } from './paths.ts';
import { Problem } from './problem.ts';
import type { JsonTask } from './task.ts';
import { tasks } from './tasks/index.ts';

/** A call of the control API in the same process. */
export interface ControlCall {
  readonly method: string;
  /** Path and query: `/_sosie/v1/sandboxes?…`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Uint8Array;
}

export interface ControlAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where nothing is answered but the status. */
  readonly body: string;
}

const NOTHING = new Uint8Array(0);

/** The same tasks, checks and answers as over a port; who is in the process needs no token. */
export async function callControl(core: Core, call: ControlCall): Promise<ControlAnswer> {
  try {
    const { task, parameters, query } = routed(call);
    const { body = NOTHING, headers = {} } = call;
    const value = await task.run(core, {
      parameters,
      query: checkedQuery(task, query),
      body: checkedBody(task, parseBody(body, headers['content-type'])),
    });
    if (!task.answer) return { status: task.status, headers: {}, body: '' };
    return answer(task.status, 'application/json', value);
  } catch (error) {
    const problem = problemOf(error);
    return answer(problem.status, 'application/problem+json', problem);
  }
}

const answer = (status: number, type: string, value: unknown): ControlAnswer => ({
  status,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body: `${JSON.stringify(value)}\n`,
});

interface Routed {
  readonly task: JsonTask;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

function routed({ method, url }: ControlCall): Routed {
  const [path = '', query = ''] = url.split('?');
  // The first that fits is meant, as with a router.
  for (const task of tasks) {
    const parameters = parametersOf(task.path, path);
    if (!parameters) continue;
    const same = tasks.find((one) => one.path === task.path && one.method === method);
    if (!same) throw wrongMethod(tasks, task.path, method);
    if (same.kind === 'json') return { task: same, parameters, query: new URLSearchParams(query) };
    const detail = 'events come over a port only: read the journal instead';
    throw new Problem(501, 'not-built', { title: 'Not in process', detail });
  }
  throw unknownPath(tasks, path);
}

function parametersOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const found = given[at] ?? '';
    if (part.startsWith('{') && found !== '') parameters[part.slice(1, -1)] = decoded(found);
    else if (part !== found) return undefined;
  }
  return parameters;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Problem(400, 'invalid', {
      title: 'Refused',
      detail: `"${segment}" is not percent-encoded`,
    });
  }
}
