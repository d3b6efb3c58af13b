import { operationsByService } from '#contracts/s360/index.ts';
import { assert } from '#kernel/defect.ts';
import { done } from '#kernel/outcome.ts';
import { integerOf, type IntegerLike } from '#kit/types.ts';
import type { S360Env } from '#mocks/s360/domain/behaviour.ts';
import { countCall, countExtraction } from '#mocks/s360/domain/metering.ts';
import { stillInProgress } from '#mocks/s360/domain/slowness.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { AnyHandler } from '#wire/vendor.ts';
import { inProgress } from './envelope.ts';
import { known } from './seller.ts';
import type { S360Caller } from './voice.ts';
import type { S360Wiring } from './wiring.ts';

/** The auth endpoint is no service: nobody counts its calls or finds it slow. */
export type ServiceWiring = Omit<S360Wiring, 'logIn' | 'logInToContacts'>;

interface ServedCall {
  readonly message: { readonly requestId?: IntegerLike };
  readonly caller: S360Caller | undefined;
}

/** What holds for a method of any service: its calls are counted, and it may be slow. */
export const served = (wiring: ServiceWiring): ServiceWiring =>
  // The same names, and of each a handler of the same messages.
  Object.fromEntries(
    Object.entries(wiring).map(([operation, handler]) => [
      operation,
      servedHandler(operation, handler as AnyHandler),
    ]),
  ) as unknown as ServiceWiring;

function servedHandler(operation: string, handler: AnyHandler): AnyHandler {
  const service = serviceOf(operation);
  return (draft: S360Draft, call: ServedCall, env: S360Env) => {
    const { institutionId } = known(call.caller);
    const counting = { institutionId, service, operation };
    const counted = countCall(draft, counting, env);
    if (!counted.ok) return counted;
    const { requestId } = call.message;
    const asked = requestId === undefined ? undefined : String(integerOf(requestId));
    const waiting = stillInProgress(draft, { service, operation, requestId: asked }, env);
    if (waiting) return done(inProgress(waiting.requestId));
    countExtraction(draft, counting, env);
    if (asked === undefined || env.settings.repeats === 'again') return handler(draft, call, env);
    const id = `${institutionId}/${operation}/${asked}`;
    return replayed(draft, { id, asked: JSON.stringify(call.message) }, () =>
      handler(draft, call, env),
    );
  };
}

interface Repeated {
  readonly id: string;
  readonly asked: string;
}

/** The same call with the same request id is done once, and answered as the first time. */
function replayed(
  draft: S360Draft,
  { id, asked }: Repeated,
  call: () => ReturnType<AnyHandler>,
): ReturnType<AnyHandler> {
  const known = draft.replays.get(id);
  if (known?.asked === asked) return done(known.answer);
  const outcome = call();
  if (outcome.ok) draft.replays.put({ id, asked, answer: outcome.value });
  return outcome;
}

function serviceOf(operation: string): string {
  const found = Object.entries(operationsByService).find(([, methods]) => operation in methods);
  assert(found, `${operation} belongs to no service`);
  return found[0];
}
