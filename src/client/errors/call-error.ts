/** What every error of a call tells. */
export interface CallFacts {
  /** `utick` */
  readonly vendor: string;
  /** The operation as the contract names it: `getOrder`. */
  readonly operation: string;
  /** How often the request was sent, or tried to be. */
  readonly attempts: number;
}

export interface CallTrouble extends CallFacts {
  /** What happened, without the operation. */
  readonly what: string;
  readonly mayBeDone: boolean;
  readonly cause?: unknown;
}

/**
 * No answer of the vendor's came of a call. What the vendor refuses is no error: it is returned.
 * Tell the errors apart by `kind`, or by their class.
 */
export abstract class CallError extends Error {
  abstract readonly kind: string;
  readonly vendor: string;
  readonly operation: string;
  readonly attempts: number;
  /** False: the vendor certainly did nothing. True: nobody here can know. */
  readonly mayBeDone: boolean;

  constructor({ vendor, operation, attempts, what, mayBeDone, cause }: CallTrouble) {
    super(`${vendor}.${operation}: ${what}`, cause === undefined ? undefined : { cause });
    this.vendor = vendor;
    this.operation = operation;
    this.attempts = attempts;
    this.mayBeDone = mayBeDone;
  }
}
