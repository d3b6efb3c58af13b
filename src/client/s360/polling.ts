import { unlessAborted } from '../abortable.ts';
import type { Answer } from '../answer.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { StillInProgressError } from '../errors/still-in-progress-error.ts';
import type { AnyMethod } from '../methods.ts';
import type { CallFacts } from '../errors/call-error.ts';
import { continuationOf } from './results.ts';

/** How long an answer that is `in_progress` is asked for again. */
export interface Polling {
  readonly pollMs: number;
  readonly pollLimitMs: number;
  readonly wait: (ms: number) => Promise<void>;
}

const MOST_MS = 10_000;

/**
 * The method, asking again with the `requestId` of an answer `in_progress`: after `pollMs`, then
 * after twice as long each time, 10 s at most, until `pollLimitMs` are waited in all.
 */
export function polled(
  method: AnyMethod,
  { vendor, operation }: Omit<CallFacts, 'attempts'>,
  { pollMs, pollLimitMs, wait }: Polling,
): AnyMethod {
  return async (message = {}, options = {}): Promise<Answer<unknown>> => {
    let asked = message;
    let waitedMs = 0;
    for (let attempts = 1; ; attempts += 1) {
      const answer = await method(asked, options);
      const continuation = answer.ok ? continuationOf(answer.response.body) : undefined;
      if (!continuation) return answer;
      const { requestId } = continuation;
      const facts = { vendor, operation, attempts };
      const nextMs = Math.min(MOST_MS, pollMs * 2 ** (attempts - 1), pollLimitMs - waitedMs);
      if (nextMs <= 0)
        throw new StillInProgressError({ ...facts, requestId, limitMs: pollLimitMs });
      await unlessAborted(
        wait(nextMs),
        options.signal,
        (reason) => new AbortedError({ ...facts, reason, mayBeDone: true }),
      );
      waitedMs += nextMs;
      asked = requestId === undefined ? message : { ...message, requestId };
    }
  };
}
