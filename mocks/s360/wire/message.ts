import { kindOf } from '#kit/kind.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Message, MessageParts, WireFailure, WireHeaders } from '#wire/vendor.ts';
import { bearerIn } from './auth.ts';
import { readToken } from './token.ts';

/** A method's parameters are the members of one JSON object. */
export function messageOf({ body }: MessageParts): Outcome<Message, WireFailure> {
  if (isObject(body)) return done(body);
  return refused({ kind: 'malformed-body', why: `expected an object, found ${kindOf(body)}` });
}

/** The operator: a sandbox can be bound to it. */
export function credentialOf({ body }: MessageParts, headers: WireHeaders): string | undefined {
  const bearer = bearerIn(headers);
  if (bearer !== undefined) return readToken(bearer)?.operator;
  const inBody = isObject(body) ? body['operator'] : undefined;
  return typeof inBody === 'string' ? inBody : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  kindOf(value) === 'object';
