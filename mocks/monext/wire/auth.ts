import { isSameText } from '#kit/same-text.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { MonextEnv } from '#mocks/monext/domain/behaviour.ts';
import type { Merchant } from '#mocks/monext/domain/merchant.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { WireHeaders } from '#wire/vendor.ts';

/** In order of precedence. */
export type AuthFailure =
  | { readonly kind: 'credentials-missing' }
  | { readonly kind: 'credentials-wrong' }
  | { readonly kind: 'merchant-locked' };

interface Basic {
  readonly user: string;
  readonly password: string;
}

/** HTTP Basic: the merchant's id and its access key. */
export function authenticate(
  draft: MonextDraft,
  { headers, access }: { readonly headers: WireHeaders; readonly access: string },
  { settings }: MonextEnv,
): Outcome<Merchant | AuthFailure | undefined, AuthFailure> {
  if (access === 'none') return done(undefined);
  const known = merchantOf(draft, headers);
  if (known.ok) return known;
  // Then it is for the operation's own answer to tell.
  return settings.wrongCredentials === 'in-band' ? done(known.failure) : known;
}

function merchantOf(draft: MonextDraft, headers: WireHeaders): Outcome<Merchant, AuthFailure> {
  const basic = basicOf(headers);
  if (!basic) return refused({ kind: 'credentials-missing' });
  const merchant = draft.merchants.get(basic.user);
  if (!merchant || !isSameText(basic.password, merchant.accessKey)) {
    return refused({ kind: 'credentials-wrong' });
  }
  return merchant.isLocked ? refused({ kind: 'merchant-locked' }) : done(merchant);
}

function basicOf({ authorization = '' }: WireHeaders): Basic | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The merchant's id: a sandbox can be bound to it. */
export const credentialOf = (headers: WireHeaders): string | undefined => basicOf(headers)?.user;
