import { setTimeout as wait } from 'node:timers/promises';
import { TransportError, type Transport, type TransportResponse } from '#client/index.ts';
import type { Sosie, WireResponse } from '#server/index.ts';

/** Brings a client's calls to a sosie of the same process; `receivedAt` is the time of its host. */
export function inProcess(sosie: Sosie, receivedAt: () => number = Date.now): Transport {
  return async ({ method, url, headers, body, signal }) => {
    const { pathname, search } = new URL(url);
    const request = { method, url: `${pathname}${search}`, headers, body };
    const response = await sosie.handle({ ...request, receivedAt: receivedAt() });
    return seen(response, signal);
  };
}

/** What a client behind a socket would see of it. */
async function seen(response: WireResponse, signal: AbortSignal): Promise<TransportResponse> {
  switch (response.kind) {
    case 'answer':
      return response;
    case 'drip':
      await wait((1000 * response.answer.body.length) / response.bytesPerSecond, null, { signal });
      return response.answer;
    case 'reset':
    case 'empty':
      throw new TransportError('reset');
    case 'truncated':
      throw new TransportError('truncated');
    case 'hang':
      return new Promise((_, give) => signal.addEventListener('abort', () => give(signal.reason)));
  }
}
