import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, gzip } from 'node:zlib';
import type { Eventually } from '#kernel/lane.ts';
import { Batch } from './batch.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import type { WireAnswer, WireRequest, WireResponse } from './http.ts';

export interface NodeHttpParts {
  readonly handle: (request: WireRequest) => Eventually<WireResponse>;
  /** Takes what is not vendor traffic (control API, console); true when it did. */
  readonly divert: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly maxBodyBytes: number;
  readonly trusts: (request: IncomingMessage) => boolean;
  /** Where the vendors are mounted, when that is not the root. */
  readonly basePath?: (request: IncomingMessage) => string;
  /** Origins whose pages may read answers; `*` is any. */
  readonly cors: readonly string[];
  readonly onDefect: (error: unknown) => void;
}

export interface ListeningServer {
  readonly port: number;
  /** Stops taking connections, lets calls under way end, then closes. */
  close(): Promise<void>;
}

/** Answers below this are not worth compressing: it costs more time than the bytes it saves. */
const SMALLEST_COMPRESSED = 16_384;
/** How long calls under way may take once the server was told to stop. */
const DRAIN_MS = 10_000;
const IDLE_CHECK_MS = 50;

/** A socket's bytes to plain data and back: the only file that knows node's HTTP. */
export function listen(
  parts: NodeHttpParts,
  where: { readonly port: number; readonly host: string; readonly rootVendor?: string },
): Promise<ListeningServer> {
  const server = createServer({ keepAliveTimeout: 65_000 }, listenerOf(parts, where.rootVendor));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, () => {
      server.off('error', reject);
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : where.port;
      resolve({ port, close: () => drain(server) });
    });
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    // A connection that was busy a moment ago is idle now, and would be kept alive.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    server.close(() => {
      clearTimeout(force);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** The same for a server of somebody else's. */
export function listenerOf(parts: NodeHttpParts, rootVendor?: string): RequestListener {
  const batch = new Batch();
  return (incoming, outgoing) => {
    if (parts.divert(incoming, outgoing)) return;
    // Node joins repeated headers; the few it keeps as lists are none of ours.
    const headers = incoming.headers as WireRequest['headers'];
    const shared = corsHeaders(parts.cors, headers);
    if (shared && isPreflight(incoming.method, headers)) {
      outgoing.writeHead(204, { ...shared, ...preflightHeaders(headers) }).end();
      return;
    }
    /** Nothing gets here unless the pipeline or the socket breaks: say so and stay up. */
    const failed = (error: unknown): void => {
      parts.onDefect(error);
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end('sosie defect');
    };
    const guarded = (work: () => void) => (): void => {
      try {
        work();
      } catch (error) {
        failed(error);
      }
    };
    const answer = (response: WireResponse): void =>
      batch.answer(guarded(() => send({ incoming, outgoing, shared, failed }, response)));
    readBody(incoming, parts.maxBodyBytes, (body) => {
      const decide = (): void => {
        const response = parts.handle(requestOf(parts, incoming, { headers, body, rootVendor }));
        if (response instanceof Promise) response.then(answer, failed);
        else answer(response);
      };
      batch.decide(guarded(decide));
    });
  };
}

interface Received {
  readonly headers: WireRequest['headers'];
  readonly body: ReadBody;
  readonly rootVendor: string | undefined;
}

function requestOf(
  parts: NodeHttpParts,
  incoming: IncomingMessage,
  { headers, body, rootVendor }: Received,
): WireRequest {
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers,
    body: body instanceof Uint8Array ? body : NOTHING,
    asBytes: true,
    trusted: parts.trusts(incoming),
    ...(body instanceof Uint8Array ? {} : { unread: body }),
    ...(rootVendor === undefined ? {} : { rootVendor }),
    ...('encrypted' in incoming.socket ? { secure: true } : {}),
    ...(parts.basePath ? { basePath: parts.basePath(incoming) } : {}),
  };
}

const NOTHING = new Uint8Array(0);

type ReadBody = Uint8Array | NonNullable<WireRequest['unread']>;

/** What is longer than allowed is read and dropped; an upload that breaks off is no call. */
function readBody(
  incoming: IncomingMessage,
  maxBytes: number,
  done: (body: ReadBody) => void,
): void {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const unpacked = decompressed(incoming);
  const body = unpacked ?? incoming;
  body.on('data', (chunk: Uint8Array) => {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  });
  body.on('end', () => done(size > maxBytes ? 'too-large' : joined(chunks)));
  if (!unpacked) {
    incoming.on('error', () => undefined);
    return;
  }
  unpacked.on('error', () => done('not-decompressible'));
  incoming.on('error', () => unpacked.destroy());
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}

/** Undefined when there is nothing to unpack. */
function decompressed(incoming: IncomingMessage): Transform | undefined {
  const { 'content-encoding': encoding, 'content-length': length } = incoming.headers;
  if (length === '0') return undefined;
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return incoming.pipe(createGunzip());
    case 'deflate':
      return incoming.pipe(createInflate());
    case 'br':
      return incoming.pipe(createBrotliDecompress());
    default:
      return undefined;
  }
}

/** One call's two ends, and what every answer to it carries. */
interface Line {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly shared: Readonly<Record<string, string>> | undefined;
  readonly failed: (error: unknown) => void;
}

function send(line: Line, response: WireResponse): void {
  const { incoming, outgoing } = line;
  switch (response.kind) {
    case 'answer':
      return sendAnswer(line, response);
    case 'reset':
      return cut(incoming.socket);
    case 'empty':
      incoming.socket.end();
      return;
    case 'hang':
      return;
    case 'truncated': {
      const bytes = bytesOf(response.answer);
      outgoing.writeHead(response.answer.status, headersOf(line, response.answer, bytes.length));
      outgoing.write(bytes.subarray(0, response.bytes), () => incoming.socket.destroy());
      return;
    }
    case 'drip':
      return drip(line, response.answer, response.bytesPerSecond);
  }
}

function sendAnswer(line: Line, answer: WireAnswer): void {
  const { incoming, outgoing } = line;
  const bytes = bytesOf(answer);
  const accepts = incoming.headers['accept-encoding'];
  const plain = headersOf(line, answer, bytes.length);
  if (bytes.length < SMALLEST_COMPRESSED || !accepts?.includes('gzip')) {
    outgoing.writeHead(answer.status, plain);
    outgoing.end(bytes);
    return;
  }
  gzip(bytes, (error, packed) => {
    try {
      const headers = [...headersOf(line, answer, packed.length), 'content-encoding', 'gzip'];
      outgoing.writeHead(answer.status, error ? plain : headers);
      outgoing.end(error ? bytes : packed);
    } catch (broken) {
      line.failed(broken);
    }
  });
}

const bytesOf = ({ body }: WireAnswer): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body) : body;

/** Names and values in one flat list, which node takes as it is. */
function headersOf({ shared }: Line, answer: WireAnswer, length: number): (string | number)[] {
  const list: (string | number)[] = ['content-length', length];
  for (const name in answer.headers) list.push(name, answer.headers[name] ?? '');
  for (const name in shared) list.push(name, shared[name] ?? '');
  return list;
}

/** A reset the client feels, not an orderly end. */
function cut(socket: Socket): void {
  if ('resetAndDestroy' in socket) socket.resetAndDestroy();
  else (socket as Socket).destroy();
}

const DRIPS_PER_SECOND = 10;

function drip(line: Line, answer: WireAnswer, bytesPerSecond: number): void {
  const { outgoing } = line;
  const bytes = bytesOf(answer);
  outgoing.writeHead(answer.status, headersOf(line, answer, bytes.length));
  const step = Math.max(1, Math.round(bytesPerSecond / DRIPS_PER_SECOND));
  let at = 0;
  const timer = setInterval(
    () => {
      outgoing.write(bytes.subarray(at, at + step));
      at += step;
      if (at < bytes.length) return;
      clearInterval(timer);
      outgoing.end();
    },
    (1000 * step) / bytesPerSecond,
  );
  outgoing.once('close', () => clearInterval(timer));
}
