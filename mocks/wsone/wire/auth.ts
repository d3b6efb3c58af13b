import { isSameText } from '#kit/same-text.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Client } from '#mocks/wsone/domain/client.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import type { WireHeaders } from '#wire/vendor.ts';

/** In order of precedence. */
export type AuthFailure =
  | { readonly kind: 'credentials-missing' }
  | { readonly kind: 'credentials-wrong'; readonly username: string };

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** HTTP Basic: `Authorization: Basic base64(username:password)`. */
export function authenticate(
  draft: WsoneDraft,
  { headers }: { readonly headers: WireHeaders },
): Outcome<Client, AuthFailure> {
  const given = credentialsIn(headers);
  if (!given) return refused({ kind: 'credentials-missing' });
  const client = draft.clients.get(given.username);
  if (!client || !isSameText(given.password, client.password)) {
    return refused({ kind: 'credentials-wrong', username: given.username });
  }
  return done(client);
}

const BASIC = /^basic +([a-z\d+/]+={0,2})$/i;

const MOST_REMEMBERED = 256;
const remembered = new Map<string, Credentials>();

/** A till sends the same header with every call, so what it says is read once. */
export function credentialsIn(headers: WireHeaders): Credentials | undefined {
  const header = headers['authorization'];
  if (header === undefined) return undefined;
  const known = remembered.get(header);
  if (known) return known;
  const read = decoded(header);
  if (!read) return undefined;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(header, read);
  return read;
}

function decoded(header: string): Credentials | undefined {
  const [, encoded = ''] = BASIC.exec(header.trim()) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
