import type { Operation } from '#kit/operation.ts';
import { validatorOf, type Validator } from '#kit/ajv.ts';
import { journalledOf, mintedFieldsOf } from '#kit/canonical.ts';
import { jsonErrorAt } from '#kit/json-position.ts';
import { maskerOf } from '#kit/mask.ts';
import { assert } from '#kernel/defect.ts';
import { nearest } from '#kernel/nearest.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { WireRequest } from '../http.ts';
import { routerOf, type RouteMatch } from '../router.ts';
import type { ResponseCheck } from '../self-check.ts';
import type { AnyVendorModule, MessageParts, WireFailure } from '../vendor.ts';
import { jsonWriterOf, type JsonWriter } from './json-writer.ts';

/** What one operation's schemas were compiled to. */
export interface Codec {
  readonly operation: Operation;
  readonly checkRequest: Validator;
  readonly response: ResponseCheck;
  /** As the journal keeps it, and the fields that it keeps apart. */
  readonly journalled: (message: unknown) => unknown;
  readonly mintedFields: readonly string[];
  readonly maskResponse: (message: unknown) => unknown;
  readonly write: JsonWriter;
}

/** One vendor's JSON over HTTP, ready to serve: everything compiled once. */
export interface RestCodec {
  parseBody(request: WireRequest): Outcome<unknown, WireFailure>;
  route(method: string, path: string): Outcome<RouteMatch, WireFailure>;
  codec(name: string): Codec;
  readonly refusal: ResponseCheck & { readonly write: JsonWriter };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function restCodecOf(module: AnyVendorModule): RestCodec {
  const { operations, refusal } = module.contract;
  const offered = Object.entries(operations).filter(([, { soapOnly }]) => !soapOnly);
  const router = routerOf(Object.fromEntries(offered));
  const codecs = new Map<string, Codec>();
  return {
    parseBody,
    route: (method, path) => {
      const routed = router(method, path);
      if (routed.kind === 'matched') return done(routed);
      if (routed.kind === 'method-not-allowed') return refused(routed);
      const paths = offered.map(([, { path: pattern }]) => pattern);
      const guess = nearest(path.replace(/\/+$/, ''), [...new Set(paths)]);
      return refused({ kind: 'unknown-path', path, ...(guess ? { nearest: guess } : {}) });
    },
    codec: (name) => {
      const known = codecs.get(name);
      if (known) return known;
      const operation = operations[name];
      assert(operation, `no operation ${name}`);
      const created = codecOf(operation);
      codecs.set(name, created);
      return created;
    },
    refusal: { schema: refusal, check: validatorOf(refusal), write: jsonWriterOf(refusal) },
  };
}

function codecOf(operation: Operation): Codec {
  return {
    operation,
    checkRequest: validatorOf(operation.request),
    response: { schema: operation.response, check: validatorOf(operation.response) },
    journalled: journalledOf(operation.request),
    mintedFields: mintedFieldsOf(operation.request),
    maskResponse: maskerOf(operation.response),
    write: jsonWriterOf(operation.response),
  };
}

function textOf(body: Uint8Array): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

/** Deeper than any vendor's message; what walks through a message must not run out of stack. */
const MOST_DEPTH = 200;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/** Brackets are counted before anything is parsed, those within texts left out. */
function isTooDeep(body: Uint8Array): boolean {
  if (body.length < 2 * MOST_DEPTH) return false;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) inText = !inText;
    else if (inText) continue;
    else if (byte === 0x5b || byte === 0x7b) depth += 1;
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

/** An empty body is an empty message: a missing field is then told by its name. */
function parseBody(request: WireRequest): Outcome<unknown, WireFailure> {
  if (request.body.length === 0) return done({});
  if (isTooDeep(request.body)) {
    return refused({ kind: 'malformed-body', why: `nested deeper than ${MOST_DEPTH} levels` });
  }
  const text = textOf(request.body);
  if (text === undefined) return refused({ kind: 'malformed-body', why: 'not UTF-8' });
  try {
    return done(JSON.parse(text));
  } catch {
    // The engine's own text would quote the body, which nobody could mask.
    return refused({
      kind: 'malformed-body',
      why: `not JSON from character ${jsonErrorAt(text) + 1}`,
    });
  }
}

export function queryOf(query: string): MessageParts['query'] {
  return query === '' ? NO_QUERY : Object.fromEntries(new URLSearchParams(query));
}

const NO_QUERY: MessageParts['query'] = {};
