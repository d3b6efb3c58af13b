import { beforeEach, expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { jwt, s360, type Signing } from '../../support/s360.ts';
import { NOON, NOON_INSTANT } from '../../support/utick.ts';

let sosie: Sosie;
beforeEach(async () => {
  sosie = await createSosie({ clock: NOON, hardened: true });
  return () => sosie.close();
});

const path = 'catalogService/v1_33/isCatalogServiceAlive';
const calling = (authorization: string | undefined, at = NOON_INSTANT) =>
  s360(sosie, { path, authorization, at });
const signing = (how: Signing, at?: number) => calling(`Bearer ${jwt(how)}`, at);

const NOON_SECONDS = NOON_INSTANT / 1000;

test.each<[string, Signing]>([
  ['as Python clients do', { lives: 30 }],
  ['for 15 minutes, as access control does', { lives: 900 }],
  ['for a year, as the vendor’s sample', { lives: 31_545_995 }],
  ['in milliseconds, as the vendor’s page says', { claims: { exp: NOON_INSTANT + 30_000 } }],
  ['without a time of issue', { claims: { iat: undefined } }],
])('a token signed %s is taken', async (_, how) => {
  expect((await signing(how)).status).toBe(200);
});

test.each<[string, string | undefined, string]>([
  ['nothing', undefined, 'authentication-missing'],
  ['a basic login', 'Basic TU9TQTpY', 'authentication-missing'],
  ['a text', 'Bearer token', 'token-malformed'],
  [
    'a token of another kind',
    `Bearer ${jwt().replace(/^[^.]*/, 'eyJhbGciOiJub25lIn0')}`,
    'token-malformed',
  ],
  ['a token without an end', `Bearer ${jwt({ claims: { exp: undefined } })}`, 'token-malformed'],
  ['a token of four parts', `Bearer ${jwt()}.x`, 'token-malformed'],
  ['an unknown operator', `Bearer ${jwt({ operator: 'MOSA_NOBODY' })}`, 'operator-unknown'],
  ['an operator like a property', `Bearer ${jwt({ operator: '__proto__' })}`, 'operator-unknown'],
  ['another secret', `Bearer ${jwt({ secret: 'WRONG' })}`, 'secret-wrong'],
  [
    'another operator’s claims',
    `Bearer ${jwt()
      .split('.')
      .with(1, jwt({ operator: 'PLAY_B2C' }).split('.')[1] ?? '')
      .join('.')}`,
    'secret-wrong',
  ],
  ['a token that ended', `Bearer ${jwt({ lives: 0 })}`, 'token-expired'],
])('%s is refused with 401', async (_, authorization, failure) => {
  expect((await calling(authorization)).status).toBe(401);
  const [record] = sosie.sandbox.journal.query({ limit: 1 });
  expect(record?.detail['failure']).toMatchObject({ kind: failure });
});

test.each<[string, Signing, number]>([
  ['fresh and short', { lives: 30 }, 200],
  ['living 31 seconds', { lives: 31 }, 401],
  ['issued two seconds ago', { at: NOON_INSTANT - 2_000, lives: 30 }, 401],
  ['without a time of issue', { claims: { iat: undefined } }, 401],
])('under strict rules a token %s answers %i', async (_, how, status) => {
  await sosie.sandbox.settings.set('s360', { jwtRules: 'strict' });
  expect((await signing(how)).status).toBe(status);
});

test('what a client signs is judged by the host’s clock, wherever the sandbox’s stands', async () => {
  await sosie.sandbox.clock.advance('P30D');
  expect((await signing({})).status).toBe(200);
});

test('a token of the auth endpoint is judged by the sandbox’s clock', async () => {
  const asked = { operator: 'MOSA_B2C', partner: 'Partner 1', secret: 'P@ssw0rd' };
  const login = { path: 'v1/auth', module: 'tnai', body: asked, authorization: undefined };
  const { token } = (await s360<{ token: string }>(sosie, login)).body;
  const hostYearsLater = (NOON_SECONDS + 100_000_000) * 1000;
  expect((await calling(`Bearer ${token}`, hostYearsLater)).status).toBe(200);
  await sosie.sandbox.clock.advance('PT3600S');
  expect((await calling(`Bearer ${token}`)).status).toBe(401);
});

test('neither secret nor token is in the journal', async () => {
  const body = { operator: 'MOSA_B2C', secret: 'P@ssw0rd' };
  const login = { path: 'v1/auth', module: 'tnai', body, authorization: undefined };
  const { token } = (await s360<{ token: string }>(sosie, login)).body;
  await calling(`Bearer ${token}`);
  const kept = JSON.stringify(sosie.sandbox.journal.query());
  expect(kept).toContain('MOSA_B2C');
  expect(kept).not.toContain('P@ssw0rd');
  expect(kept).not.toContain(token);
});

test('an operator that a sandbox was made with leads to it', async () => {
  const own = { operator: 'MOSA_TEAM1', secret: 'TEAM-SECRET' };
  await sosie.sandboxes.create({ name: 'team', clock: NOON, credentials: { s360: own } });
  expect((await signing(own)).status).toBe(200);
  expect(sosie.sandboxes.get('team').journal.query()).toHaveLength(1);
  expect(sosie.sandbox.journal.query()).toHaveLength(0);
});
