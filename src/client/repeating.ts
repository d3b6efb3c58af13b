import type { CallError } from './errors/call-error.ts';
import { LostAnswerError } from './errors/lost-answer-error.ts';
import { NotSentError } from './errors/not-sent-error.ts';
import { UnreadableAnswerError } from './errors/unreadable-answer-error.ts';
import type { RepeatRule } from './repeat-rule.ts';

export interface Backoff {
  readonly retries: number;
  readonly backoffMs: number;
  readonly maxWaitMs: number;
  readonly random: () => number;
}

/** How long to wait before the call is sent again; undefined: it ends with this error. */
export function waitBeforeRepeat(
  error: CallError,
  rule: RepeatRule,
  { retries, backoffMs, maxWaitMs, random }: Backoff,
): number | undefined {
  if (error.attempts > retries || !isRepeatable(error, rule)) return undefined;
  const askedMs = error instanceof UnreadableAnswerError ? (error.retryAfterMs ?? 0) : 0;
  if (askedMs > maxWaitMs) return undefined;
  const mostMs = Math.min(maxWaitMs, backoffMs * 2 ** (error.attempts - 1));
  return Math.max(askedMs, Math.round(random() * mostMs));
}

function isRepeatable(error: CallError, rule: RepeatRule): boolean {
  if (error instanceof NotSentError) return true;
  if (error instanceof LostAnswerError) return rule.afterLostAnswer;
  if (!(error instanceof UnreadableAnswerError)) return false;
  return rule.afterLostAnswer && isPassing(error.status);
}

/** A redirect, or a page that there is nothing here, is there the next time too. */
const isPassing = (status: number): boolean => status === 429 || status >= 500 || status < 300;
