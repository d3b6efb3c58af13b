import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { UnreadableAnswerError, type TransportRequest } from '#client/index.ts';
import { isXml, keep, type Agreement, type Partner } from './agreement.ts';
import { agreements as withMonext } from './monext/index.ts';
import { monext } from './monext/partner.ts';
import { agreements as withS360 } from './s360/index.ts';
import { rest, soap } from './s360/partner.ts';
import { agreements as withUtick } from './utick/index.ts';
import { signed, utick } from './utick/partner.ts';
import { agreements as withWsone } from './wsone/index.ts';
import { wsone } from './wsone/partner.ts';

const folder = mkdtempSync(join(tmpdir(), 'sosie-mutations-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Field = readonly string[];
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isMatcher = (value: Json): boolean => 'pact:matcher:type' in value;

/** Each field of a request, those of the objects in it too. */
function fieldsOf(body: Json): readonly Field[] {
  return Object.entries(body).flatMap(([name, value]): readonly Field[] => {
    if (!isObject(value) || isMatcher(value)) return [[name]];
    const inner = fieldsOf(value).map((field) => [name, ...field]);
    // An item of a list is no field, what is in it is.
    return Array.isArray(body) ? inner : [[name], ...inner];
  });
}

/** A client that forgets a field. */
const without =
  (field: Field) =>
  (request: TransportRequest): TransportRequest => {
    const body = JSON.parse(request.body) as Json;
    return { ...request, body: JSON.stringify(dropped(body, field)) };
  };

function dropped(value: unknown, [name = '', ...rest]: Field): unknown {
  if (Array.isArray(value)) {
    return value.map((item, at) => (String(at) === name ? dropped(item, rest) : item));
  }
  const entries = Object.entries(value as Json).flatMap(([key, item]) => {
    if (key !== name) return [[key, item]];
    return rest.length === 0 ? [] : [[key, dropped(item, rest)]];
  });
  return Object.fromEntries(entries) as unknown;
}

const credentials = Object.keys(signed);

/** Plays one agreement with a client that is changed. */
interface Played {
  readonly that: string;
  readonly body: Json;
  play(mutate?: Mutate): Promise<void>;
}
type Mutate = (request: TransportRequest) => TransportRequest;

const playing = <Client>(
  partner: Partner<Client>,
  agreements: readonly Agreement<Client>[],
): readonly Played[] =>
  agreements.map((agreement) => ({
    that: agreement.that,
    // Of XML a mutation names the text that it changes.
    body: isXml(agreement.with) ? {} : (agreement.with ?? {}),
    play: (mutate = (request) => ({ ...request })) =>
      keep({ partner, agreement }, { folder, mutate }),
  }));

const utickPlayed = playing(utick, withUtick);
const wsonePlayed = playing(wsone, withWsone);

const CREATION = 'an order is opened with two passes';
const s360Over = (partner: typeof rest): readonly Played[] =>
  playing(
    partner,
    withS360
      .filter((agreed) => agreed.partner === partner)
      .map(({ agreement }) => agreement)
      .filter(({ that }) => that.startsWith(CREATION)),
  );
const s360Played = [...s360Over(rest), ...s360Over(soap)];
const monextPlayed = playing(monext, withMonext);

/** What every call carries is dropped of one; what is a call's own, of each. */
const mutations = [...utickPlayed, ...wsonePlayed, ...s360Played].flatMap((played) =>
  fieldsOf(played.body)
    .filter(([name = '']) => !credentials.includes(name))
    .map((field) => [played.that, field.join('.'), played, field] as const),
);

function playedOf(all: readonly Played[], that: string): Played {
  const found = all.find((one) => one.that === that);
  if (!found) throw new Error(`nothing is agreed about “${that}”`);
  return found;
}
const signedOnly = playedOf(utickPlayed, 'an application is told who it is');
const sale = playedOf(wsonePlayed, 'a receipt is sent and validated at once');

/** The provider’s mock gives no answer of the vendor’s to what nobody agreed on. */
async function expectBroken({ play }: Played, mutate: Mutate): Promise<void> {
  const broken = play(mutate);
  await expect(broken).rejects.toBeInstanceOf(UnreadableAnswerError);
  await expect(broken).rejects.toMatchObject({ status: 500 });
}

test.each(mutations)('%s: a client that forgets %s fails', async (_, __, played, field) => {
  await expectBroken(played, without(field));
});

test.each(credentials)('a client that forgets %s of its signature fails', async (name) => {
  await expectBroken(signedOnly, without([name]));
});

const anotherMethod: Mutate = (request) => ({ ...request, method: 'PATCH' });
const fieldMore: Mutate = (request) => ({
  ...request,
  body: request.body.replace('{', '{"more":1,'),
});
const withoutHeader: Mutate = ({ headers, ...request }) => ({
  ...request,
  headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== 'authorization')),
});

test.each<readonly [string, Played, Mutate]>([
  ['another method', signedOnly, anotherMethod],
  [
    'another path',
    signedOnly,
    (request) => ({ ...request, url: request.url.replace('system', 'sistem') }),
  ],
  ['a field more', signedOnly, fieldMore],
  ['no credentials', sale, withoutHeader],
  ['a receipt by another method', sale, anotherMethod],
  ['a receipt with a field more', sale, fieldMore],
])('a client that sends %s fails', async (_, played, mutate) => {
  await expectBroken(played, mutate);
});

const creation = playedOf(s360Played, `${CREATION} (SOAP)`);
/** Changes a text of the envelope, which has to be there. */
const inEnvelope =
  (from: RegExp, to: string): Mutate =>
  (request) => {
    if (!from.test(request.body)) throw new Error(`${request.body} has no ${String(from)}`);
    return { ...request, body: request.body.replace(from, to) };
  };

test.each<readonly [string, Mutate]>([
  ['no quantity', inEnvelope(/<quantity>2<\/quantity>/, '')],
  ['another quantity', inEnvelope(/<quantity>2</, '<quantity>3')],
  ['a pass more', inEnvelope(/(<simpleProductOperations>.*<\/simpleProductOperations>)/, '$1$1')],
  ['no purchaser', inEnvelope(/<purchasersInfo>.*<\/purchasersInfo>/, '')],
  ['an element more', inEnvelope(/<orderType>/, '<more>1</more><orderType>')],
  ['another operation', inEnvelope(/tns:createOrUpdateOrder/g, 'tns:createOrder')],
  ['another namespace', inEnvelope(/(xmlns:tns="http:\/\/v1_)33/, '$134')],
  ['no password', inEnvelope(/<wsse:Password .*<\/wsse:Password>/, '')],
  ['another operator', inEnvelope(/TEST_OPERATOR/, 'TEST_OTHER')],
  ['no header', inEnvelope(/<soap:Header>.*<\/soap:Header>/, '')],
])('a client that sends %s over SOAP fails', async (_, mutate) => {
  await expectBroken(creation, mutate);
});

const authorisation = playedOf(monextPlayed, 'a payment by card is authorised');
const capture = playedOf(monextPlayed, 'a part of it is captured under a number of its own');

test.each<readonly [string, Played, Mutate]>([
  ['another amount', authorisation, inEnvelope(/(payment>.*amount[^>]*>)6000/, '$16001')],
  ['no amount', authorisation, inEnvelope(/(payment>)<types:amount.*?<\/types:amount>/, '$1')],
  ['another action', authorisation, inEnvelope(/>100</, '>101<')],
  ['no contract', authorisation, inEnvelope(/<types:contractNumber.*?<\/\S+>/, '')],
  ['no card', authorisation, inEnvelope(/<card>.*<\/card>/, '')],
  ['another card', authorisation, inEnvelope(/>4970100000325734</, '>4970100000325735<')],
  ['no code of the card', authorisation, inEnvelope(/<types:cvx.*?<\/types:cvx>/, '')],
  ['another order', authorisation, inEnvelope(/>EXAMPLE-NEW-ORDER</, '>OTHER<')],
  ['no version', authorisation, inEnvelope(/<version>34<\/version>/, '')],
  ['an element more', authorisation, inEnvelope(/<card>/, '<more>1</more><card>')],
  ['another namespace of objects', authorisation, inEnvelope(/http:\/\/obj\./g, 'http://object.')],
  ['no credentials', authorisation, withoutHeader],
  ['another transaction', capture, inEnvelope(/(transactionID>)\d+/, '$11')],
  ['no number of its own', capture, inEnvelope(/<sequenceNumber>.*<\/sequenceNumber>/, '')],
])('a client that sends %s to Monext fails', async (_, played, mutate) => {
  await expectBroken(played, mutate);
});

test('a client that sends its envelope with other prefixes does not fail', async () => {
  await creation.play((request) => ({
    ...request,
    body: request.body.replaceAll(/(<\/?)soap:|xmlns:soap=/g, (found) =>
      found.replace('soap', 'e'),
    ),
  }));
});

test.each([signedOnly, sale, ...s360Played, authorisation, capture])(
  'a client that sends what was agreed does not fail: $that',
  async ({ play }) => play(),
);
