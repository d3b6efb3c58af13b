import { MatchersV3 } from '@pact-foundation/pact';
import { createWsoneClient, type WsoneClient, type WsoneOperation } from '#client/index.ts';
import { wsone as contract } from '#contracts/wsone/index.ts';
import type { Agreement as AgreementOf, Answered, Partner, State } from '../agreement.ts';
import { givenOf, id, injected, type Part } from '../matching.ts';

/** What stands in the pact where a verifier puts in what it made with the provider's state. */
export const examples = {
  username: 'TEST-USERNAME',
  password: 'TEST-PASSWORD',
  card: '2990000000000',
  store: '100000',
  receiptNumber: 'EXAMPLE-RECEIPT',
  transactionId: 'A1',
  offerNumber: '2558000000000',
  purchaseDate: '04/03/2026 10:00:00',
  newCard: '2990000000018',
  freeCard: '2990000000025',
  groupeId: '1000000',
  email: 'ada.example@example.com',
  lastName: 'EXAMPLE',
  firstName: 'ADA',
  offerId: '60000',
  formId: 'example-form',
  questionId: 'example-question',
} as const;

export const wsone: Partner<WsoneClient> = {
  provider: 'wsone',
  examples,
  clientAt: (baseUrl, transport) =>
    createWsoneClient({
      ...{ baseUrl, transport, retries: 0, findLostReceipts: false },
      username: examples.username,
      password: examples.password,
    }),
};

export type Agreement = AgreementOf<WsoneClient>;

export const given = givenOf(examples);

/** Of every call the first state. */
export const CLIENT: State = ['a client with its password'];

const credentials = Buffer.from(`${examples.username}:${examples.password}`).toString('base64');

/** Well formed here, at a provider those of its own client. */
export const headers = {
  authorization: injected(
    MatchersV3.regex('^Basic [A-Za-z0-9+/]+=*$', `Basic ${credentials}`),
    '${authorization}',
  ),
} as const;

/** Method and path of an operation, with which every agreement about it begins. */
export const asking = (name: WsoneOperation): Pick<Agreement, 'asks' | 'headers'> => ({
  asks: `POST ${contract.operations[name].path}` as Agreement['asks'], // each path begins with /
  headers,
});

/** A number that may have a fraction; the vendor writes `17.0`, which is the same number as 17. */
export const double = (example: number): Part => MatchersV3.number(example);

export const dateTime = (example = '04/03/2026 10:00:00'): Part =>
  MatchersV3.regex('^\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}:\\d{2}$', example);

const infos = id('Obviously an example\nserver.instance.name=example\n');

/** The client takes an answer for a success by its code alone. */
export const answered = (payload: Readonly<Record<string, Part>> = {}): Answered => ({
  status: 200,
  body: { responseCode: '000', infos, ...payload },
});

/** The vendor's codes are not known: the client relies on there being one, and not that of success. */
const refusal = {
  responseCode: MatchersV3.regex('^(?!000)\\d{3}$', '900'),
  infos,
} as const;

/** That a refusal comes with HTTP 200 is inferred: the client does not rely on it. */
export const refused: Answered = {
  status: MatchersV3.matchStatus(200, [200, 400, 404, 409]),
  body: refusal,
};

export const refusedCaller: Answered = { status: 401, body: refusal };
