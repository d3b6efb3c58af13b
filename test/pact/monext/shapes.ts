import { MatchersV3 } from '@pact-foundation/pact';
import { id, text, type Part } from '../matching.ts';
import { examples, given } from './examples.ts';
import type { Parts } from './partner.ts';

const { contractNumber, transactionId } = examples;

/** Ids may yet look otherwise, and never be empty. */
export const transaction = (own: Parts = {}): Part => ({
  id: id(transactionId),
  date: id('04/03/26 10:00:00'),
  ...own,
});

/** First digits and last ones, the rest is hidden. */
export const card: Part = {
  number: MatchersV3.regex('^[0-9]{6}X+[0-9]{2,4}$', '497010XXXXXXXX34'),
  type: id('CB'),
};

export const extendedCard: Part = { country: text('FRA') };

/** Sixty euros on a card of the vendor’s own documentation. */
export const EUROS = { amount: '6000', currency: '978', mode: 'CPT' } as const;
export const CARD = {
  ...{ number: '4970100000325734', type: 'CB' },
  ...{ expirationDate: '1230', cvx: '123' },
} as const;
const TERMS = { amount: '6000', currency: '978', date: '04/03/2026 10:00' } as const;

/** The parts of a request, and the message that it is made of. */
export const payment = {
  parts: (action: string): Parts => ({
    ...{ ...EUROS, action },
    contractNumber: given('contractNumber'),
  }),
  sent: (action: string) => ({ ...EUROS, action, contractNumber }),
};

export const order = {
  parts: (ref: 'orderRef' | 'newOrderRef' = 'newOrderRef'): Parts => ({
    ...TERMS,
    ref: given(ref),
  }),
  sent: (ref: 'orderRef' | 'newOrderRef' = 'newOrderRef') => ({ ...TERMS, ref: examples[ref] }),
};
