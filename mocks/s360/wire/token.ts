import { createHmac } from 'node:crypto';
import { kindOf } from '#kit/kind.ts';
import { isSameText } from '#kit/same-text.ts';
import type { Instant } from '#kernel/instant.ts';

/** What a bearer token says, before anybody has checked who signed it. */
export interface Token {
  readonly operator: string;
  readonly issuer: string | undefined;
  readonly issuedAt: Instant | undefined;
  readonly expiresAt: Instant;
  readonly signed: string;
  readonly signature: string;
}

/** The issuer of the tokens that the auth endpoint gives out. */
export const OWN_ISSUER = 'S-360';

const HEADER = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));

const readBefore = new Map<string, Token | undefined>();

/**
 * Undefined when it is no JWT of HS256 that names an operator and its end. A client uses a token for
 * many calls: it is read once.
 */
export function readToken(text: string): Token | undefined {
  return remembered(readBefore, text, () => tokenIn(text));
}

function tokenIn(text: string): Token | undefined {
  const [header = '', payload = '', signature = '', more] = text.split('.');
  if (more !== undefined || recordIn(header)?.['alg'] !== 'HS256') return undefined;
  const { aud, iss, iat, exp } = recordIn(payload) ?? {};
  const expiresAt = instantOf(exp);
  if (typeof aud !== 'string' || expiresAt === undefined) return undefined;
  const issuer = typeof iss === 'string' ? iss : undefined;
  const signed = `${header}.${payload}`;
  return { operator: aud, issuer, issuedAt: instantOf(iat), expiresAt, signed, signature };
}

export function isSignedBy({ signed, signature }: Token, secret: string): boolean {
  return isSameText(signature, signatureOf(signed, secret));
}

export interface Claims {
  readonly institution: string;
  readonly operator: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

export function writeToken(claims: Claims, secret: string): string {
  const { institution: sub, operator: aud, issuedAt, expiresAt } = claims;
  const [iat, exp] = [secondsOf(issuedAt), secondsOf(expiresAt)];
  const signed = `${HEADER}.${base64url(JSON.stringify({ sub, aud, iss: OWN_ISSUER, iat, exp }))}`;
  return `${signed}.${signatureOf(signed, secret)}`;
}

const signedBefore = new Map<string, string>();

/** Computed once for as many calls. */
const signatureOf = (signed: string, secret: string): string =>
  remembered(signedBefore, `${secret} ${signed}`, () =>
    createHmac('sha256', secret).update(signed).digest('base64url'),
  );

const MOST_REMEMBERED = 256;

function remembered<V>(known: Map<string, V>, key: string, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, made);
  return made;
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function recordIn(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    // A JSON object has texts for keys.
    return kindOf(value) === 'object' ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** The vendor's page says milliseconds, its own sample and all clients count seconds. */
const LEAST_MILLISECONDS = 1e11;

const instantOf = (value: unknown): Instant | undefined => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return value > LEAST_MILLISECONDS ? value : value * 1000;
};

const secondsOf = (instant: Instant): number => Math.floor(instant / 1000);
