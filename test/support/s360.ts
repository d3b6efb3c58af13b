import { createHmac } from 'node:crypto';
import type { Instant } from '#kernel/instant.ts';
import type { Sosie } from '#server/index.ts';
import { NOON_INSTANT } from './utick.ts';

export const SECRET = 'P@ssw0rd';

export interface Signing {
  readonly operator?: string;
  readonly secret?: string;
  /** When the client signs. */
  readonly at?: Instant;
  /** How many seconds the token lives. */
  readonly lives?: number;
  readonly claims?: Readonly<Record<string, unknown>>;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the vendor's clients sign it. */
export function jwt({
  operator = 'MOSA_B2C',
  secret = SECRET,
  at = NOON_INSTANT,
  lives = 30,
  claims = {},
}: Signing = {}): string {
  const iat = Math.floor(at / 1000);
  const sub = operator.split('_')[0];
  const payload = { sub, aud: operator, iss: 'Partner 1', iat, exp: iat + lives, ...claims };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

export interface S360Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: T & { readonly statusCode: string; readonly statusDetail?: string };
}

export interface S360Call {
  /** `catalogService/v1_33/getPOSConfig`, below the module. */
  readonly path: string;
  readonly module?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly operator?: string;
  readonly authorization?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sandbox?: string;
  readonly at?: Instant;
}

/** A call over REST in process. */
export async function s360<T>(sosie: Sosie, call: S360Call): Promise<S360Answer<T>> {
  const { path, module = 'tnseb', body = {}, operator, sandbox, at = NOON_INSTANT } = call;
  const bearer = `Bearer ${jwt({ ...(operator === undefined ? {} : { operator }), at })}`;
  const authorization = 'authorization' in call ? call.authorization : bearer;
  const response = await sosie.handle({
    method: 'POST',
    url: `${sandbox === undefined ? '' : `/~${sandbox}`}/s360/${module}/backend-apis/${path}`,
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...call.headers,
    },
    body,
    receivedAt: at,
  });
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  const { status, headers } = response;
  return { status, headers, body: JSON.parse(String(response.body)) as S360Answer<T>['body'] };
}
