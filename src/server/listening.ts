import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WireRequest } from '#wire/http.ts';
import { listen as listenOn } from '#wire/node-http.ts';
import { handle } from '#wire/pipeline.ts';
import { bearsToken } from './control/guard.ts';
import { health } from './control/health.ts';
import type { Core } from './core.ts';

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Vendors with a port of their own: where each is at the root. */
  readonly roots: Readonly<Record<string, string>>;
  /** Lets calls under way end. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0 takes any free one. */
  readonly port?: number;
  readonly host?: string;
}

/** Everything on one port, and each vendor that has a port of its own at the root of that. */
export async function listen(core: Core, where: ListenOptions): Promise<Listening> {
  const { config } = core;
  const host = where.host ?? config.host;
  const parts = {
    handle: (request: WireRequest) => handle(core.pipeline, request),
    divert: lazyControl(core),
    maxBodyBytes: config.maxBodyBytes,
    cors: config.cors,
    trusts: (request: IncomingMessage) =>
      isLoopback(request.socket.remoteAddress) ||
      bearsToken(config, { authorization: request.headers.authorization }),
    onDefect: (error: unknown) => console.error(error),
  };
  const main = await listenOn(parts, { port: where.port ?? config.port, host });
  const servers = [main];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
  };
  const urlOf = (port: number): string => `http://${shownHost(host)}:${port}`;
  const roots: Record<string, string> = {};
  try {
    for (const [rootVendor, port] of Object.entries(config.ports)) {
      const server = await listenOn(parts, { port, host, rootVendor });
      servers.push(server);
      roots[rootVendor] = urlOf(server.port);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { url: urlOf(main.port), port: main.port, roots, close };
}

const shownHost = (host: string): string =>
  host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host;

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::1$|127\.|::ffff:127\.)/.test(address);

/** In front of the path when a proxy is asked. */
const ORIGIN = /^https?:\/\/[^/?]*/;
const HEALTH = '/_sosie/health';
const CONTROL = /^\/(\?|$|_sosie(\/|\?|$))/;

/** Express comes with the first request that is not a vendor's: most starts never need it. */
function lazyControl(core: Core): (request: IncomingMessage, response: ServerResponse) => boolean {
  let app: Promise<(request: IncomingMessage, response: ServerResponse) => void> | undefined;
  return (request, response) => {
    const url = (request.url ?? '/').replace(ORIGIN, '');
    if (url === HEALTH && request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(`${JSON.stringify(health(core))}\n`);
      return true;
    }
    if (!CONTROL.test(url)) return false;
    app ??= import('./express.ts').then(({ controlApp }) => controlApp(core));
    app.then(
      (answer) => answer(request, response),
      (error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
    return true;
  };
}
