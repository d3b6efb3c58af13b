import { assert } from '#kernel/defect.ts';
import type { Instant } from '#kernel/instant.ts';
import { andThen, type Eventually } from '#kernel/lane.ts';
import { Exchange } from './exchange.ts';
import { decideCall } from './decide.ts';
import { faultAfter, faultBefore, staleRule } from './faulting.ts';
import type { WireAnswer, WireRequest, WireResponse } from './http.ts';
import { findSandbox } from './find-sandbox.ts';
import { writeJournal } from './journalling.ts';
import type { Location } from './locate.ts';
import { readPage, renderPage } from './page.ts';
import { defectAnswer, noVendorAnswer, refuseEarly } from './refusing.ts';
import { queryOf } from './rest/side.ts';
import type { TurnRequest } from '#kernel/sandbox.ts';
import type { Sandboxes } from '#kernel/sandboxes.ts';
import type { ServedVendor } from './served.ts';
import { linksOf } from './links.ts';
import type { XmlCheck } from './self-check.ts';
import { XML_TYPE } from './soap/side.ts';
import type { SoapFailure } from './vendor.ts';

export type SelfCheck = 'fail' | 'warn' | 'off';

export interface PipelineParts {
  readonly vendors: ReadonlyMap<string, ServedVendor>;
  readonly locate: (request: WireRequest) => Location;
  readonly sandboxes: Sandboxes;
  readonly selfCheck: SelfCheck;
  /** For tests: checks what costs too much in service. */
  readonly hardened: boolean;
  /** Checks answers in XML against their schemas, in tests and where asked. */
  readonly xmlCheck?: XmlCheck | undefined;
  /** Adds `X-Sosie-Exchange` and `X-Sosie-Evidence` to each answer. */
  readonly marks: boolean;
  readonly maxBodyBytes: number;
  /** Origin of URLs that a person opens; by default that of the request. */
  readonly publicUrl: string | undefined;
  readonly host: () => Instant;
  /** Milliseconds for timings; never for meaning. */
  readonly stopwatch: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Told of each exchange after it was journalled. */
  readonly onExchange?: (exchange: Exchange, response: WireResponse) => void;
}

/** The life of one request: named stages, in this order, for every vendor and transport. */
export function handle(parts: PipelineParts, request: WireRequest): Eventually<WireResponse> {
  const exchange = receive(parts, request);
  findVendor(parts, exchange);
  if (!exchange.vendor) return journal(parts, exchange, noVendorAnswer(parts, request));
  const unreadable = parse(parts, exchange);
  const unknownSandbox = findSandbox(parts, exchange);
  const document = unknownSandbox ? undefined : describe(parts, exchange);
  if (document) return journal(parts, exchange, document);
  const failure = unknownSandbox ?? unreadable ?? route(exchange) ?? decode(exchange);
  if (failure) {
    const refusal = guarded(exchange, () => refuseEarly(parts, exchange, failure));
    return andThen(refusal, (answer) => journal(parts, exchange, answer));
  }
  const struck = guarded(exchange, () => faultBefore(parts, exchange));
  return andThen(struck, (injected) => {
    if (injected) return journal(parts, exchange, injected);
    if (exchange.fault?.rule.then.kind !== 'duplicate') return work(parts, exchange);
    // As behind a proxy that retries: done twice, and the client sees the second answer.
    return andThen(work(parts, exchange.twin()), () => work(parts, exchange));
  });
}

function work(parts: PipelineParts, exchange: Exchange): Eventually<WireResponse> {
  return andThen(
    guarded(exchange, () => turn(parts, exchange)),
    (answer) => {
      const struck = guarded(exchange, () => faultAfter(parts, exchange, answer));
      return andThen(struck, (response) => journal(parts, exchange, response));
    },
  );
}

/** Whatever throws is a defect of ours, answered as one; nothing gets past the pipeline. */
function guarded<T>(exchange: Exchange, stage: () => Eventually<T>): Eventually<T | WireAnswer> {
  const defect = (error: unknown): WireAnswer => defectAnswer(exchange, error);
  try {
    const result = stage();
    return result instanceof Promise ? result.catch(defect) : result;
  } catch (error) {
    return defect(error);
  }
}

function receive(parts: PipelineParts, request: WireRequest): Exchange {
  return new Exchange(request, request.receivedAt ?? parts.host(), parts.stopwatch());
}

function findVendor(parts: PipelineParts, exchange: Exchange): void {
  exchange.location = parts.locate(exchange.request);
  const vendor = parts.vendors.get(exchange.location.vendor?.name ?? '');
  exchange.vendor = vendor;
  exchange.side = vendor?.soap?.offers(exchange.location.path) ? vendor.soap : vendor?.rest;
}

function parse(parts: PipelineParts, exchange: Exchange): SoapFailure | undefined {
  const { side, request, location } = exchange;
  if (!side || !location) return undefined;
  const query = queryOf(location.query);
  exchange.parts = { params: {}, query, body: undefined };
  if (request.unread === 'not-decompressible') {
    return { kind: 'malformed-body', why: 'its content encoding is broken' };
  }
  if (request.unread || request.body.length > parts.maxBodyBytes) {
    return { kind: 'body-too-large', limitBytes: parts.maxBodyBytes };
  }
  const parsed = side.parseBody(request);
  if (!parsed.ok) return parsed.failure;
  const { body, security } = parsed.value;
  exchange.parts = { params: {}, query, body, security };
  return undefined;
}

/** A description of a service is asked for by nobody in particular, and changes nothing. */
function describe(parts: PipelineParts, exchange: Exchange): WireAnswer | undefined {
  const { vendor, side, location, request } = exchange;
  if (!location || !vendor?.soap || side !== vendor.soap || request.method !== 'GET')
    return undefined;
  const address = linksOf(parts, exchange).service(location.path);
  const document = vendor.soap.describe(location, address);
  if (!document) return undefined;
  exchange.document = document.kind;
  exchange.outcome = 'done';
  const headers = { 'content-type': XML_TYPE };
  return { kind: 'answer', status: 200, headers, body: document.text };
}

function route(exchange: Exchange): SoapFailure | undefined {
  const { side, location, request, parts } = exchange;
  if (!side || !location || !parts) return undefined;
  const routed = side.route({ method: request.method, path: location.path }, parts);
  if (!routed.ok) return findPage(exchange) ? undefined : routed.failure;
  const { match, codec, parts: found } = routed.value;
  exchange.route = match;
  exchange.codec = codec;
  exchange.parts = found;
  exchange.restOn(match.operation.evidence);
  return undefined;
}

/** Pages stand beside the API: what a person opens, not a program. */
function findPage(exchange: Exchange): boolean {
  const { vendor, location, request } = exchange;
  exchange.page = location && vendor?.pages(request.method, location.path);
  if (exchange.page) exchange.restOn(exchange.page.page.evidence);
  return exchange.page !== undefined;
}

function decode(exchange: Exchange): SoapFailure | undefined {
  const { vendor, side, parts, route: found, sandbox } = exchange;
  if (!vendor || !side || !parts || !found || !sandbox) return undefined;
  const { settings } = sandbox.settingsOf(vendor.vendor);
  const message = side.module.message(parts, settings);
  if (!message.ok) return message.failure;
  exchange.message = message.value;
  return found.operation.notBuilt ? { kind: 'not-built', operation: found.name } : undefined;
}

/** Settles what is due, then decides and commits in one synchronous turn. */
function turn(parts: PipelineParts, exchange: Exchange): Eventually<WireAnswer> {
  if (!exchange.page) return decided(exchange, (open) => decideCall(parts, exchange, open));
  const read = decided(exchange, (open) => readPage(parts, exchange, open));
  return andThen(read, (value) => renderPage(exchange, value));
}

function decided<T>(exchange: Exchange, decide: TurnRequest<T>['decide']): Eventually<T> {
  const { sandbox, vendor, receivedAt } = exchange;
  assert(sandbox && vendor, 'a turn without a sandbox');
  const request = { vendor: vendor.vendor, receivedAt, decide };
  const stale = staleRule(exchange);
  const taken = stale ? sandbox.peek(request, stale) : sandbox.turn(request);
  return andThen(taken, ({ value, changes }) => {
    exchange.changes = changes;
    return value;
  });
}

function journal(parts: PipelineParts, exchange: Exchange, response: WireResponse): WireResponse {
  const written = writeJournal(parts, exchange, response);
  parts.onExchange?.(exchange, written);
  return written;
}
