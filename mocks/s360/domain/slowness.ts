import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Env } from './behaviour.ts';

/** A call as it may be put off. */
export interface PuttableCall {
  readonly service: string;
  readonly operation: string;
  /** What an earlier answer was told to come back with. */
  readonly requestId: string | undefined;
}

/**
 * Whether a call is still in progress: then nothing of it is done yet, and the caller comes back
 * with the request id. Coming back without it is a call like any other.
 */
export function stillInProgress(
  draft: S360Draft,
  call: PuttableCall,
  env: S360Env,
): { readonly requestId: string } | undefined {
  const known = call.requestId === undefined ? undefined : draft.pending.get(call.requestId);
  const isContinued = known?.operation === call.operation;
  if (!isSlow(draft, call, env)) {
    if (isContinued) draft.pending.drop(known.id);
    return undefined;
  }
  if (isContinued) return { requestId: known.id };
  const requestId = String(draft.next('requests'));
  draft.pending.put({ id: requestId, operation: call.operation });
  return { requestId };
}

/** Takes one off the calls that are to be slow. */
function isSlow(
  draft: S360Draft,
  { service, operation }: PuttableCall,
  { now, settings }: S360Env,
): boolean {
  const slow = draft.slowServices.get(service);
  if (slow && slow.calls > 0) {
    draft.slowServices.put({ ...slow, calls: slow.calls - 1 });
    return true;
  }
  const first = operation === 'getCatalogDetailed' ? settings.catalogueInProgress : 0;
  const id = `in-progress/${operation}`;
  const seen = first === 0 ? undefined : (draft.meters.get(id) ?? { id, since: now, calls: 0 });
  if (!seen || seen.calls >= first) return false;
  draft.meters.put({ ...seen, calls: seen.calls + 1 });
  return true;
}
