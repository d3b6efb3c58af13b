import type { Operation } from '#kit/operation.ts';
import { validatorOf } from '#kit/ajv.ts';
import { journalledOf, mintedFieldsOf } from '#kit/canonical.ts';
import { jsonErrorAt } from '#kit/json-position.ts';
import { checkedMaskerOf, maskerOf } from '#kit/mask.ts';
import type { TSchema } from '#kit/types.ts';
import { nearest } from '#kernel/nearest.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { WireRequest } from '../http.ts';
import { routerOf, type RouteMatch } from '../router.ts';
import type { Codec, ParsedBody, ServedSide, Written } from '../side.ts';
import type { AnyVendorModule, MessageParts, WireFailure } from '../vendor.ts';
import { jsonWriterOf, writeAny } from './json-writer.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** One vendor's JSON over HTTP. */
export function restSideOf(module: AnyVendorModule): ServedSide {
  const { operations, refusal } = module.contract;
  const offered = Object.entries(operations).filter(([, { soapOnly }]) => !soapOnly);
  const router = routerOf(Object.fromEntries(offered));
  const codecs = new Map<string, Codec>();
  const codecFor = ({ name, operation }: RouteMatch): Codec => {
    const known = codecs.get(name);
    if (known) return known;
    const created = codecOf(operation);
    codecs.set(name, created);
    return created;
  };
  return {
    protocol: 'rest',
    module: module.rest,
    contentHeaders: JSON_HEADERS,
    parseBody,
    route: ({ method, path }, parts) => {
      const match = router(method, path);
      if (match.kind === 'matched') {
        return done({ match, codec: codecFor(match), parts: { ...parts, params: match.params } });
      }
      if (match.kind === 'method-not-allowed') return refused(match);
      const paths = offered.map(([, { path: pattern }]) => pattern);
      const guess = nearest(path.replace(/\/+$/, ''), [...new Set(paths)]);
      return refused({ kind: 'unknown-path', path, ...(guess ? { nearest: guess } : {}) });
    },
    handler: (name) => module.rest.wiring[name],
    refusal: { ordered: refusal, check: validatorOf(refusal), write: writerOf(refusal) },
  };
}

export const JSON_TYPE = 'application/json; charset=utf-8';
const JSON_HEADERS = { 'content-type': JSON_TYPE };

function codecOf(operation: Operation): Codec {
  return {
    operation,
    checkRequest: validatorOf(operation.request),
    ordered: operation.response,
    check: validatorOf(operation.response),
    journalled: journalledOf(operation.request),
    mintedFields: mintedFieldsOf(operation.request),
    maskResponse: maskerOf(operation.response),
    maskChecked: checkedMaskerOf(operation.response),
    write: writerOf(operation.response),
  };
}

/** Where numbers are plain, keys keep the order in which the message was built. */
function writerOf(schema: TSchema): Written['write'] {
  const write = jsonWriterOf(schema);
  return (message, numbers) => (numbers === 'plain' ? writeAny(message) : write(message));
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
function parseBody(request: WireRequest): Outcome<ParsedBody, WireFailure> {
  if (request.body.length === 0) return done({ body: {} });
  if (isTooDeep(request.body)) {
    return refused({ kind: 'malformed-body', why: `nested deeper than ${MOST_DEPTH} levels` });
  }
  const text = textOf(request.body);
  if (text === undefined) return refused({ kind: 'malformed-body', why: 'not UTF-8' });
  try {
    return done({ body: JSON.parse(text) as unknown });
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
