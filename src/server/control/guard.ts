import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { Problem } from './problem.ts';

/** What of a call decides whether it may come in. */
export interface Caller {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly authorization: string | undefined;
  /** Addresses of both ends of the connection. */
  readonly addresses: readonly (string | undefined)[];
}

type GuardConfig = Pick<Config, 'adminToken' | 'publicUrl' | 'allowHost'>;

/**
 * Why a call to the control API may not come in. A page from elsewhere (another origin, or another
 * name for this address) must not steer it through the browser of somebody who works here.
 */
export function refusalOf(config: GuardConfig, caller: Caller): Problem | undefined {
  const token = tokenOf(config, caller);
  if (isForeign(config, caller)) {
    return forbidden('origin-refused', `pages of ${caller.origin} may not call this API`);
  }
  if (token !== 'valid' && !isKnownHost(config, caller.host)) {
    return forbidden(
      'host-refused',
      `"${caller.host ?? ''}" is not a name of this machine's own; allow it with --allow-host`,
    );
  }
  if (config.adminToken !== undefined) return token === 'valid' ? undefined : unauthorized(token);
  if (caller.addresses.every(isLoopback)) return undefined;
  return forbidden('token-needed', 'from other machines only with --admin-token');
}

export const bearsToken = (
  config: Pick<Config, 'adminToken'>,
  caller: Pick<Caller, 'authorization'>,
): boolean => tokenOf(config, caller) === 'valid';

function tokenOf(
  { adminToken }: Pick<Config, 'adminToken'>,
  { authorization }: Pick<Caller, 'authorization'>,
): TokenState {
  const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (given === undefined) return 'missing';
  return adminToken !== undefined && isSame(given, adminToken) ? 'valid' : 'wrong';
}

type TokenState = 'missing' | 'wrong' | 'valid';

/** Takes as long for a nearly right token as for a wholly wrong one. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A page's own origin is the host it was loaded from; `null` is nobody's. */
function isForeign({ publicUrl }: GuardConfig, { origin, host }: Caller): boolean {
  if (origin === undefined) return false;
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return false;
  return (
    host === undefined || !['http', 'https'].some((scheme) => origin === `${scheme}://${host}`)
  );
}

function isKnownHost({ publicUrl, allowHost }: GuardConfig, host: string | undefined): boolean {
  const name = hostName(host ?? '');
  if (/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(name)) return true;
  if (publicUrl !== undefined && new URL(publicUrl).hostname === name) return true;
  return allowHost.some((allowed) => allowed.toLowerCase() === name);
}

const hostName = (host: string): string => host.toLowerCase().replace(/:\d*$/, '');

export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::1$|127\.|::ffff:127\.)/.test(address);

const forbidden = (kind: string, detail: string): Problem =>
  new Problem(403, kind, { title: 'Refused', detail });

const unauthorized = (token: TokenState): Problem =>
  new Problem(401, 'token-needed', {
    title: 'A token is needed',
    detail:
      token === 'missing'
        ? 'send Authorization: Bearer with the admin token'
        : 'this is not the admin token',
  });
