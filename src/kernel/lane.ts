/** A value now, or a promise of it: what never waits must not pay for a promise. */
export type Eventually<T> = T | Promise<T>;

export function then<T, U>(value: Eventually<T>, next: (value: T) => Eventually<U>): Eventually<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** One writer at a time. A job that does not wait runs at once, when the lane is free. */
export class Lane {
  #last: Promise<unknown> | undefined;

  /** A job that waits is in it. */
  get busy(): boolean {
    return this.#last !== undefined;
  }

  run<T>(job: () => Eventually<T>): Eventually<T> {
    if (this.#last) return this.#hold(this.#last.then(job, job));
    const result = job();
    return result instanceof Promise ? this.#hold(result) : result;
  }

  #hold<T>(running: Promise<T>): Promise<T> {
    const release = (): void => {
      if (this.#last === released) this.#last = undefined;
    };
    const released: Promise<void> = running.then(release, release);
    this.#last = released;
    return running;
  }
}
