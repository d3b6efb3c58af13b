import { nearest } from '#kernel/nearest.ts';
import type { Exchange } from './exchange.ts';
import { DEFAULT_SANDBOX } from './links.ts';
import type { PipelineParts } from './pipeline.ts';
import type { WireFailure } from './vendor.ts';

/** By path prefix, else the header `X-Sandbox`, else a credential bound to one, else `default`. */
export function findSandbox(
  { sandboxes, host }: PipelineParts,
  exchange: Exchange,
): WireFailure | undefined {
  const { request, location, vendor, side, parts } = exchange;
  if (!vendor) return undefined;
  const named = location?.sandbox ?? request.headers['x-sandbox'];
  if (named === undefined) {
    const credential = parts && side?.module.credential(parts, request.headers);
    const bound =
      credential === undefined
        ? undefined
        : sandboxes.boundTo(`${vendor.module.name}:${credential}`);
    exchange.sandbox = bound ?? sandboxes.get(DEFAULT_SANDBOX);
  } else {
    exchange.sandbox = sandboxes.get(named);
  }
  if (!exchange.sandbox) {
    const sandbox = named ?? DEFAULT_SANDBOX;
    return { kind: 'unknown-sandbox', sandbox, hint: hintOf(exchange, sandboxes.names, sandbox) };
  }
  // By the host's own clock: a caller may say any time of receipt.
  sandboxes.touch(exchange.sandbox.name, host());
  return undefined;
}

function hintOf({ request }: Exchange, names: readonly string[], sandbox: string): string {
  const count = `${names.length} sandbox${names.length === 1 ? '' : 'es'} here`;
  const guess = nearest(sandbox, names);
  const list = request.trusted && names.length > 0 ? `: ${names.slice(0, 50).join(', ')}` : '';
  return `${count}${list}${guess ? `; did you mean ${guess}?` : ''}`;
}
