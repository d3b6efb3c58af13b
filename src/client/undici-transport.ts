import type { Agent, request as send } from 'undici';
import { TransportError } from './errors/transport-error.ts';
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
  const opened = open(options);
  opened.catch(() => undefined); // the first call tells
  let closed: Promise<void> | undefined;
  const transport: Transport = async (request) => {
    if (closed) throw new TransportError('not-sent', new Error('the client is closed'));
    return carry(request, await opened);
  };
  const end = async (): Promise<void> => (await opened).agent.close();
  return Object.assign(transport, { ready: () => opened, close: () => (closed ??= end()) });
}

interface Carrier {
  readonly send: typeof send;
  readonly agent: Agent;
}

/** Loading undici takes longer than all the rest of the client, and a test in process needs none. */
async function open({ connections, connectTimeoutMs = 10_000 }: UndiciOptions): Promise<Carrier> {
  const { Agent, buildConnector, request } = await import('undici');
  const connect = buildConnector({ timeout: connectTimeoutMs });
  const agent = new Agent({
    // Whatever fails before there is a connection has sent nothing.
    connect: (where, done) =>
      connect(where, (...[error, socket]) =>
        error ? done(new TransportError('not-sent', error), null) : done(null, socket),
      ),
    ...(connections === undefined ? {} : { connections }),
    // The call's own time limit is the only one.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return { send: request, agent };
}

async function carry(
  { method, url, headers, body, signal }: TransportRequest,
  { send, agent }: Carrier,
): Promise<TransportResponse> {
  const response = await send(url, {
    method,
    headers,
    body,
    signal,
    dispatcher: agent,
    // Else the connection would end behind a GET or DELETE that has a body.
    reset: false,
  }).catch(notAnswered);
  const bytes = await response.body.bytes().catch((cause: unknown) => {
    throw new TransportError('truncated', cause);
  });
  return { status: response.statusCode, headers: flat(response.headers), body: bytes };
}

/** Nothing of an answer had come: only the code tells whether the connection was cut. */
function notAnswered(cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  throw CUT.has(code) ? new TransportError('reset', cause) : cause;
}

const CUT: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

function flat(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}
