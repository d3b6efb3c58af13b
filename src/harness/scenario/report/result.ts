/** What became of a step or a scenario. `not-run`: something before it failed. */
export type Status = 'passed' | 'failed' | 'skipped' | 'not-run';

/** Something that is not as expected, in words and with its place. */
export interface Trouble {
  /** `order.yaml:12:5` */
  readonly where: string;
  /** What is wrong: `status.id`, `utick.getOrder was refused`. */
  readonly what: string;
  readonly expected?: string;
  readonly seen?: string;
}

/** What was expected as a whole, beside what was seen of it. */
export interface Comparison {
  readonly expected: unknown;
  readonly seen: unknown;
}

/** One message, as the journal has it: what is sensitive is masked. */
export interface MessageText {
  /** Method and path, or the status. */
  readonly head: string;
  readonly text: string;
}

/** A call with its answer, or what happened by itself. */
export interface Exchange {
  /** Of the journal record; absent where there is no journal. */
  readonly id?: string;
  readonly kind: 'exchange' | 'event';
  /** On the sandbox's clock. */
  readonly at?: string;
  readonly vendor: string;
  readonly operation?: string;
  readonly outcome: string;
  /** The vendor's failure, or the fault that struck. */
  readonly why?: string;
  readonly request?: MessageText;
  readonly response?: MessageText;
}

export interface StepResult {
  readonly number: number;
  /** What the author calls it, else what it does. */
  readonly title: string;
  /** What it does: `call utick.getOrder`. */
  readonly deed: string;
  readonly kind: string;
  readonly where: string;
  readonly status: Status;
  /** Why it was skipped or not run. */
  readonly reason?: string;
  /** What was checked and held, in words. */
  readonly checks: readonly string[];
  /** What was left unchecked, and why. */
  readonly unchecked: readonly string[];
  readonly troubles: readonly Trouble[];
  readonly comparison?: Comparison;
  readonly exchanges: readonly Exchange[];
  /** Exchanges that are not listed. */
  readonly moreExchanges: number;
  readonly tookMs: number;
}

export interface ScenarioResult {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly tags: readonly string[];
  readonly status: Status;
  readonly reason?: string;
  readonly dataset: string;
  readonly clock: string;
  readonly seed: number;
  /** What the vendor was spoken to over, where it offers several. */
  readonly protocol?: string;
  readonly steps: readonly StepResult[];
  /** The one command that does the same again. */
  readonly command: string;
  readonly tookMs: number;
}

export interface Report {
  /** What was replayed against, for people: `double, in process`. */
  readonly target: string;
  /** ISO 8601, of the host. */
  readonly startedAt: string;
  readonly tookMs: number;
  readonly scenarios: readonly ScenarioResult[];
}

/** Told over each of two protocols, a scenario has two results. */
export const labelOf = (name: string, protocol: string | undefined): string =>
  protocol === undefined ? name : `${name} over ${protocol}`;

export function countOf(results: readonly { readonly status: Status }[], status: Status): number {
  return results.filter((result) => result.status === status).length;
}
