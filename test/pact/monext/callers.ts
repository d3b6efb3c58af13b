import { expect } from 'vitest';
import { monext as contract } from '#contracts/monext/index.ts';
import { valueOf } from '../agreement.ts';
import { some, url, whole } from '../matching.ts';
import { examples } from './examples.ts';
import { codeOf, MERCHANT, turnedAway, type Agreement, type Deal } from './partner.ts';

const { merchantId } = examples;
const { path } = contract.operations.getServiceEndpoints;

/** Where the services are; nobody has to say who asks. */
export const directory: Agreement = {
  that: 'a merchant is told where the services are',
  given: [MERCHANT],
  asks: `GET ${path.replace('{merchantId}', '${merchantId}')}` as Agreement['asks'], // with a /
  with: undefined,
  answers: { status: 200, body: { urls: some(url('https://example.com/V4')), ttl: whole(60) } },
  by: async (monext) => {
    const { urls } = valueOf(await monext.getServiceEndpoints({ merchantId }));
    expect(urls[0]).toBe('https://example.com/V4');
  },
};

/** Who is not let in. */
export const strangers: readonly Deal[] = (
  [
    ['a merchant with another access key', 'a call with another access key'],
    ['a merchant that nobody knows', 'a call of a merchant that nobody knows'],
  ] as const
).map(([who, state]) => ({
  that: `${who} is turned away`,
  given: [[state]],
  of: 'getMerchantSettings',
  with: {},
  answers: turnedAway,
  by: async (monext) => expect(codeOf(await monext.getMerchantSettings())).toBe('401'),
}));
