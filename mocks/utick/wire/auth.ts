import { createHmac } from 'node:crypto';
import { isSameText } from '#kit/same-text.ts';
import { parseInstant, SECOND_MS } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { UtickEnv } from '#mocks/utick/domain/behaviour.ts';
import type { Application } from '#mocks/utick/domain/application.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { Message } from '#wire/vendor.ts';

/** In order of precedence. */
export type AuthFailure =
  | { readonly kind: 'authentication-missing'; readonly field: string }
  | { readonly kind: 'public-key-unknown'; readonly publicKey: string }
  | { readonly kind: 'signature-invalid' }
  | { readonly kind: 'timestamp-outside-window'; readonly timestamp: string };

export interface SignedRequest {
  readonly message: Message;
  readonly access: string;
}

/**
 * Judges the credentials in the body. Only public key and timestamp are signed, nothing of the
 * call itself, so a signature fits every call.
 */
export function authenticate(
  draft: UtickDraft,
  { message, access }: SignedRequest,
  env: UtickEnv,
): Outcome<Application | undefined, AuthFailure> {
  if (access === 'none') return done(undefined);
  const { publickey: publicKey, timestamp, signature } = message;
  if (!isGiven(publicKey)) return refused({ kind: 'authentication-missing', field: 'publickey' });
  if (!isGiven(timestamp)) return refused({ kind: 'authentication-missing', field: 'timestamp' });
  if (!isGiven(signature)) return refused({ kind: 'authentication-missing', field: 'signature' });
  const application = draft.applications.find('byPublicKey', publicKey);
  if (!application) return refused({ kind: 'public-key-unknown', publicKey });
  const expected = signatureOf(publicKey + timestamp, application.privateKey);
  if (!isSameText(signature, expected)) return refused({ kind: 'signature-invalid' });
  if (!isFresh(timestamp, env)) return refused({ kind: 'timestamp-outside-window', timestamp });
  return done(application);
}

const MOST_REMEMBERED = 256;
const remembered = new Map<string, string>();

/**
 * Lower-case hex of HMAC-SHA256. A client's calls within one second carry one timestamp, so their
 * signature is computed once: it depends on nothing else.
 */
export function signatureOf(text: string, privateKey: string): string {
  const key = `${privateKey} ${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const signature = createHmac('sha256', privateKey).update(text).digest('hex');
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, signature);
  return signature;
}

const isGiven = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** By the host's clock: clients sign with real time, wherever the sandbox's clock stands. */
function isFresh(timestamp: string, { receivedAt, settings }: UtickEnv): boolean {
  const windowSeconds = settings.timestampWindowSeconds;
  if (windowSeconds === 0) return true;
  const signedAt = parseInstant(timestamp);
  return signedAt !== undefined && Math.abs(receivedAt - signedAt) <= windowSeconds * SECOND_MS;
}
