import { MatchersV3 } from '@pact-foundation/pact';
import {
  createMonextClient,
  type MonextAnswer,
  type MonextClient,
  type MonextOperation,
} from '#client/index.ts';
import type { Agreement as AgreementOf, Answered, Partner, State } from '../agreement.ts';
import { id, injected, text, type Part } from '../matching.ts';
import { examples } from './examples.ts';
import { pathOf, soapAnswer, soapCall } from './soap.ts';

export const monext: Partner<MonextClient> = {
  provider: 'monext',
  examples,
  clientAt: (baseUrl, transport) =>
    createMonextClient({
      // What the vendor refuses is agreed on too.
      ...{ baseUrl, transport, retries: 0, findLostPayments: false, checkOrders: false },
      merchantId: examples.merchantId,
      accessKey: examples.accessKey,
    }),
};

export type Agreement = AgreementOf<MonextClient>;
export type Parts = Readonly<Record<string, Part>>;

/** Of every call the first state. */
export const MERCHANT: State = ['a merchant with its access key'];

/** What is agreed on about an operation. */
export interface Deal {
  readonly that: string;
  readonly given: readonly State[];
  readonly of: Exclude<MonextOperation, 'getServiceEndpoints'>;
  readonly with: Parts;
  readonly answers: Answered | Parts;
  readonly by: (monext: MonextClient) => Promise<void>;
}

const { merchantId, accessKey } = examples;
const credentials = Buffer.from(`${merchantId}:${accessKey}`).toString('base64');

/** Well formed here, at a provider those of its own merchant. */
const authorization = injected(
  MatchersV3.regex('^Basic [A-Za-z0-9+/]+=*$', `Basic ${credentials}`),
  '${authorization}',
);
const XML = { 'content-type': 'text/xml; charset=utf-8' } as const;

/** Which version the client speaks, it says in every call. */
const VERSION = '34';

export const agreed = ({ that, given, of, answers, by, ...deal }: Deal): Agreement => ({
  ...{ that, given, by },
  asks: `POST ${pathOf(of)}` as Agreement['asks'], // each path begins with /
  headers: { ...XML, authorization },
  with: soapCall(of, { version: VERSION, ...deal.with }),
  answers: isWhole(answers)
    ? answers
    : { status: 200, body: soapAnswer(of, answers), headers: XML },
});

const isWhole = (answers: Deal['answers']): answers is Answered => 'status' in answers;

/** The client takes an answer for a success by its code; the words are for people. */
export const approved: Part = {
  code: '00000',
  shortMessage: text('ACCEPTED'),
  longMessage: text('Transaction approved'),
};

/** A code that is public, or one of those that it may be. */
export const refusedWith = (...codes: readonly [string, ...string[]]): Part => ({
  code: MatchersV3.regex(`^(${codes.join('|')})$`, codes[0]),
  longMessage: id('Obviously an example'),
});

/** With which body a caller is turned away is not known. */
export const turnedAway: Answered = { status: 401, body: undefined };

/** The code of a refusal, for the client returns it. */
export const codeOf = (answer: MonextAnswer<unknown>): string =>
  answer.ok ? 'done' : answer.failure.code;
