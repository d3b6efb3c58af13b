/** A value now, or a promise of it: what never waits must not pay for a promise. */
export type Eventually<T> = T | Promise<T>;

export function andThen<T, U>(
  value: Eventually<T>,
  next: (value: T) => Eventually<U>,
): Eventually<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/**
 * One job at a time, in order of arrival. A job that does not wait runs at once when the lane is
 * free. A job given from inside a job of the same lane runs after it: whoever awaits it there would
 * wait for ever.
 */
export class Lane {
  #isTaken = false;
  readonly #waiting: (() => void)[] = [];

  get busy(): boolean {
    return this.#isTaken;
  }

  run<T>(job: () => Eventually<T>): Eventually<T> {
    if (!this.#isTaken) return this.#start(job);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(this.#start(job));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  #start<T>(job: () => Eventually<T>): Eventually<T> {
    this.#isTaken = true;
    let result: Eventually<T>;
    try {
      result = job();
    } catch (error) {
      this.#release();
      throw error;
    }
    const release = (): void => this.#release();
    if (result instanceof Promise) void result.then(release, release);
    else release();
    return result;
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next) void Promise.resolve().then(next);
    else this.#isTaken = false;
  }
}
