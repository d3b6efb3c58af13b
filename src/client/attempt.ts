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
  const limit = limitOf(limits, () => controller.abort());
  const sent = (async () => transport({ ...request, signal: controller.signal }))();
  return Promise.race([sent.then(answered, troubled), limit.reached]).finally(limit.forget);
}

interface Limit {
  /** Resolves when the time is over or the caller gives up, else never. */
  readonly reached: Promise<Attempt>;
  readonly forget: () => void;
}

function limitOf({ timeoutMs, signal }: Limits, stop: () => void): Limit {
  let forget = (): void => undefined;
  const reached = new Promise<Attempt>((resolve) => {
    const end = (attempt: Attempt): void => {
      resolve(attempt);
      stop();
    };
    const onTime = (): void => end({ kind: 'lost', how: 'timeout', cause: undefined });
    const onAbort = (): void => end({ kind: 'aborted', reason: signal?.reason });
    const timer = setTimeout(onTime, timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    forget = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  return { reached, forget };
}

const answered = (response: TransportResponse): Attempt => ({ kind: 'answered', response });

function troubled(cause: unknown): Attempt {
  if (!(cause instanceof TransportError)) return { kind: 'lost', how: 'unknown', cause };
  if (cause.kind !== 'not-sent') return { kind: 'lost', how: cause.kind, cause };
  return { kind: 'not-sent', why: cause.message, cause };
}
