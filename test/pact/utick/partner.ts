import { MatchersV3 } from '@pact-foundation/pact';
import { createUtickClient, type UtickClient } from '#client/index.ts';
import type { Agreement as AgreementOf, Partner, State } from '../agreement.ts';
import { DATE, givenOf, injected, type Part } from '../matching.ts';

/** What stands in the pact where a verifier puts in what it made with the provider's state. */
export const examples = {
  publicKey: 'TEST-PUBLIC-KEY',
  timestamp: '2026-03-04T10:00:00+00:00',
  signature: '0'.repeat(64),
  orderId: 'EXAMPLE-ORDER',
  orderLabel: 'ORD00000000',
  productId: 'EXAMPLE-PRODUCT',
  packProductId: 'EXAMPLE-PACK-PRODUCT',
  stockId: 'EXAMPLE-STOCK',
  categoryId: 'EXAMPLE-CATEGORY',
  priceId: 'EXAMPLE-PRICE',
  seatId: 'EXAMPLE-SEAT',
  eventId: 'EXAMPLE-EVENT',
  timeSlotId: 'EXAMPLE-TIME-SLOT',
  attractionId: 'EXAMPLE-ATTRACTION',
  venueId: 'EXAMPLE-VENUE',
  contactId: 'EXAMPLE-CONTACT',
  lastName: 'Example',
  email: 'nobody@example.com',
  paymentId: 'EXAMPLE-PAYMENT',
  paymentMethodId: 'EXAMPLE-PAYMENT-METHOD',
  promoCodeId: 'EXAMPLE-PROMO-CODE',
  promoLabel: 'EXAMPLE-CODE',
  packId: 'EXAMPLE-PACK',
  counterId: 'EXAMPLE-COUNTER',
  unknownId: '00000000-0000-0000-0000-000000000000',
} as const;

export const utick: Partner<UtickClient> = {
  provider: 'utick',
  examples,
  clientAt: (baseUrl, transport) =>
    createUtickClient({
      ...{ baseUrl, transport, retries: 0 },
      publicKey: examples.publicKey,
      privateKey: 'TEST-PRIVATE-KEY',
      clock: () => Date.parse(examples.timestamp),
    }),
};

export type Agreement = AgreementOf<UtickClient>;

/** Of every signed call the first state. */
export const KEYS: State = ['an application with its keys'];

export const given = givenOf(examples);

const { regex } = MatchersV3;

/** What a client signs: it is well formed here, and made anew at a provider. */
export const signed = {
  publickey: given('publicKey'),
  timestamp: injected(regex(`^${DATE}$`, examples.timestamp), '${timestamp}'),
  signature: injected(regex('^[0-9a-f]{64}$', examples.signature), '${signature}'),
} as const;

/** The body of a signed call. */
export const signedWith = (body: Readonly<Record<string, Part>> = {}): Agreement['with'] => ({
  ...signed,
  ...body,
});
