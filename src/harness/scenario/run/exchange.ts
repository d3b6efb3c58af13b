import { maskerOf } from '#kit/mask.ts';
import { opened } from '#kit/opened.ts';
import { knownCalls } from '../calls.ts';
import type { Exchange } from '../report/result.ts';
import type { CallStep } from '../scenario.ts';
import { endText, type Ended } from './call.ts';

/** A call as a report may show it where there is no journal: masked by its contract. */
export function exchangeOf(
  { vendor, method, operation: name }: CallStep,
  message: unknown,
  ended: Ended,
): Exchange {
  const operation = knownCalls.get(`${vendor}.${method}`)?.operation;
  const asked = operation ? maskerOf(operation.request)(message) : undefined;
  const head = operation ? `${operation.method} ${operation.path}` : '';
  const common = {
    ...({ kind: 'exchange', vendor, operation: name } as const),
    request: { head, text: JSON.stringify(asked) ?? '' },
  };
  if (ended.kind === 'lost' || ended.kind === 'broken') {
    return { ...common, outcome: ended.kind, why: endText(ended) };
  }
  const { status, body } = ended.response;
  const answered = operation ? maskerOf(opened(operation.response))(body) : undefined;
  return {
    ...common,
    outcome: ended.kind === 'ok' ? 'done' : 'refused',
    response: { head: String(status), text: JSON.stringify(answered) ?? '' },
  };
}
