import type { FaultAction, FaultHit, FaultRule } from '#kernel/faults.ts';
import type { Exchange } from './exchange.ts';
import { asHtml } from './html.ts';
import type { WireAnswer, WireResponse } from './http.ts';
import type { PipelineParts } from './pipeline.ts';
import { refuseWith } from './refusing.ts';
import { JSON_TYPE } from './rest/side.ts';
import type { WireFailure } from './vendor.ts';

/** The answer as the trouble leaves it; without one yet, what comes in its place. */
export interface Struck {
  readonly fault: FaultHit;
  /** What the vendor answered: the fault struck after the work. */
  readonly answer?: WireAnswer;
}

const encoder = new TextEncoder();

/** Undefined: nothing but time was lost, the call goes on. */
export function answerOfFault(
  parts: PipelineParts,
  exchange: Exchange,
  { fault, answer }: Struck,
): WireResponse | undefined {
  const { then } = fault.rule;
  if (!strikesAnswer(then)) return undefined;
  exchange.outcome = 'fault';
  // What comes in place of the vendor's answer is all that was sent.
  if (!spoilsAnswer(then)) exchange.answered = undefined;
  switch (then.kind) {
    case 'status':
      return statusAnswer(then);
    case 'failure':
      return refuseWith(parts, exchange, injected(then));
    case 'hang':
      return { kind: 'hang' };
    case 'reset':
      return { kind: 'reset' };
    case 'empty':
      return { kind: 'empty' };
    case 'html':
      return proxyPage(then.status, then.retryAfterSeconds);
    case 'outage':
      return proxyPage(then.status ?? 503, secondsLeft(exchange, fault.rule));
    case 'content-type':
      return retyped(answer ?? nothing, then.contentType);
    case 'malformed':
      return malformed(answer ?? nothing);
    case 'truncated':
      return truncated(answer ?? nothing);
    case 'drip':
      return answer && { kind: 'drip', answer, bytesPerSecond: then.bytesPerSecond };
  }
}

type AnswerFault = Exclude<FaultAction, { kind: 'latency' | 'duplicate' | 'stale' }>;

/** The others cost time, or change how the work is done. */
const strikesAnswer = (then: FaultAction): then is AnswerFault =>
  then.kind !== 'latency' && then.kind !== 'duplicate' && then.kind !== 'stale';

/** The others put something else in the answer's place, or nothing. */
const spoilsAnswer = ({ kind }: AnswerFault): boolean =>
  kind === 'content-type' || kind === 'malformed' || kind === 'truncated' || kind === 'drip';

const injected = ({ failure, data }: FaultAction & { kind: 'failure' }): WireFailure => ({
  kind: 'injected',
  failure,
  ...(data ? { data } : {}),
});

const nothing: WireAnswer = {
  kind: 'answer',
  status: 200,
  headers: { 'content-type': JSON_TYPE },
  body: '{}',
};

function statusAnswer({ status, body, headers }: FaultAction & { kind: 'status' }): WireAnswer {
  const isText = typeof body === 'string' || body === undefined;
  return {
    kind: 'answer',
    status,
    headers: {
      'content-type': isText ? 'text/plain; charset=utf-8' : JSON_TYPE,
      ...lowerCased(headers ?? {}),
    },
    body: isText ? (body ?? '') : JSON.stringify(body),
  };
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const REASONS: Readonly<Record<number, string>> = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** What a proxy in front shows when it does not reach the vendor. */
function proxyPage(status: number, retryAfterSeconds: number | undefined): WireAnswer {
  const page = asHtml(status, `${status} ${REASONS[status] ?? 'Error'}`);
  if (retryAfterSeconds === undefined) return page;
  return { ...page, headers: { ...page.headers, 'retry-after': `${retryAfterSeconds}` } };
}

function secondsLeft({ sandbox, receivedAt }: Exchange, { until }: FaultRule): number | undefined {
  if (until === undefined || !sandbox) return undefined;
  return Math.ceil((until - sandbox.now(receivedAt)) / 1000);
}

function retyped(answer: WireAnswer, contentType: string): WireAnswer {
  return { ...answer, headers: { ...answer.headers, 'content-type': contentType } };
}

/** Whole by its length, but cut and continued with what no parser takes. */
function malformed(answer: WireAnswer): WireAnswer {
  const text =
    typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body);
  return { ...answer, body: `${text.slice(0, Math.ceil(text.length / 2))}<<<` };
}

function truncated(answer: WireAnswer): WireResponse {
  const length =
    typeof answer.body === 'string' ? encoder.encode(answer.body).length : answer.body.length;
  return { kind: 'truncated', answer, bytes: Math.floor(length / 2) };
}
