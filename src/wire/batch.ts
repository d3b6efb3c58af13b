type Work = () => void;

/** Answers wait for no more than this many other calls. */
const MOST_AT_ONCE = 64;

/**
 * Calls that came in during one turn of the event loop are decided one after the other, then
 * answered one after the other: a call finds in the processor's caches what the one before it
 * needed, where a read or write of the system in between would have swept it out. Neither a call
 * nor an answer may throw.
 */
export class Batch {
  #calls: Work[] = [];
  #answers: Work[] = [];
  #isDeciding = false;

  /** A call that was read whole; it is decided before the event loop waits again. */
  decide(call: Work): void {
    this.#calls.push(call);
    if (this.#calls.length === 1) setImmediate(() => this.#run());
  }

  /** Sends an answer, once the calls that came in with its own are decided. */
  answer(send: Work): void {
    if (this.#isDeciding) this.#answers.push(send);
    else send();
  }

  #run(): void {
    const calls = this.#calls;
    this.#calls = [];
    for (let at = 0; at < calls.length; at += MOST_AT_ONCE) {
      this.#isDeciding = true;
      for (const call of calls.slice(at, at + MOST_AT_ONCE)) call();
      this.#isDeciding = false;
      const answers = this.#answers;
      this.#answers = [];
      for (const send of answers) send();
    }
  }
}
