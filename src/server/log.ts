import type { Exchange } from '#wire/exchange.ts';
import type { WireResponse } from '#wire/http.ts';

/** A line for the terminal: every defect and broken self-check; every exchange when asked for. */
export function logLine(
  exchange: Exchange,
  response: WireResponse,
  everything: boolean,
): string | undefined {
  const { request, sandbox, vendor, route, outcome, defect, selfCheck } = exchange;
  if (!everything && !defect && !selfCheck) return undefined;
  const status = response.kind === 'answer' ? response.status : response.kind;
  const path = request.url.split('?')[0] ?? '';
  const where = `${sandbox?.name ?? '-'} ${vendor?.module.name ?? '-'}.${route?.name ?? '-'}`;
  const line = `${request.method} ${path} ${status} ${where} ${outcome}`;
  if (defect) return `${line}: ${defect.stack ?? defect.message}`;
  return selfCheck ? `${line}: self-check ${selfCheck.pointer} ${selfCheck.message}` : line;
}
