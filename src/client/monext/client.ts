import { OptionsError } from '../errors/options-error.ts';
import { methodsOf, type AnyMethod } from '../methods.ts';
import { filled } from '../option-checks.ts';
import type { CallOptions, SharedOptions } from '../options.ts';
import { rootUrl } from '../root-url.ts';
import { settle } from '../settled.ts';
import { monextDialect, type MonextSpeaker } from './dialect.ts';
import { fateOfFollowUp, fateOfOpening, type PaymentFate } from './fate.ts';
import { services } from './services.ts';
import type { MonextMethods } from './types.ts';
import { watching, type Find, type LostKey } from './watching.ts';

export interface MonextClient extends MonextMethods {
  /**
   * What became of a call whose answer was lost: of a payment by its order (`getTransactionDetails`
   * by `orderRef`), of what was done with one by its history.
   */
  findLost(key: LostKey, options?: CallOptions): Promise<PaymentFate>;
  /** Ends the connections that the client itself opened. */
  close(): Promise<void>;
}

export interface MonextOptions extends SharedOptions, MonextSpeaker {
  /**
   * What stands before `/V4/services`; with that it may be given too.
   * @example 'http://127.0.0.1:4360/~mine/monext'
   * @example 'https://homologation.payline.com/V4/services'
   */
  readonly baseUrl: string;
  /**
   * Whether `findLost` is asked after the lost answer to a payment, a capture, a refund or a reset:
   * the call then ends with a `LostPaymentError`, whose `fate` says what is known.
   * @default true
   */
  readonly findLostPayments?: boolean;
}

/** A client of Monext alone. */
export function createMonextClient(options: MonextOptions): MonextClient {
  const root = rootUrl('baseUrl', options.baseUrl).replace(/\/V4(?:\/services)?$/, '');
  filled('accessKey', options.accessKey);
  if (filled('merchantId', options.merchantId).includes(':')) {
    throw new OptionsError('merchantId', 'HTTP Basic has no way to send a colon in it');
  }
  const settled = settle(root, options);
  const methods = onceReady(methodsOf(monextDialect(options, services), settled));
  // The contract is the list of the methods and of their types both.
  const findLost = finder(methods as unknown as MonextMethods);
  const { findLostPayments = true } = options;
  const offered = findLostPayments ? watching(methods, findLost) : methods;
  const close = async (): Promise<void> => {
    if (!options.transport) await settled.transport.close?.();
  };
  return { ...(offered as unknown as MonextMethods), findLost, close };
}

/** The library and the WSDL are there before a call's time starts. */
const onceReady = (
  methods: Readonly<Record<string, AnyMethod>>,
): Readonly<Record<string, AnyMethod>> =>
  Object.fromEntries(
    Object.entries(methods).map(([name, method]): [string, AnyMethod] => [
      name,
      async (...asked) => {
        await services.ready(name);
        return method(...asked);
      },
    ]),
  );

const finder =
  ({ getTransactionDetails }: MonextMethods): Find =>
  async (key, options) => {
    switch (key.kind) {
      case 'opening':
        return fateOfOpening(key, await getTransactionDetails({ orderRef: key.orderRef }, options));
      case 'follow-up': {
        const asked = { transactionId: key.transactionID, transactionHistory: 'Y' };
        return fateOfFollowUp(key, await getTransactionDetails(asked, options));
      }
    }
  };
