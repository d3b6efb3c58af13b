import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MatchersV3 } from '@pact-foundation/pact';
import {
  createS360Client,
  type S360Answer,
  type S360Client,
  type S360Operation,
  type S360Options,
  type Transport,
} from '#client/index.ts';
import { s360 as contract } from '#contracts/s360/index.ts';
import { root } from '../../tidy/sources.ts';
import type { Agreed, Agreement, Partner, State } from '../agreement.ts';
import { id, injected, type Part } from '../matching.ts';
import { examples } from './examples.ts';
import { soapCall, soapFault, soapOperation, soapResult } from './soap.ts';

const TOKEN = 'example.token.here';
const AUTH = contract.operations.logIn.path;

/**
 * What a client asks before the call that an agreement is about, answered beside the mock, which would
 * take it for part of the agreement: a WSDL, and a token for the operator (a log-in that is agreed on
 * names a partner).
 */
const beside =
  (transport: Transport): Transport =>
  async (request) => {
    const body = answerBeside(request.url, request.body);
    return body === undefined ? transport(request) : { status: 200, headers: {}, body };
  };

function answerBeside(url: string, body: string): string | undefined {
  const [, service] = /\.(\w+)\.webservice\?wsdl$/.exec(url) ?? [];
  if (service) return readFileSync(join(root, 'contracts/s360/wsdl', `${service}.wsdl`), 'utf8');
  const isOwn = url.endsWith(AUTH) && !body.includes('"partner"');
  return isOwn ? JSON.stringify({ token: TOKEN }) : undefined;
}

const partnerOver = (protocol: S360Options['protocol']): Partner<S360Client> => ({
  provider: 's360',
  examples,
  clientAt: (baseUrl, transport) =>
    createS360Client({
      ...{ baseUrl, protocol, retries: 0, findLostOrders: false },
      transport: beside(transport),
      operator: examples.operator,
      secret: examples.secret,
    }),
});

export const rest = partnerOver('rest');
export const soap = partnerOver('soap');

/** Of every call the first state. */
export const OPERATOR: State = ['an operator with its password'];

/** What is agreed on about an operation, whichever way it is called. */
export interface Deal {
  readonly that: string;
  readonly given: readonly State[];
  readonly of: S360Operation;
  readonly with: Readonly<Record<string, Part>>;
  /** What the result says beside success; or the code of a refusal. */
  readonly answers: Readonly<Record<string, Part>> | Refused;
  readonly by: (s360: S360Client) => Promise<void>;
}

interface Refused {
  readonly refused: Part;
}

const isRefused = (answers: Deal['answers']): answers is Refused => 'refused' in answers;

/** All codes but one are guesses: the client relies on there being one that is not that of success. */
export const anyCode: Part = MatchersV3.regex('^(?!success$|in_progress$).+$', 'error.example');

const resultOf = (answers: Deal['answers']): Readonly<Record<string, Part>> =>
  isRefused(answers)
    ? { statusCode: answers.refused, statusDetail: id('Example') }
    : { statusCode: 'success', ...answers };

const bearer = injected(MatchersV3.regex('^Bearer \\S+$', `Bearer ${TOKEN}`), '${authorization}');

const overRest = (deal: Deal): Agreement<S360Client> => ({
  that: `${deal.that} (REST)`,
  given: deal.given,
  asks: `POST ${contract.operations[deal.of].path}` as Agreement<S360Client>['asks'], // with a /
  headers: { authorization: bearer },
  with: deal.with,
  answers: { status: 200, body: resultOf(deal.answers) },
  by: deal.by,
});

const XML = { 'content-type': 'text/xml; charset=utf-8' } as const;

const overSoap = (deal: Deal): Agreement<S360Client> => ({
  that: `${deal.that} (SOAP)`,
  given: deal.given,
  asks: `POST ${soapOperation(deal.of).path}` as Agreement<S360Client>['asks'], // with a /
  headers: XML,
  with: soapCall(deal.of, deal.with),
  answers: { status: 200, body: soapResult(deal.of, resultOf(deal.answers)), headers: XML },
  by: deal.by,
});

/** A caller whom the vendor does not let in. */
export const faultOver = (deal: Omit<Deal, 'answers'>): Agreed<S360Client> => ({
  partner: soap,
  agreement: {
    ...overSoap({ ...deal, answers: {} }),
    answers: { status: 500, body: soapFault(), headers: XML },
  },
});

/** The same over each wire. */
export const overBoth = (deals: readonly Deal[]): readonly Agreed<S360Client>[] =>
  deals.flatMap((deal) => [
    { partner: rest, agreement: overRest(deal) },
    { partner: soap, agreement: overSoap(deal) },
  ]);

/** The code of a refusal, for the client returns it. */
export const codeOf = (answer: S360Answer<unknown>): string =>
  answer.ok ? 'done' : answer.failure.code;
