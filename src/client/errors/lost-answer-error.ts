import type { RepeatRule } from '../repeat-rule.ts';
import { CallError, type CallFacts } from './call-error.ts';

/**
 * `timeout`: not within the time given. `reset`: the connection ended before an answer began.
 * `truncated`: it ended within the answer. `unknown`: a transport of your own threw something else.
 */
export type LossKind = 'timeout' | 'reset' | 'truncated' | 'unknown';

export interface Loss extends CallFacts {
  readonly kind: LossKind;
  readonly timeoutMs: number;
  readonly rule: RepeatRule;
  readonly cause: unknown;
}

/** The request left, and its answer never came: whether the work is done, only the vendor knows. */
export class LostAnswerError extends CallError {
  override readonly name = 'LostAnswerError';
  readonly kind: LossKind;
  readonly rule: RepeatRule;

  constructor({ kind, timeoutMs, rule, ...facts }: Loss) {
    const lost = `${whats[kind](timeoutMs)}; the vendor may have done it`;
    const what = rule.afterLostAnswer ? lost : `${lost}. Not repeated: ${rule.why}`;
    super({ ...facts, what, mayBeDone: true });
    this.kind = kind;
    this.rule = rule;
  }
}

const whats: Readonly<Record<LossKind, (timeoutMs: number) => string>> = {
  timeout: (timeoutMs) => `no answer within ${timeoutMs} ms`,
  reset: () => 'the connection ended before an answer came',
  truncated: () => 'the connection ended within the answer',
  unknown: () => 'the transport failed',
};
