import { HttpRefusal } from '#contracts/s360/http-refusals.ts';
import { s360 as contract } from '#contracts/s360/index.ts';
import type { Call, Decoded } from '../dialect.ts';
import { isObject } from '../json.ts';
import { successOf } from './success.ts';
import type { S360Failure } from './types.ts';

/** A result of the vendor's, the same over both wires. */
export interface Result {
  readonly body: Readonly<Record<string, unknown>>;
  readonly status: number;
}

const SUCCESS = 'success';
const IN_PROGRESS = 'in_progress';

/** Its status triple decides. */
export function decodeResult(call: Call, { body, status }: Result): Decoded {
  const { statusCode: code } = body;
  if (code === SUCCESS) {
    return { kind: 'value', value: withoutStatus(body), body, schema: successOf(call) };
  }
  if (code === IN_PROGRESS) {
    return { kind: 'value', value: undefined, body, schema: contract.refusal };
  }
  if (typeof code !== 'string') return { kind: 'unreadable', why: 'a result without “statusCode”' };
  const failure = (): S360Failure => ({ code, message: textIn(body, 'statusDetail'), status });
  return { kind: 'failure', failure, body, schema: contract.refusal };
}

/** What the vendor asks to come back with; undefined: the answer is there. */
export function continuationOf(body: unknown): Continuation | undefined {
  if (!isObject(body) || body['statusCode'] !== IN_PROGRESS) return undefined;
  const { requestId } = body;
  return { requestId: typeof requestId === 'number' ? requestId : undefined };
}

export interface Continuation {
  /** A client saw answers in progress without one, and came back without it. */
  readonly requestId: number | undefined;
}

const STATUS: ReadonlySet<string> = new Set(['statusCode', 'requestId', 'statusDetail']);

const withoutStatus = (body: Result['body']): unknown =>
  Object.fromEntries(Object.entries(body).filter(([key]) => !STATUS.has(key)));

/** Above the limits: said before anything is done, and before the body is looked at. */
const LIMITED: ReadonlySet<number> = new Set([429, 509]);
export const isLimited = (status: number): boolean => LIMITED.has(status);

/** HTTP alone says no: the text, or what of it is a result's. */
export function httpRefusal(status: number, text: string, body?: unknown): Decoded {
  const told = isObject(body) ? textIn(body, 'statusDetail') : text.trim();
  const failure = (): S360Failure => ({ code: String(status), message: told, status });
  return { kind: 'failure', failure, body: body ?? text, schema: HttpRefusal };
}

function textIn(body: Result['body'], key: string): string {
  const text = body[key];
  return typeof text === 'string' ? text : '';
}
