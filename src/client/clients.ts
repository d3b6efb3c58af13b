import type { SharedOptions } from './options.ts';
import { rootOnDouble } from './root-url.ts';
import { undiciTransport } from './undici-transport.ts';
import { createUtickClient, type UtickClient, type UtickOptions } from './utick/client.ts';

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
}

interface AllClients {
  readonly utick: UtickClient;
}

/** A client for each vendor that credentials are given of. */
export type Clients<Given> = {
  readonly [Vendor in keyof AllClients & keyof Given]:
    AllClients[Vendor] | (undefined extends Given[Vendor] ? undefined : never);
} & {
  /** Ends the connections that the clients themselves opened. */
  close(): Promise<void>;
};

/** Makes a misspelt option an error, which a type parameter would take. */
type NoOther<Given> = { readonly [Option in Exclude<keyof Given, keyof ClientsOptions>]: never };

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
export function createClients<const Given extends ClientsOptions>(
  options: Given & NoOther<Given>,
): Clients<Given> {
  const { baseUrl, sandbox, utick, ...shared } = options;
  const transport = shared.transport ?? undiciTransport();
  const rootOf = (vendor: string): string => rootOnDouble(vendor, baseUrl, sandbox);
  const clients = {
    ...(utick && {
      utick: createUtickClient({
        ...shared,
        transport,
        ...utick,
        baseUrl: utick.baseUrl ?? rootOf('utick'),
      }),
    }),
    close: async () => {
      if (!shared.transport) await transport.close?.();
    },
  };
  return clients as Clients<Given>; // which vendors are given, the type says too
}
