import { TransportError } from './errors/transport-error.ts';
import type { Transport, TransportRequest, TransportResponse } from './transport.ts';

/** What became of one request. */
export type Attempt =
  | { readonly kind: 'answered'; readonly response: TransportResponse }
  | { readonly kind: 'not-sent'; readonly why: string; readonly cause: unknown }
  | {
      readonly kind: 'lost';
      readonly how: 'timeout' | 'reset' | 'truncated' | 'unknown';
      readonly cause: unknown;
    }
  | { readonly kind: 'aborted'; readonly reason: unknown };

export interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Sends a request once. A transport that does not heed the signal is left behind. */
export async function attemptOnce(
  transport: Transport,
  request: Omit<TransportRequest, 'signal'>,
  limits: Limits,
): Promise<Attempt> {
  const controller = new AbortController();
  const limit = limited(limits);
  const sent = (async () => transport({ ...request, signal: controller.signal }))();
  const attempt = await Promise.race([sent.then(answered, troubled), limit.reached]);
  limit.clear();
  controller.abort();
  return attempt;
}

interface Limit {
  /** Resolves when the time is over or the caller gives up, else never. */
  readonly reached: Promise<Attempt>;
  readonly clear: () => void;
}

function limited({ timeoutMs, signal }: Limits): Limit {
  let clear = (): void => undefined;
  const reached = new Promise<Attempt>((resolve) => {
    const onAbort = (): void => resolve({ kind: 'aborted', reason: signal?.reason });
    const onTime = (): void => resolve({ kind: 'lost', how: 'timeout', cause: undefined });
    const timer = setTimeout(onTime, timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    clear = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  return { reached, clear };
}

const answered = (response: TransportResponse): Attempt => ({ kind: 'answered', response });

function troubled(cause: unknown): Attempt {
  if (!(cause instanceof TransportError)) return { kind: 'lost', how: 'unknown', cause };
  if (cause.kind !== 'not-sent') return { kind: 'lost', how: cause.kind, cause };
  return { kind: 'not-sent', why: cause.message, cause };
}
