import {
  createWsoneClient,
  type Transport,
  type WsoneAnswer,
  type WsoneClient,
  type WsoneMessage,
  type WsoneOptions,
} from '#client/index.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { inProcess } from '../../support/in-process.ts';

export const keys = { username: 'demo', password: 'demo' };

export const demoSosie = (): Promise<Sosie> =>
  createSosie({ clock: '2026-03-04T12:00:00+01:00', seed: 1 });

/** The data set in which the vendor's own sample comes out. */
export const seedSosie = (): Promise<Sosie> => createSosie({ seed: 1, dataset: 'wsone-seed' });

/** A client that waits for nothing, behind any transport. */
export const clientBehind = (
  transport: Transport,
  options: Partial<WsoneOptions> = {},
): WsoneClient =>
  createWsoneClient({
    ...keys,
    baseUrl: 'http://sosie.test/wsone',
    wait: async () => undefined,
    ...options,
    transport,
  });

/** A client of a sosie in the same process. */
export const wsoneOf = (sosie: Sosie, options?: Partial<WsoneOptions>): WsoneClient =>
  clientBehind(inProcess(sosie), options);

/** The value of an answer that has to be one. */
export async function valueOf<T>(answer: Promise<WsoneAnswer<T>>): Promise<T> {
  const given = await answer;
  if (given.ok) return given.value;
  throw new Error(`refused: ${given.failure.code} ${given.failure.message}`);
}

/** Customers of the demo data set, each by a card. */
export const LECOMTE = { identifierType: 1, identifierValue: '2990000000019' };
export const DENIS = { identifierType: 1, identifierValue: '2990000000033' };
export const SHOP = { entityIdentifier: '666666' };

/** A receipt of the demo shop for Denis, as a till writes it. */
export const sale = (
  receiptNumber: string,
  allTaxesIncludedAmount: `${number}` = '20.50',
): WsoneMessage<'sendAndValidTransaction'> => ({
  ReceiptRequest: {
    ...{ receiptNumber, allTaxesIncludedAmount, transactionDate: '04/03/2026 11:59:00' },
    ...{ cashdeskNumber: '1', EntityRequest: SHOP, IdentifierRequest: DENIS },
  },
});
