import type { WireHeaders } from './vendor.ts';

/** What a page of an allowed origin needs to read an answer; undefined when there is none. */
export function corsHeaders(
  origins: readonly string[],
  headers: WireHeaders,
): Readonly<Record<string, string>> | undefined {
  const { origin } = headers;
  if (origin === undefined || origins.length === 0) return undefined;
  if (!origins.includes('*') && !origins.includes(origin)) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'X-Sosie-Exchange, X-Sosie-Evidence, X-Sosie-Self-Check',
    vary: 'Origin',
  };
}

/** A browser that asks before it calls. */
export const isPreflight = (method: string | undefined, headers: WireHeaders): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

export function preflightHeaders(headers: WireHeaders): Readonly<Record<string, string>> {
  return {
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '600',
  };
}
