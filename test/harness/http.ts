import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Listening {
  readonly url: string;
  /** Every request that came. */
  readonly asked: readonly IncomingMessage[];
  readonly close: () => void;
}

/** A server of a test's own, on a free port of this machine. */
export async function listening(
  answer: (request: IncomingMessage, response: ServerResponse, self: string) => void,
): Promise<Listening> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response, url);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was asked for');
  const url = `http://127.0.0.1:${address.port}`;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url, asked, close };
}

type Found = (path: string, self: string) => unknown;

/** Answers JSON, and 404 where there is nothing. */
export const serving = (found: Found): Promise<Listening> =>
  listening(({ url = '' }, response, self) => {
    const body = found(url, self);
    response.writeHead(body === undefined ? 404 : 200).end(JSON.stringify(body));
  });

/** A pact broker that has one pact with Utick, for the latest version and for the tag `main`. */
export const broker =
  (pact: unknown): Found =>
  (path, self) =>
    ({
      '/': {
        _links: {
          'pb:latest-provider-pacts': { href: `${self}/pacts/provider/{provider}/latest` },
          'pb:latest-provider-pacts-with-tag': {
            href: `${self}/pacts/provider/{provider}/latest/{tag}`,
          },
        },
      },
      '/pacts/provider/utick/latest': { _links: { 'pb:pacts': [{ href: `${self}/pacts/shop` }] } },
      '/pacts/provider/utick/latest/main': { _links: { pacts: [{ href: `${self}/pacts/main` }] } },
      '/pacts/shop': pact,
      '/pacts/main': pact,
    })[path];
