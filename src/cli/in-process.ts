import { TransportError, type Transport, type TransportResponse } from '#client/index.ts';
import type { Sosie, WireResponse } from '#server/index.ts';

/** Brings calls to a sosie in the same process: those to its vendors, and to its control API. */
export function inProcess(sosie: Sosie): Transport {
  return async ({ method, url, headers, body }) => {
    const { pathname, search } = new URL(url);
    const request = { method, url: `${pathname}${search}`, headers, body: encoder.encode(body) };
    if (pathname.startsWith('/_sosie/')) return sosie.control(request);
    return carried(await sosie.handle(request));
  };
}

const encoder = new TextEncoder();

/** What a fault leaves of an answer, as a socket would bring it. */
function carried(response: WireResponse): TransportResponse | Promise<TransportResponse> {
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
}
