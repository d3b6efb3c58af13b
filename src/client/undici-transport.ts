import { Agent, buildConnector, request as send, type Dispatcher } from 'undici';
import { TransportError, type TransportTrouble } from './errors/transport-error.ts';
import type { Transport, TransportRequest, TransportResponse } from './transport.ts';

export interface UndiciOptions {
  /**
   * Connections to one host at most; calls beyond wait for a free one.
   * @default no limit
   */
  readonly connections?: number;
  /**
   * Milliseconds until a connection is given up.
   * @default 10_000
   */
  readonly connectTimeoutMs?: number;
}

/** HTTP/1.1 over kept connections; unlike `fetch` it sends a body with GET. */
export function undiciTransport(options: UndiciOptions = {}): Transport {
  const { connections, connectTimeoutMs = 10_000 } = options;
  const dispatcher = new Agent({
    connect: connectorOf(connectTimeoutMs),
    ...(connections === undefined ? {} : { connections }),
    // The call's own time limit is the only one.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  let closed: Promise<void> | undefined;
  return Object.assign((request: TransportRequest) => carry(request, dispatcher), {
    close: () => (closed ??= dispatcher.close()),
  });
}

/** Whatever fails before there is a connection has sent nothing. */
function connectorOf(timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout });
  return (options, done) => {
    connect(options, (...[error, socket]) => {
      if (error) done(new TransportError('not-sent', error), null);
      else done(null, socket);
    });
  };
}

async function carry(
  { method, url, headers, body, signal }: TransportRequest,
  dispatcher: Dispatcher,
): Promise<TransportResponse> {
  const response = await send(url, {
    method,
    headers,
    body,
    signal,
    dispatcher,
    // Else the connection would end behind a GET or DELETE that has a body.
    reset: false,
  }).catch(notAnswered);
  const bytes = await response.body.bytes().catch((cause: unknown) => {
    throw new TransportError('truncated', cause);
  });
  return { status: response.statusCode, headers: flat(response.headers), body: bytes };
}

/** Nothing of an answer had come: only the code tells what that means. */
function notAnswered(cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const kind = TROUBLES[code];
  throw kind === undefined ? cause : new TransportError(kind, cause);
}

const TROUBLES: Readonly<Record<string, TransportTrouble>> = {
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  // The transport was closed before: requests under way are waited for.
  UND_ERR_CLOSED: 'not-sent',
  UND_ERR_DESTROYED: 'not-sent',
};

function flat(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}
