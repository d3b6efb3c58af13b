import { TransportError, type Transport } from '#client/index.ts';
import type { Sosie } from '#server/index.ts';

/** Brings a client's calls to a sosie of the same process; `receivedAt` is the time of its host. */
export function inProcess(sosie: Sosie, receivedAt: () => number = Date.now): Transport {
  return async ({ method, url, headers, body }) => {
    const { pathname, search } = new URL(url);
    const request = { method, url: `${pathname}${search}`, headers, body };
    const response = await sosie.handle({ ...request, receivedAt: receivedAt() });
    switch (response.kind) {
      case 'answer':
        return response;
      case 'drip':
        return response.answer;
      case 'reset':
      case 'empty':
        throw new TransportError('reset');
      case 'truncated':
        throw new TransportError('truncated');
      case 'hang':
        return new Promise(() => undefined);
    }
  };
}
