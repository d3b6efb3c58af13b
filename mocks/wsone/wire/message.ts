import { done, refused, type Outcome } from '#kernel/outcome.ts';
import { kindOf } from '#kit/kind.ts';
import type { Message, MessageParts, WireFailure, WireHeaders } from '#wire/vendor.ts';
import { credentialsIn } from './auth.ts';

const VERSION = /^\d{1,3}\.\d{1,3}$/;

/** Everything stands in the body, a JSON object; of the path at most a version is asked for. */
export function messageOf({ params, body }: MessageParts): Outcome<Message, WireFailure> {
  const { version } = params;
  if (version !== undefined && !VERSION.test(version)) {
    return refused({ kind: 'unknown-path', path: `/rest/${version}/…`, nearest: '/rest/2.0/…' });
  }
  if (kindOf(body) !== 'object') {
    return refused({ kind: 'malformed-body', why: `expected an object, found ${kindOf(body)}` });
  }
  // Its kind was looked at just now.
  return done(body as Message);
}

/** The user name: a sandbox can be bound to it. */
export const credentialOf = (_parts: MessageParts, headers: WireHeaders): string | undefined =>
  credentialsIn(headers)?.username;
