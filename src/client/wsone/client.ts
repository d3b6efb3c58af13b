import { OptionsError } from '../errors/options-error.ts';
import { methodsOf } from '../methods.ts';
import { filled } from '../option-checks.ts';
import type { CallOptions, SharedOptions } from '../options.ts';
import { rootUrl } from '../root-url.ts';
import { settle } from '../settled.ts';
import { wsoneDialect, type WsoneSpeaker } from './dialect.ts';
import { fateIn, type ReceiptFate, type ReceiptKey } from './fate.ts';
import type { WsoneMethods } from './types.ts';
import { watching } from './watching.ts';

export interface WsoneClient extends WsoneMethods {
  /**
   * Asks for the customer's last receipt in the store (`getLastTransaction`) and compares it with one
   * whose answer was lost, by store, till, date and number.
   */
  findReceipt(key: ReceiptKey, options?: CallOptions): Promise<ReceiptFate>;
  /** Ends the connections that the client itself opened. */
  close(): Promise<void>;
}

export interface WsoneOptions extends SharedOptions, WsoneSpeaker {
  /**
   * What stands before `/rest`; with `/rest` it may be given too. The vendor gives each of its
   * clients a URL of their own.
   * @example 'http://127.0.0.1:4360/~mine/wsone'
   */
  readonly baseUrl: string;
  /**
   * Whether `findReceipt` is asked after the lost answer to a receipt or a return: the call then ends
   * with a `LostReceiptError`, whose `fate` says what is known.
   * @default true
   */
  readonly findLostReceipts?: boolean;
}

/** A client of WsOne alone. */
export function createWsoneClient(options: WsoneOptions): WsoneClient {
  const root = rootUrl('baseUrl', options.baseUrl).replace(/\/rest$/, '');
  filled('password', options.password);
  if (filled('username', options.username).includes(':')) {
    throw new OptionsError('username', 'HTTP Basic has no way to send a colon in it');
  }
  const settled = settle(root, options);
  const methods = methodsOf(wsoneDialect(options), settled);
  // The contract is the list of the methods and of their types both.
  const { getLastTransaction } = methods as unknown as WsoneMethods;
  const findReceipt: WsoneClient['findReceipt'] = async (key, callOptions) => {
    const { EntityRequest, IdentifierRequest } = key;
    return fateIn(key, await getLastTransaction({ EntityRequest, IdentifierRequest }, callOptions));
  };
  const { findLostReceipts = true } = options;
  const offered = findLostReceipts ? watching(methods, findReceipt) : methods;
  const close = async (): Promise<void> => {
    if (!options.transport) await settled.transport.close?.();
  };
  return { ...(offered as unknown as WsoneMethods), findReceipt, close };
}
