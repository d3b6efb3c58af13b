import { Type, type Static, type TObject, type TSchema } from '@sinclair/typebox';
import type { Eventually } from '#kernel/lane.ts';
import type { Core } from '../core.ts';
import type { FeedEvent } from './journal-feed.ts';
import { notBuilt } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Status = 200 | 201 | 204;

type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

export interface TaskInput<
  Parameters = Readonly<Record<string, string>>,
  Query = unknown,
  Body = unknown,
> {
  readonly parameters: Parameters;
  readonly query: Query;
  readonly body: Body;
}

interface TaskFacts {
  readonly method: Method;
  /** Literal segments and `{parameters}`. */
  readonly path: string;
  readonly summary: string;
  /** What it may say no to, beside what every task may, by status. */
  readonly refusals: Readonly<Record<number, string>>;
  readonly query: TObject;
  /** Undefined: it takes no body. */
  readonly body: TSchema | undefined;
  /** Says better than the schema what is wrong with a body; throws a `Problem`. */
  readonly checkBody?: (body: unknown) => void;
  /** Anybody may ask, without a token and under any host name. */
  readonly open: boolean;
  readonly built: boolean;
}

/** One endpoint that answers with JSON, or with nothing but its status. */
export interface JsonTask extends TaskFacts {
  readonly kind: 'json';
  readonly status: Status;
  /** Undefined: nothing is answered but the status. */
  readonly answer: TSchema | undefined;
  readonly run: (core: Core, input: TaskInput) => Eventually<unknown>;
}

/** One endpoint that answers with events for as long as somebody listens. */
export interface StreamTask extends TaskFacts {
  readonly kind: 'stream';
  readonly run: (core: Core, input: TaskInput, signal: AbortSignal) => AsyncIterable<FeedEvent>;
}

export type Task = JsonTask | StreamTask;

interface Given<Path extends string, Query extends TObject> {
  readonly path: Path;
  readonly summary: string;
  readonly query?: Query;
  readonly refusals?: Readonly<Record<number, string>>;
}

interface GivenJson<
  Path extends string,
  Query extends TObject,
  Body extends TSchema,
  Answer extends TSchema,
> extends Given<Path, Query> {
  readonly method: Method;
  readonly body?: Body;
  readonly checkBody?: (body: unknown) => void;
  readonly answer?: Answer;
  /** @default 200, or 204 without an answer */
  readonly status?: Status;
  readonly open?: boolean;
  readonly run: (
    core: Core,
    input: TaskInput<Readonly<Record<ParameterNames<Path>, string>>, Static<Query>, Static<Body>>,
  ) => Eventually<Static<Answer>>;
}

const NO_QUERY = Type.Object({}, { additionalProperties: false });

export function task<
  const Path extends string,
  Query extends TObject,
  Body extends TSchema,
  Answer extends TSchema,
>(given: GivenJson<Path, Query, Body, Answer>): JsonTask {
  const { method, path, summary, run, answer, checkBody } = given;
  return {
    kind: 'json',
    ...{ method, path, summary, answer, body: given.body },
    refusals: given.refusals ?? {},
    query: given.query ?? NO_QUERY,
    status: given.status ?? (answer ? 200 : 204),
    open: given.open ?? false,
    built: true,
    ...(checkBody ? { checkBody } : {}),
    // The input was checked by the schemas its type is made from.
    run: run as JsonTask['run'],
  };
}

export function streamTask<const Path extends string, Query extends TObject>(
  given: Given<Path, Query> & {
    readonly query: Query;
    readonly run: (
      core: Core,
      input: TaskInput<Readonly<Record<ParameterNames<Path>, string>>, Static<Query>>,
      signal: AbortSignal,
    ) => AsyncIterable<FeedEvent>;
  },
): StreamTask {
  const { path, summary, query, refusals = {} } = given;
  return {
    kind: 'stream',
    ...{ method: 'GET', path, summary, query, refusals },
    body: undefined,
    open: false,
    built: true,
    // The input was checked by the schemas its type is made from.
    run: given.run as StreamTask['run'],
  };
}

/** An endpoint of the interface that answers 501 until somebody builds it. */
export function notBuiltTask(method: Method, path: string, summary: string): JsonTask {
  return {
    kind: 'json',
    ...{ method, path, summary, answer: undefined, refusals: { 501: 'Not built yet.' } },
    query: NO_QUERY,
    body: method === 'PUT' ? Type.Unknown() : undefined,
    status: 204,
    open: false,
    built: false,
    run: () => {
      throw notBuilt(`${method} ${path}`);
    },
  };
}
