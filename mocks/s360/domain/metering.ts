import { MINUTE_MS } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Env } from './behaviour.ts';
import type { FailureOf } from './failure.ts';

/** A call as the vendor counts it: over SOAP and REST, in all versions, a service is one. */
export interface CountedCall {
  readonly institutionId: string;
  readonly service: string;
  readonly operation: string;
}

/**
 * Counts a call, or refuses it above the limits that were set. The published limits are off unless
 * asked for: a test that fails because it ran twice in ten minutes helps nobody.
 */
export function countCall(
  draft: S360Draft,
  { institutionId, service, operation }: CountedCall,
  { now, settings }: S360Env,
): Outcome<undefined, FailureOf<'rate-limited'>> {
  const spans = [
    {
      what: settings.rateLimitScope === 'service' ? service : institutionId,
      most: settings.callsPerMinute,
      spanMs: MINUTE_MS,
    },
    {
      what: operation,
      most: operation === 'getCatalogDetailed' && settings.catalogueIntervalMinutes > 0 ? 1 : 0,
      spanMs: settings.catalogueIntervalMinutes * MINUTE_MS,
    },
  ];
  for (const { what, most, spanMs } of spans) {
    if (most === 0) continue;
    const id = `${institutionId}/${what}`;
    const known = draft.meters.get(id);
    const current = known && now < known.since + spanMs ? known : { id, since: now, calls: 0 };
    if (current.calls >= most) return refused({ kind: 'rate-limited', what });
    draft.meters.put({ ...current, calls: current.calls + 1 });
  }
  return done(undefined);
}
