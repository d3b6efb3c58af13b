import { OptionsError } from '../errors/options-error.ts';
import { methodsOf } from '../methods.ts';
import { filled } from '../option-checks.ts';
import type { SharedOptions } from '../options.ts';
import { rootUrl } from '../root-url.ts';
import { settle } from '../settled.ts';
import { wsoneDialect, type WsoneSpeaker } from './dialect.ts';
import type { WsoneMethods } from './types.ts';

export interface WsoneClient extends WsoneMethods {
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
}

/** A client of WsOne alone. */
export function createWsoneClient(options: WsoneOptions): WsoneClient {
  const root = rootUrl('baseUrl', options.baseUrl).replace(/\/rest$/, '');
  filled('password', options.password);
  if (filled('username', options.username).includes(':')) {
    throw new OptionsError('username', 'HTTP Basic has no way to send a colon in it');
  }
  const settled = settle(root, options);
  // The contract is the list of the methods and of their types both.
  const methods = methodsOf(wsoneDialect(options), settled) as unknown as WsoneMethods;
  const close = async (): Promise<void> => {
    if (!options.transport) await settled.transport.close?.();
  };
  return { ...methods, close };
}
