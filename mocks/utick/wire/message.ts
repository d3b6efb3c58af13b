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
  const asked = settings.acceptQuery ? query : {};
  // Most calls have neither, and every spread is a copy.
  const isBodyAlone = isEmpty(asked) && isEmpty(params);
  return done(isBodyAlone ? body : { ...asked, ...body, ...params });
}

/** The public key: a sandbox can be bound to it. */
export function credentialOf({ query, body }: MessageParts): string | undefined {
  const inBody = isObject(body) ? body['publickey'] : undefined;
  return typeof inBody === 'string' ? inBody : query['publickey'];
}

function isEmpty(fields: object): boolean {
  for (const _ in fields) return false;
  return true;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  kindOf(value) === 'object';
