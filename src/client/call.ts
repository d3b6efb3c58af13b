import { unlessAborted } from './abortable.ts';
import type { Answer } from './answer.ts';
import { attemptOnce, type Limits } from './attempt.ts';
import type { Call, Dialect } from './dialect.ts';
import { AbortedError } from './errors/aborted-error.ts';
import { CallError, type CallFacts } from './errors/call-error.ts';
import { LostAnswerError } from './errors/lost-answer-error.ts';
import { NotSentError } from './errors/not-sent-error.ts';
import { readAnswer } from './reading.ts';
import type { RepeatRule } from './repeat-rule.ts';
import { waitBeforeRepeat } from './repeating.ts';
import type { Settled } from './settled.ts';

/** A call with everything that decides how it is made. */
export interface OneCall {
  readonly dialect: Dialect;
  readonly settled: Settled;
  readonly call: Call;
  readonly rule: RepeatRule;
  readonly limits: Limits;
  readonly retries: number;
}

/** The life of a call: sent, read, and sent again where that can do no harm. */
export async function callVendor(one: OneCall): Promise<Answer<unknown>> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await tryOnce(one, attempts);
    } catch (error) {
      await beforeRepeat(one, error);
    }
  }
}

async function tryOnce(one: OneCall, attempts: number): Promise<Answer<unknown>> {
  const { dialect, settled, call, rule, limits } = one;
  const facts: CallFacts = { vendor: dialect.vendor, operation: call.name, attempts };
  await settled.transport.ready?.();
  if (limits.signal?.aborted) throw abortedUnsent(facts, limits.signal);
  const { method, path, headers, body } = dialect.encode(call);
  const url = `${settled.root}${path}`;
  const request = { method, url, headers: { ...headers, ...settled.headers }, body };
  const attempt = await attemptOnce(settled.transport, request, limits);
  switch (attempt.kind) {
    case 'answered':
      return readAnswer(one, attempt.response, facts);
    case 'not-sent':
      throw new NotSentError({ ...facts, why: attempt.why, cause: attempt.cause });
    case 'lost':
      throw new LostAnswerError({
        ...facts,
        kind: attempt.how,
        timeoutMs: limits.timeoutMs,
        rule,
        cause: attempt.cause,
      });
    case 'aborted':
      throw new AbortedError({ ...facts, reason: attempt.reason, mayBeDone: true });
  }
}

const abortedUnsent = (facts: CallFacts, { reason }: AbortSignal): AbortedError =>
  new AbortedError({ ...facts, attempts: facts.attempts - 1, reason, mayBeDone: false });

/** Waits when the call is to be sent again; else the error is the end of it. */
async function beforeRepeat(
  { settled, rule, limits, retries }: OneCall,
  error: unknown,
): Promise<void> {
  if (!(error instanceof CallError)) throw error;
  const waitMs = waitBeforeRepeat(error, rule, { ...settled, retries });
  if (waitMs === undefined) throw error;
  await unlessAborted(settled.wait(waitMs), limits.signal, (reason) => {
    const { vendor, operation, attempts, mayBeDone } = error;
    return new AbortedError({ vendor, operation, attempts, mayBeDone, reason });
  });
}
