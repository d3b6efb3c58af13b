import type { Violation } from '#kit/ajv.ts';
import { CallError, type CallFacts } from './call-error.ts';

export interface Breach extends CallFacts {
  readonly violations: readonly Violation[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The vendor answered something that its contract does not allow. The call itself is done. */
export class ContractError extends CallError {
  override readonly name = 'ContractError';
  readonly kind = 'contract';
  /** JSON pointer to the first value that breaks the contract, within the whole answer. */
  readonly pointer: string;
  readonly violations: readonly Violation[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #body: unknown;

  constructor({ violations, status, headers, body, ...facts }: Breach) {
    const [first] = violations;
    const where = first?.pointer === '' ? '/' : first?.pointer;
    const more = violations.length > 1 ? ` And ${violations.length - 1} more.` : '';
    const what = `the answer breaks the contract at ${where}: ${first?.message}${more}`;
    super({ ...facts, what, mayBeDone: true });
    this.pointer = first?.pointer ?? '';
    this.violations = violations;
    this.status = status;
    this.headers = headers;
    this.#body = body;
  }

  /** The whole answer as it was read. It may hold personal data, so it is not printed. */
  get body(): unknown {
    return this.#body;
  }
}
