import type { IncomingMessage, ServerResponse } from 'node:http';
import { UsageError } from '../config/usage-error.ts';
import type { Core } from '../core.ts';
import { checkedBody, checkedQuery, parseBody } from './input.ts';
import type { FeedEvent } from './journal-feed.ts';
import { Problem } from './problem.ts';
import type { JsonTask, StreamTask, Task, TaskInput } from './task.ts';

/** One call, once its path has led to a task. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export async function answerTask(core: Core, task: Task, call: Call): Promise<void> {
  const { request, parameters, body } = call;
  const query = queryOf(request);
  if (task.kind === 'stream') resume(request, query);
  const input: TaskInput = {
    parameters,
    query: checkedQuery(task, query),
    body: checkedBody(task, parseBody(body, request.headers['content-type'])),
  };
  if (task.kind === 'stream') return answerStream(core, task, { ...call, input });
  return answerJson(core, task, { ...call, input });
}

async function answerJson(
  core: Core,
  task: JsonTask,
  { response, input }: Call & { readonly input: TaskInput },
): Promise<void> {
  const value = await task.run(core, input);
  if (task.answer) return send(response, task.status, value);
  response.writeHead(task.status, common).end();
}

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

function send(response: ServerResponse, status: number, value: unknown): void {
  const headers = { ...common, 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, headers).end(`${JSON.stringify(value)}\n`);
}

/** Says no over HTTP, where that is still possible. */
export function answerProblem(response: ServerResponse, error: unknown): void {
  const problem = problemOf(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const headers: Record<string, string> = {
    ...common,
    'content-type': 'application/problem+json; charset=utf-8',
  };
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer';
  response.writeHead(problem.status, headers).end(`${JSON.stringify(problem)}\n`);
}

/** What says no, whatever was thrown; a defect is told to the terminal. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UsageError) {
    return new Problem(400, 'invalid', { title: 'Invalid request', detail: error.message });
  }
  const { status, type } = httpErrorOf(error);
  if (status !== undefined && status < 500 && error instanceof Error) {
    return new Problem(status, type ?? 'invalid', { title: 'Refused', detail: error.message });
  }
  console.error(error);
  const detail = 'see the terminal of this sosie';
  return new Problem(500, 'defect', { title: 'sosie defect', detail });
}

/** Express's own errors (a body too large, a path that does not decode) carry a status. */
function httpErrorOf(error: unknown): { readonly status?: number; readonly type?: string } {
  if (typeof error !== 'object' || error === null) return {};
  const status = 'status' in error ? Number(error.status) : NaN;
  const type = 'type' in error ? String(error.type).replaceAll('.', '-') : undefined;
  return { ...(Number.isInteger(status) ? { status } : {}), ...(type ? { type } : {}) };
}

function queryOf({ url = '' }: IncomingMessage): URLSearchParams {
  const mark = url.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : url.slice(mark));
}

/** A client that comes back tells how far it was: that is newer than what its URL says. */
function resume({ headers }: IncomingMessage, query: URLSearchParams): void {
  const last = headers['last-event-id'];
  if (typeof last === 'string' && last !== '') query.set('since', last);
}

const SERVER_CHECK_MS = 500;

async function answerStream(
  core: Core,
  task: StreamTask,
  { request, response, input }: Call & { readonly input: TaskInput },
): Promise<void> {
  const ended = new AbortController();
  const events = task.run(core, input, ended.signal);
  response.writeHead(200, { ...common, 'content-type': 'text/event-stream; charset=utf-8' });
  response.once('close', () => ended.abort());
  // A server that is told to close waits for its connections: this one would never end by itself.
  const check = setInterval(() => {
    if (!isListening(request)) ended.abort();
  }, SERVER_CHECK_MS).unref();
  try {
    response.write('retry: 1000\n\n');
    for await (const event of events) {
      if (!response.write(textOf(event))) await drained(response, ended.signal);
    }
  } finally {
    clearInterval(check);
    response.end();
  }
}

function isListening({ socket }: IncomingMessage): boolean {
  // Node keeps the server a socket came from, though its types do not say so.
  const { server } = socket as { readonly server?: { readonly listening: boolean } };
  return server?.listening ?? true;
}

function textOf(event: FeedEvent): string {
  if (event.kind === 'beat') return ': beat\n\n';
  return `id: ${event.id}\nevent: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      response.off('drain', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    if (signal.aborted) return end();
    response.on('drain', end);
    signal.addEventListener('abort', end);
  });
}
