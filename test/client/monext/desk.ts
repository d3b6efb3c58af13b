import {
  createMonextClient,
  type MonextAnswer,
  type MonextClient,
  type MonextMessage,
  type MonextOptions,
  type Transport,
} from '#client/index.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { inProcess } from '../../support/in-process.ts';

export const keys = { merchantId: '12345678901234', accessKey: 'abCdeFgHiJKLmNoPqrst' };

export const PAN = '4970100000325734';
export const CVX = '987';

export const demoSosie = (): Promise<Sosie> =>
  createSosie({ clock: '2026-03-04T10:00:00+01:00', seed: 1 });

/** A client that waits for nothing, behind any transport. */
export const clientBehind = (
  transport: Transport,
  options: Partial<MonextOptions> = {},
): MonextClient =>
  createMonextClient({
    ...keys,
    baseUrl: 'http://sosie.test/monext',
    wait: async () => undefined,
    ...options,
    transport,
  });

/** A client of a sosie in the same process. */
export const monextOf = (sosie: Sosie, options?: Partial<MonextOptions>): MonextClient =>
  clientBehind(inProcess(sosie), options);

/** The value of an answer that has to be one. */
export async function valueOf<T>(answer: Promise<MonextAnswer<T>>): Promise<T> {
  const given = await answer;
  if (given.ok) return given.value;
  throw new Error(`refused: ${given.failure.code} ${given.failure.message}`);
}

type Authorisation = MonextMessage<'doAuthorization'>;

/** Sixty euros on a card. */
export const payment = (ref: string, fields: Partial<Authorisation['payment']> = {}) =>
  ({
    payment: {
      ...{ amount: 6000, currency: '978', action: '100', mode: 'CPT', contractNumber: '1234567' },
      ...fields,
    },
    card: { number: PAN, type: 'CB', expirationDate: '1230', cvx: CVX },
    order: { ref, amount: fields.amount ?? 6000, currency: '978', date: '04/03/2026 09:59' },
  }) satisfies Authorisation;

/** What is done with a payment: 201 captures, 421 refunds. */
export const part = (
  transactionID: string,
  action: '201' | '203' | '421',
  fields: { readonly amount?: number; readonly sequenceNumber?: string } = {},
) => {
  const { amount = 6000, ...rest } = fields;
  return { transactionID, payment: { amount, currency: '978', action, mode: 'CPT' }, ...rest };
};

/** A payment that is authorised; its transaction id. */
export async function authorised(
  monext: MonextClient,
  ref: string,
  fields?: Partial<Authorisation['payment']>,
): Promise<string> {
  const { transaction } = await valueOf(monext.doAuthorization(payment(ref, fields)));
  return transaction.id;
}
