import { isSameText } from '#kit/same-text.ts';
import { SECOND_MS } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import { assert } from '#kernel/defect.ts';
import type { S360Env } from '#mocks/s360/domain/behaviour.ts';
import type { Operator } from '#mocks/s360/domain/institution.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { WireHeaders } from '#wire/vendor.ts';
import { isSignedBy, OWN_ISSUER, readToken, writeToken, type Token } from './token.ts';
import type { S360Caller } from './voice.ts';

/** In order of precedence. */
export type AuthFailure =
  | { readonly kind: 'authentication-missing'; readonly what: string }
  | { readonly kind: 'token-malformed' }
  | { readonly kind: 'operator-unknown'; readonly operator: string }
  | { readonly kind: 'secret-wrong' }
  | { readonly kind: 'token-expired' }
  | { readonly kind: 'token-too-long' };

export interface BearerRequest {
  readonly headers: WireHeaders;
  readonly access: string;
}

const BEARER = 'Authorization: Bearer <JWT>';

/** REST: a JWT that the operator signed itself, or one that the auth endpoint gave it. */
export function authenticateBearer(
  draft: S360Draft,
  { headers, access }: BearerRequest,
  env: S360Env,
): Outcome<S360Caller | undefined, AuthFailure> {
  if (access === 'none') return done(undefined);
  const text = bearerIn(headers);
  if (text === undefined) return refused({ kind: 'authentication-missing', what: BEARER });
  const token = readToken(text);
  if (!token) return refused({ kind: 'token-malformed' });
  const operator = draft.operators.get(token.operator);
  if (!operator) return refused({ kind: 'operator-unknown', operator: token.operator });
  if (!isSignedBy(token, operator.secret)) return refused({ kind: 'secret-wrong' });
  const failure = staleness(token, env);
  return failure ? refused(failure) : done(callerOf(draft, operator, { headers, env }));
}

export interface OperatorCredentials {
  readonly name: string | undefined;
  readonly password: string | undefined;
}

/** SOAP and the auth endpoint: an operator's name and its password. */
export function authenticateOperator(
  draft: S360Draft,
  { name, password }: OperatorCredentials,
): Outcome<Operator, AuthFailure> {
  if (!name) return refused({ kind: 'authentication-missing', what: 'the name of the operator' });
  if (!password) return refused({ kind: 'authentication-missing', what: 'its secret' });
  const operator = draft.operators.get(name);
  if (!operator) return refused({ kind: 'operator-unknown', operator: name });
  return isSameText(password, operator.secret) ? done(operator) : refused({ kind: 'secret-wrong' });
}

interface Hearing {
  readonly headers: WireHeaders;
  readonly env: S360Env;
}

/** The language of names stands in a header whose name is not public. */
export function callerOf(draft: S360Draft, operator: Operator, hearing: Hearing): S360Caller {
  const { id, institutionId, pointOfSalesId } = operator;
  const institution = draft.institutions.get(institutionId);
  const pointOfSales = draft.pointsOfSales.get(pointOfSalesId);
  assert(institution && pointOfSales, `operator ${id} works nowhere`);
  return {
    operatorId: id,
    institutionId,
    pointOfSalesId,
    salesChannelId: pointOfSales.salesChannelId,
    language: languageOf(institution.languages, hearing),
  };
}

function languageOf(languages: readonly string[], { headers, env }: Hearing): string {
  const main = languages[0] ?? '';
  const asked = headers['accept-language'];
  if (asked === undefined || env.settings.language === 'main') return main;
  const wanted = asked.split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return wanted.find((one) => languages.includes(one)) ?? main;
}

export function issueToken({ id, institutionId, secret }: Operator, env: S360Env): string {
  const expiresAt = env.now + env.settings.tokenSeconds * SECOND_MS;
  const claims = { institution: institutionId, operator: id, issuedAt: env.now, expiresAt };
  return writeToken(claims, secret);
}

const MOST_SECONDS = 30;

/** What a client mints is judged by the host's clock, what the vendor gave out by the sandbox's. */
function staleness(token: Token, { now, receivedAt, settings }: S360Env): AuthFailure | undefined {
  const { issuer, issuedAt, expiresAt } = token;
  const isOwn = issuer === OWN_ISSUER;
  const at = isOwn ? now : receivedAt;
  if (expiresAt <= at) return { kind: 'token-expired' };
  if (isOwn || settings.jwtRules === 'lenient') return undefined;
  const isShort = issuedAt !== undefined && expiresAt - issuedAt <= MOST_SECONDS * SECOND_MS;
  // Seconds are counted whole, so that a token made in this second may be almost two old.
  const isFresh = issuedAt !== undefined && Math.abs(at - issuedAt) < 2 * SECOND_MS;
  return isShort && isFresh ? undefined : { kind: 'token-too-long' };
}

export function bearerIn(headers: WireHeaders): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers['authorization'] ?? '')?.[1];
}
