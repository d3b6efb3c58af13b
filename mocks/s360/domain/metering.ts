import { MINUTE_MS } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Env } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import type { Meter } from './serving.ts';

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
  call: CountedCall,
  env: S360Env,
): Outcome<undefined, FailureOf<'rate-limited'>> {
  const minute = minuteOf(call, env);
  for (const span of [minute, intervalOf(call, env)]) {
    if (span.most > 0 && meterOf(draft, span, env).calls >= span.most) {
      return refused({ kind: 'rate-limited', what: span.what });
    }
  }
  count(draft, minute, env);
  return done(undefined);
}

/** The catalogue is handed out. An answer `in_progress` is none yet: its caller has to come back. */
export const countExtraction = (draft: S360Draft, call: CountedCall, env: S360Env): void =>
  count(draft, intervalOf(call, env), env);

/** So many calls in so much time; 0 is any. */
interface Span {
  readonly id: string;
  readonly what: string;
  readonly most: number;
  readonly spanMs: number;
}

function minuteOf({ institutionId, service }: CountedCall, { settings }: S360Env): Span {
  const what = settings.rateLimitScope === 'service' ? service : institutionId;
  const id = `${institutionId}/${what}`;
  return { id, what, most: settings.callsPerMinute, spanMs: MINUTE_MS };
}

function intervalOf({ institutionId, operation }: CountedCall, { settings }: S360Env): Span {
  const { catalogueIntervalMinutes: minutes } = settings;
  const isLimited = operation === 'getCatalogDetailed' && minutes > 0;
  const [most, spanMs] = [isLimited ? 1 : 0, minutes * MINUTE_MS];
  return { id: `${institutionId}/${operation}`, what: operation, most, spanMs };
}

function meterOf(draft: S360Draft, { id, spanMs }: Span, { now }: S360Env): Meter {
  const known = draft.meters.get(id);
  return known && now < known.since + spanMs ? known : { id, since: now, calls: 0 };
}

function count(draft: S360Draft, span: Span, env: S360Env): void {
  if (span.most === 0) return;
  const meter = meterOf(draft, span, env);
  draft.meters.put({ ...meter, calls: meter.calls + 1 });
}
