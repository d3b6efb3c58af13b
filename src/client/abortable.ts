import type { AbortedError } from './errors/aborted-error.ts';

/** What is waited for, unless the signal ends the wait before. */
export async function unlessAborted<T>(
  waited: Promise<T>,
  signal: AbortSignal | undefined,
  abortion: (reason: unknown) => AbortedError,
): Promise<T> {
  if (!signal) return waited;
  let forget = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(abortion(signal.reason));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    forget = () => signal.removeEventListener('abort', onAbort);
  });
  return Promise.race([waited, aborted]).finally(forget);
}
