import type { Place } from './place.ts';
import type { Expression } from './read/expression.ts';
import type { Template } from './read/template.ts';
import type { Protocol } from './vendors.ts';

/** A replayable story. */
export interface Scenario {
  /** Its file's name without the ending: `utick-order-overpaid`. */
  readonly name: string;
  /** As it was given, for messages. */
  readonly file: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly given: Given;
  readonly steps: readonly Step[];
  /** Whether what must always hold is checked at the end. */
  readonly invariants: Place | undefined;
}

/** A value with its place in the file. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Place;
}

/** How the sandbox is before the first step. */
export interface Given {
  readonly dataset: Placed<string>;
  readonly clock: Placed<string>;
  readonly seed: number;
  readonly settings: readonly VendorSettings[];
  readonly faults: readonly Template[];
  /** What a vendor is spoken to over that offers several; undefined: it is told over each. */
  readonly protocol: Protocol | undefined;
}

export interface VendorSettings {
  readonly vendor: string;
  readonly at: Place;
  readonly values: Template;
}

export type Step = CallStep | ActionStep | FaultStep | ClockStep | AwaitStep | ParallelStep;
/** What may run at once with others. */
export type SingleStep = Exclude<Step, ParallelStep | AwaitStep>;

interface StepFacts {
  /** Of its first line. */
  readonly at: Place;
  /** What the author calls it. */
  readonly title: string | undefined;
}

/** What is saved of an answer, under which name. */
export interface Saving {
  readonly name: string;
  readonly at: Place;
  readonly expression: Expression;
}

/** A notification that is awaited. */
export interface AwaitedNotification {
  readonly at: Place;
  readonly pattern: Template;
}

interface Answering extends StepFacts {
  readonly notification: AwaitedNotification | undefined;
  readonly save: readonly Saving[];
}

export interface CallStep extends Answering {
  readonly kind: 'call';
  readonly vendor: string;
  /** As the client calls it: `confirmOrder`. */
  readonly method: string;
  /** Of the contract: `updateOrder`. */
  readonly operation: string;
  readonly message: Template | undefined;
  readonly expected: ExpectedEnd;
  /** Milliseconds until the client gives up. */
  readonly timeoutMs: number | undefined;
  readonly retries: number;
}

export interface ActionStep extends Answering {
  readonly kind: 'action';
  readonly vendor: string;
  readonly action: string;
  readonly parameters: Template | undefined;
  readonly expected: Exclude<ExpectedEnd, { kind: 'lost' }>;
}

export interface FaultStep extends StepFacts {
  readonly kind: 'fault';
  readonly rule: Template;
}

export interface ClockStep extends Answering {
  readonly kind: 'clock';
  /** `advance`: by a duration; `to`: an instant, `next` or `idle`. */
  readonly move: 'advance' | 'to';
  readonly target: Template;
  readonly answer: Template | undefined;
}

/** Nothing is done but waiting for a notification. */
export interface AwaitStep extends StepFacts {
  readonly kind: 'await';
  readonly notification: AwaitedNotification;
}

export interface ParallelStep extends StepFacts {
  readonly kind: 'parallel';
  /** With `times` there is one for each, all the same. */
  readonly steps: readonly SingleStep[];
  readonly times: number | undefined;
  readonly expected: SetExpectation | undefined;
  readonly save: readonly Saving[];
}

/** How many of a set are to end how. */
export interface SetExpectation {
  readonly at: Place;
  readonly counts: readonly Placed<{
    readonly end: 'ok' | 'refused' | 'lost';
    readonly times: number;
  }>[];
  readonly kinds: readonly KindExpectation[];
}

/** So many of the answers, or of the refusals, are to look like this. */
export interface KindExpectation {
  readonly at: Place;
  readonly of: 'answers' | 'refusals';
  readonly times: number;
  readonly like: Template;
}

/** How a call is to end. `free` leaves it to the set that the call is part of. */
export type ExpectedEnd =
  | { readonly kind: 'free' }
  | { readonly kind: 'ok'; readonly at: Place; readonly answer: Template | undefined }
  | {
      readonly kind: 'refused';
      readonly at: Place;
      /** What the vendor says: `code`, `message`, `status`. */
      readonly words: Template | undefined;
      /** Our word for it, which only a double knows. */
      readonly failure: Placed<string> | undefined;
    }
  | {
      readonly kind: 'lost';
      readonly at: Place;
      readonly how: LossWord;
      /** HTTP's, of an answer that is no vendor's. */
      readonly status: number | undefined;
    };

export const lossWords = ['timeout', 'reset', 'truncated', 'unreadable'] as const;
export type LossWord = (typeof lossWords)[number];
