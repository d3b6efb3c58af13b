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
  /** Whether the operation may be sent again all the same, and why. */
  readonly rule: RepeatRule;

  constructor({ kind, timeoutMs, rule, ...facts }: Loss) {
    const lost = whats[kind]({ timeoutMs, cause: facts.cause });
    const what = rule.afterLostAnswer
      ? `${lost} (attempt ${facts.attempts})`
      : `${lost}; the vendor may have done it. Not repeated: ${rule.why}`;
    super({ ...facts, what, mayBeDone: true });
    this.kind = kind;
    this.rule = rule;
  }
}

const whats: Readonly<Record<LossKind, (loss: Pick<Loss, 'timeoutMs' | 'cause'>) => string>> = {
  timeout: ({ timeoutMs }) => `no answer within ${timeoutMs} ms`,
  reset: () => 'the connection ended before an answer came',
  truncated: () => 'the connection ended within the answer',
  unknown: ({ cause }) => `the transport failed with “${String(cause)}”`,
};
