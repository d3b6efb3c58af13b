import { Defect } from '#kernel/defect.ts';
import { nearest } from '#kernel/nearest.ts';
import type { Exchange } from './exchange.ts';
import type { WireAnswer, WireRequest } from './http.ts';
import { DEFAULT_SANDBOX } from './links.ts';
import type { PipelineParts } from './pipeline.ts';
import { JSON_TYPE } from './rest/side.ts';
import { selfCheck } from './self-check.ts';
import type { ServedSide } from './side.ts';
import type { Answer, AnswerContext, Message, SoapFailure } from './vendor.ts';

/** A refusal before any behaviour was asked, in the vendor's envelope. */
export function refuseEarly(
  parts: PipelineParts,
  exchange: Exchange,
  failure: SoapFailure,
): WireAnswer {
  exchange.outcome = exchange.claimedBy ? 'refused' : 'unmatched';
  return refuseWith(parts, exchange, failure);
}

/** Says no in the vendor's words outside a turn. */
export function refuseWith(
  parts: PipelineParts,
  exchange: Exchange,
  failure: SoapFailure,
): WireAnswer {
  const { side } = exchange;
  if (!side) throw new Defect('a refusal without a vendor');
  exchange.failure = failure;
  const answer = side.module.refuse(failure, contextOf(parts, exchange));
  exchange.code = answer.code;
  exchange.restOn(answer.evidence);
  return encodeRefusal(parts, exchange, withAllow(answer, failure));
}

/** HTTP itself asks of a 405 to tell the methods that there are (RFC 9110, 15.5.6). */
function withAllow(answer: Answer, failure: SoapFailure): Answer {
  if (answer.status !== 405 || failure.kind !== 'method-not-allowed') return answer;
  return { ...answer, headers: { ...answer.headers, allow: failure.allowed.join(', ') } };
}

/** What an answer may depend on when no turn was reached. */
function contextOf(parts: PipelineParts, exchange: Exchange): AnswerContext {
  const { vendor, receivedAt } = exchange;
  const sandbox = exchange.sandbox ?? parts.sandboxes.get(DEFAULT_SANDBOX);
  exchange.now ??= sandbox?.now(receivedAt) ?? receivedAt;
  const settings = vendor && sandbox ? sandbox.settingsOf(vendor.vendor).settings : {};
  const message = exchange.message ?? asMessage(exchange.parts?.body);
  return { now: exchange.now, settings, message };
}

const asMessage = (body: unknown): Message | undefined =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Message) : undefined;

/** A defect of ours; its text is written when the exchange's number is known. */
export function defectAnswer(exchange: Exchange, error: unknown): WireAnswer {
  exchange.outcome = 'defect';
  exchange.defect = error instanceof Error ? error : new Defect(String(error));
  exchange.changes = [];
  // What it was about to say is not what was sent.
  exchange.answered = undefined;
  return { kind: 'answer', status: 500, headers: { 'content-type': JSON_TYPE }, body: '' };
}

/** The whole answer of a defect, in the vendor's error envelope, so that every SDK raises. */
export function withDefectText(parts: PipelineParts, exchange: Exchange, id: string): WireAnswer {
  const text = `sosie defect ${id}`;
  const { side } = exchange;
  if (!side) throw new Defect(text);
  const answer = side.module.defect(text, contextOf(parts, exchange));
  return {
    kind: 'answer',
    status: 500,
    headers: headersOf(answer, side),
    body: side.refusal.write(answer.message),
  };
}

/** No vendor answers here: said in our own words, since it is nobody's. */
export function noVendorAnswer(parts: PipelineParts, request: WireRequest): WireAnswer {
  const name = firstSegment(parts.locate(request).path, request.url);
  const problem = {
    type: 'https://sosie.invalid/problems/no-vendor',
    title: 'No vendor here',
    status: 404,
    detail: whereVendorsAre(parts, name),
  };
  const headers = { 'content-type': 'application/problem+json' };
  return { kind: 'answer', status: problem.status, headers, body: JSON.stringify(problem) };
}

function whereVendorsAre({ vendors }: PipelineParts, name: string): string {
  const paths = [...vendors.values()].map(({ module }) => `/${module.name}${module.basePath}`);
  const guess = vendors.has(name) ? undefined : nearest(name, vendors.keys());
  const hint = guess ? `; did you mean /${guess}?` : '';
  return `vendors answer below ${paths.join(', ')}${hint}; the control API is at /_sosie/v1`;
}

/** Of the path as sent, behind a sandbox's prefix: what should have been a vendor's name. */
const firstSegment = (path: string, url: string): string =>
  /^\/(?:~[^/]*\/)?\/*([^/?]*)/.exec(url)?.[1] ?? path;

export const headersOf = (
  { headers }: Answer,
  { contentHeaders }: ServedSide,
): WireAnswer['headers'] => (headers ? { ...contentHeaders, ...headers } : contentHeaders);

export function encodeRefusal(
  parts: PipelineParts,
  exchange: Exchange,
  answer: Answer,
): WireAnswer {
  const { side, codec } = exchange;
  if (!side) throw new Defect('a refusal without a vendor');
  const { status, message, shape, numbers, text } = answer;
  const headers = headersOf(answer, side);
  if (text !== undefined) return { kind: 'answer', status, headers, body: text };
  const written = shape === 'response' && codec ? codec : side.refusal;
  const body = written.write(message, numbers);
  exchange.selfCheck = selfCheck(parts, written, { message, text: body });
  return { kind: 'answer', status, headers, body };
}
