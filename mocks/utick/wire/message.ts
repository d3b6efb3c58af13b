import { done, refused, type Outcome } from '#kernel/outcome.ts';
import { kindOf } from '#kit/kind.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { Message, MessageParts, WireFailure } from '#wire/vendor.ts';

/** Utick reads a JSON object on every method; a query string is read as well, the body wins. */
export function messageOf(
  { params, query, body }: MessageParts,
  settings: UtickSettings,
): Outcome<Message, WireFailure> {
  if (!isObject(body)) {
    return refused({ kind: 'malformed-body', why: `expected an object, found ${kindOf(body)}` });
  }
  const hasQuery = Object.keys(query).length > 0;
  const asked = hasQuery && settings.acceptQuery ? query : {};
  return done({ ...asked, ...body, ...params });
}

/** The public key: a sandbox can be bound to it. */
export function credentialOf({ query, body }: MessageParts): string | undefined {
  const inBody = isObject(body) ? body['publickey'] : undefined;
  return typeof inBody === 'string' ? inBody : query['publickey'];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  kindOf(value) === 'object';
