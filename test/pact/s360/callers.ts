import { expect } from 'vitest';
import type { S360Client } from '#client/index.ts';
import { s360 as contract } from '#contracts/s360/index.ts';
import { valueOf, type Agreed, type Agreement, type State } from '../agreement.ts';
import { id } from '../matching.ts';
import { examples, given } from './examples.ts';
import { codeOf, faultOver, OPERATOR, rest } from './partner.ts';

const { operator, secret } = examples;
const PARTNER = 'Partner 1';

const logIn = (
  name: 'logIn' | 'logInToContacts',
  own: Pick<Agreement<S360Client>, 'that' | 'given' | 'answers' | 'by'>,
): Agreed<S360Client> => ({
  partner: rest,
  agreement: {
    ...own,
    asks: `POST ${contract.operations[name].path}` as Agreement<S360Client>['asks'], // with a /
    with: { operator: given('operator'), secret: given('secret'), partner: PARTNER },
  },
});

const token = { status: 200, body: { token: id('example.token.here') } };
// Bodies of what HTTP refuses are not reliably JSON: the client relies on the status.
const refused = { status: 401, body: { statusCode: id('error.example') } };

const WRONG: readonly (readonly [who: string, state: State])[] = [
  ['an operator with another password', ['an operator with another password']],
  ['an operator that nobody knows', ['an operator that nobody knows']],
];

/** Who is let in, and who is not. */
export const callers: readonly Agreed<S360Client>[] = [
  ...(['logIn', 'logInToContacts'] as const).map((name) =>
    logIn(name, {
      that: `an operator gets a token by ${name}`,
      given: [OPERATOR],
      answers: token,
      by: async (s360) => {
        const answer = await s360[name]({ operator, secret, partner: PARTNER });
        expect(valueOf(answer).token).toBe('example.token.here');
      },
    }),
  ),
  ...WRONG.flatMap(([who, state]) => [
    logIn('logIn', {
      that: `${who} gets no token`,
      given: [state],
      answers: refused,
      by: async (s360) => {
        const answer = await s360.logIn({ operator, secret, partner: PARTNER });
        expect(codeOf(answer)).toBe('error.example');
      },
    }),
    faultOver({
      that: `${who} is refused`,
      given: [state],
      of: 'isCatalogServiceAlive',
      with: {},
      by: async (s360) => expect(codeOf(await s360.isCatalogServiceAlive())).toBe('Client'),
    }),
  ]),
];
