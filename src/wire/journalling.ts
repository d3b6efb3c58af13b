import type { JournalEntry, JournalEntryBody } from '#kernel/journal.ts';
import { maskText, maskTexts } from '#kit/mask-text.ts';
import type { Exchange } from './exchange.ts';
import type { WireAnswer, WireResponse } from './http.ts';
import { DEFAULT_SANDBOX } from './links.ts';
import type { PipelineParts } from './pipeline.ts';
import { withDefectText } from './refusing.ts';

/**
 * Writes the exchange's one record and puts its id on the answer. What is sensitive never gets here:
 * a decoded message is masked by its contract, and of a body that nobody could read or that no
 * operation claims only length and hash are kept.
 */
export function writeJournal(
  parts: PipelineParts,
  exchange: Exchange,
  response: WireResponse,
): WireResponse {
  const sandbox = exchange.sandbox ?? parts.sandboxes.get(DEFAULT_SANDBOX);
  if (!sandbox) return response;
  const { journal } = sandbox;
  const sent =
    exchange.outcome === 'defect'
      ? withDefectText(parts, exchange, `${sandbox.name}.${journal.count + 1}`)
      : response;
  exchange.now ??= sandbox.now(exchange.receivedAt);
  const number = journal.append(entryOf(parts, exchange, sent));
  return parts.marks ? marked(sent, exchange, `${sandbox.name}.${number}`) : sent;
}

function marked(sent: WireResponse, exchange: Exchange, id: string): WireResponse {
  if (sent.kind === 'answer') {
    return { ...sent, headers: markedHeaders(sent.headers, exchange, id) };
  }
  if (!('answer' in sent)) return sent;
  const headers = markedHeaders(sent.answer.headers, exchange, id);
  return { ...sent, answer: { ...sent.answer, headers } };
}

function markedHeaders(
  headers: WireAnswer['headers'],
  exchange: Exchange,
  id: string,
): WireAnswer['headers'] {
  const { evidence, selfCheck } = exchange;
  // Keys before a spread cost a tenth of keys behind it, and every answer passes here.
  const marked = { 'x-sosie-exchange': id, 'x-sosie-evidence': evidence, ...headers };
  return selfCheck ? { 'x-sosie-self-check': checkText(exchange), ...marked } : marked;
}

function entryOf(parts: PipelineParts, exchange: Exchange, response: WireResponse): JournalEntry {
  const { now = exchange.receivedAt, changes, receivedAt, startedAt } = exchange;
  const request = requestOf(exchange);
  const tookMs = Math.round((parts.stopwatch() - startedAt) * 1000) / 1000;
  return {
    kind: 'exchange',
    at: now,
    vendor: exchange.vendor?.module.name ?? '',
    operation: exchange.claimedBy,
    outcome: exchange.outcome,
    entities: changes.length > 0 ? [] : idsIn(exchange),
    changes,
    detail: detailOf(exchange),
    host: {
      receivedAt,
      tookMs,
      minted: request.minted,
      userAgent: exchange.request.headers['user-agent'],
      stack: exchange.defect?.stack,
    },
    request: request.body,
    response: responseBody(exchange, response),
  };
}

function detailOf(exchange: Exchange): Readonly<Record<string, unknown>> {
  const { failure, code, defect, selfCheck, fault, evidence } = exchange;
  return {
    evidence,
    // It quotes what was sent: an unknown path, an unknown key.
    failure: maskTexts(failure),
    code,
    defect: defect?.message,
    selfCheck: selfCheck && checkText(exchange),
    fault: fault && { rule: fault.rule.id, phase: fault.rule.phase, then: fault.rule.then },
  };
}

const checkText = ({ selfCheck }: Exchange): string =>
  selfCheck ? `${selfCheck.pointer} ${selfCheck.message}`.replace(/[^\x20-\x7e]/g, '?') : '';

/** The ids in the path: what a reading call was about. */
const idsIn = ({ route, page }: Exchange): readonly string[] =>
  Object.values((route ?? page)?.params ?? {});

interface JournalledRequest {
  readonly body: JournalEntryBody;
  /** What the client minted for this call alone (a timestamp): no part of the canonical form. */
  readonly minted?: Readonly<Record<string, unknown>>;
}

function requestOf({ request, location, message, codec }: Exchange): JournalledRequest {
  const query = location?.query ? '?…' : '';
  const mark = request.url.indexOf('?');
  const path = mark < 0 ? request.url : request.url.slice(0, mark);
  const head = `${request.method} ${maskText(path)}${query}`;
  if (!message || !codec) return { body: { head, body: request.body, hidden: true } };
  const body = { head, body: JSON.stringify(codec.journalled(message)) };
  const minted: Record<string, unknown> = {};
  for (const name of codec.mintedFields) minted[name] = message[name];
  return { body, minted };
}

function responseBody(exchange: Exchange, response: WireResponse): JournalEntryBody {
  if (response.kind !== 'answer' && !('answer' in response)) {
    return { head: response.kind, body: '' };
  }
  const answer: WireAnswer = response.kind === 'answer' ? response : response.answer;
  const head =
    response.kind === 'answer' ? `${answer.status}` : `${answer.status} ${response.kind}`;
  // Neither a drawn page nor a description is for reading here.
  if (exchange.page ?? exchange.document) return { head, body: answer.body, hidden: true };
  const { codec, answered } = exchange;
  if (!codec || answered === undefined) return { head, body: answer.body };
  const { message, numbers } = answered;
  const masked = exchange.conforms ? codec.maskChecked(message) : codec.maskResponse(message);
  // Also when a fault struck it: what is left of an answer is as secret as the whole.
  return { head, body: masked === message ? answer.body : codec.write(masked, numbers) };
}
