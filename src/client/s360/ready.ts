import { unlessAborted } from '../abortable.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../dialect.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import type { AnyMethod } from '../methods.ts';
import type { Readiness, Wire } from './wire.ts';

type Subject = Pick<Call, 'vendor' | 'name' | 'operation'>;

/** The method with what its wire needs before: a token, and another one when that has worn out. */
export function readied(method: AnyMethod, subject: Subject, wire: Wire): AnyMethod {
  const { vendor, name: operation } = subject;
  return async (message = {}, options = {}): Promise<Answer<unknown>> => {
    const made = (): Promise<Readiness> =>
      unlessAborted(
        wire.ready(subject),
        options.signal,
        (reason) => new AbortedError({ vendor, operation, attempts: 0, reason, mayBeDone: false }),
      );
    const ready = await made();
    if (ready.kind === 'refused') return ready.answer;
    const answer = await method(message, options);
    if (answer.ok || !wire.isStale(answer, ready.session)) return answer;
    // It was refused at the door, so nothing is done yet.
    const again = await made();
    return again.kind === 'refused' ? again.answer : method(message, options);
  };
}
