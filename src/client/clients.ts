import { OptionsError } from './errors/options-error.ts';
import { createMonextClient, type MonextClient, type MonextOptions } from './monext/client.ts';
import type { SharedOptions } from './options.ts';
import { rootOnDouble } from './root-url.ts';
import { createS360Client, type S360Client, type S360Options } from './s360/client.ts';
import { undiciTransport } from './undici-transport.ts';
import { createUtickClient, type UtickClient, type UtickOptions } from './utick/client.ts';
import { createWsoneClient, type WsoneClient, type WsoneOptions } from './wsone/client.ts';

export interface ClientsOptions extends SharedOptions {
  /**
   * Where a double serves all vendors; needed unless each vendor has one of its own.
   * @example 'http://127.0.0.1:4360'
   */
  readonly baseUrl?: string;
  /**
   * Name of a sandbox: puts `/~name` before the vendor's path.
   * @default the double's own: by header, by credential, else `default`
   */
  readonly sandbox?: string;
  /** Credentials of Utick, and what is different there: a `baseUrl` is that vendor's own. */
  readonly utick?: Partial<UtickOptions> & Pick<UtickOptions, 'publicKey' | 'privateKey'>;
  /** The same of S-360, and over which of its protocols. */
  readonly s360?: Partial<S360Options> & Pick<S360Options, 'operator' | 'secret' | 'protocol'>;
  /** The same of WsOne. */
  readonly wsone?: Partial<WsoneOptions> & Pick<WsoneOptions, 'username' | 'password'>;
  /** The same of Monext. */
  readonly monext?: Partial<MonextOptions> & Pick<MonextOptions, 'merchantId' | 'accessKey'>;
}

/** A client for each vendor; to ask for one whose credentials were not given throws. */
export interface Clients {
  readonly utick: UtickClient;
  readonly s360: S360Client;
  readonly wsone: WsoneClient;
  readonly monext: MonextClient;
  /** Ends the connections that the clients themselves opened. */
  close(): Promise<void>;
}

/**
 * One client for each vendor, in its own words.
 * @example
 * const { utick } = createClients({
 *   baseUrl: 'http://127.0.0.1:4360',
 *   sandbox: 'mine',
 *   utick: { publicKey: 'TEST-PUBLIC-KEY', privateKey: 'TEST-PRIVATE-KEY' },
 * });
 * const answer = await utick.getOrder({ id });
 * if (answer.ok) console.log(answer.value.status.label);
 * else console.log(answer.failure.message);
 */
export function createClients(options: ClientsOptions): Clients {
  const { baseUrl, sandbox, ...given } = options;
  const { utick: ofUtick, s360: ofS360, wsone: ofWsone, monext: ofMonext, ...shared } = given;
  const transport = shared.transport ?? undiciTransport();
  const rootOf = (vendor: string): string => rootOnDouble(vendor, baseUrl, sandbox);
  const settings = <Own extends { readonly baseUrl?: string }>(vendor: string, own: Own) => ({
    ...{ ...shared, transport, ...own },
    baseUrl: own.baseUrl ?? rootOf(vendor),
  });
  const utick = ofUtick && createUtickClient(settings('utick', ofUtick));
  const s360 = ofS360 && createS360Client(settings('s360', ofS360));
  const wsone = ofWsone && createWsoneClient(settings('wsone', ofWsone));
  const monext = ofMonext && createMonextClient(settings('monext', ofMonext));
  return {
    get utick() {
      return made('utick', utick);
    },
    get s360() {
      return made('s360', s360);
    },
    get wsone() {
      return made('wsone', wsone);
    },
    get monext() {
      return made('monext', monext);
    },
    close: async () => {
      if (!shared.transport) await transport.close?.();
    },
  };
}

function made<Client>(vendor: string, client: Client | undefined): Client {
  if (client !== undefined) return client;
  throw new OptionsError(vendor, 'no credentials were given');
}
