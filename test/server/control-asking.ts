import { expect } from 'vitest';
import supertest from 'supertest';
import { validatorOf } from '#kit/ajv.ts';
import { ProblemSchema } from '#server/control/schemas.ts';
import { tasks } from '#server/control/tasks/index.ts';
import { controlApp } from '#server/express.ts';
import { createSosie, type Sosie, type SosieOptions } from '#server/index.ts';
import { NOON } from '../support/utick.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';

export interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // Each test knows what it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface Open {
  readonly sosie: Sosie;
  /** A call below `/_sosie/v1`; its answer must be what the table of tasks promises. */
  readonly ask: (method: Method, path: string, body?: object | string) => Promise<Asked>;
  readonly agent: supertest.Agent;
}

/** A sosie with its clock standing at noon, and the control API on it. */
export async function open(options: SosieOptions = {}): Promise<Open> {
  const sosie = await createSosie({ clock: NOON, hardened: true, ...options });
  const agent = supertest(controlApp(sosie.core)) as unknown as supertest.Agent;
  const ask = async (method: Method, path: string, body?: object | string): Promise<Asked> => {
    const url = path.startsWith('/_sosie') ? path : `/_sosie/v1${path}`;
    const call = agent[method.toLowerCase() as 'get'](url);
    const sent =
      body === undefined ? call : call.set('content-type', 'application/json').send(body);
    const { status, headers, body: answer } = (await sent) as unknown as Asked;
    expectPromised(method, url, { status, headers, body: answer });
    return { status, headers, body: answer };
  };
  return { sosie, ask, agent };
}

function expectPromised(method: Method, url: string, { status, headers, body }: Asked): void {
  if (status >= 400) {
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(validatorOf(ProblemSchema)(body)).toEqual([]);
    expect(body.status).toBe(status);
    return;
  }
  const path = url.replace(/\?.*/, '');
  const fitting = tasks.filter((task) => task.method === method && pattern(task.path).test(path));
  const [task] = fitting.sort((a, b) => wildcards(a.path) - wildcards(b.path));
  expect(task, `${method} ${path} is not in the table`).toBeDefined();
  if (task?.kind !== 'json') return;
  expect(status).toBe(task.status);
  if (!task.answer) return expect(body).toEqual({});
  expect(validatorOf(task.answer)(body)).toEqual([]);
}

const wildcards = (path: string): number => path.split('{').length;

const pattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
