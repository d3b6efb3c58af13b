import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate, gzip } from 'node:zlib';
import type { Eventually } from '#kernel/lane.ts';
import type { WireAnswer, WireRequest, WireResponse } from './http.ts';

export interface NodeHttpParts {
  readonly handle: (request: WireRequest) => Eventually<WireResponse>;
  /** Takes what is not vendor traffic (control API, console); true when it did. */
  readonly divert: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly maxBodyBytes: number;
  readonly trusts: (request: IncomingMessage) => boolean;
  /** Where the vendors are mounted, when that is not the root. */
  readonly basePath?: (request: IncomingMessage) => string;
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
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** The same for a server of somebody else's. */
export function listenerOf(parts: NodeHttpParts, rootVendor?: string): RequestListener {
  return (incoming, outgoing) => {
    if (parts.divert(incoming, outgoing)) return;
    readBody(incoming, parts.maxBodyBytes, (body) => {
      const request: WireRequest = {
        method: incoming.method ?? 'GET',
        url: incoming.url ?? '/',
        // Node joins repeated headers; the few it keeps as lists are none of ours.
        headers: incoming.headers as WireRequest['headers'],
        body: body ?? NOTHING,
        trusted: parts.trusts(incoming),
        ...(body ? {} : { oversized: true }),
        ...(rootVendor === undefined ? {} : { rootVendor }),
        ...(parts.basePath ? { basePath: parts.basePath(incoming) } : {}),
      };
      try {
        const response = parts.handle(request);
        if (!(response instanceof Promise)) send(incoming, outgoing, response);
        else response.then((ready) => send(incoming, outgoing, ready), failed);
      } catch (error) {
        failed(error);
      }
    });
    /** Nothing gets here unless the pipeline itself is broken: say so and stay up. */
    function failed(error: unknown): void {
      parts.onDefect(error);
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end('sosie defect');
    }
  };
}

const NOTHING = new Uint8Array(0);

/** Undefined when the body is longer than allowed; the rest of it is read and dropped. */
function readBody(
  incoming: IncomingMessage,
  maxBytes: number,
  done: (body: Uint8Array | undefined) => void,
): void {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = decompressed(incoming);
  body.on('data', (chunk: Uint8Array) => {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  });
  body.on('end', () => done(size > maxBytes ? undefined : joined(chunks)));
  // A body that does not decompress is as unreadable as one that does not parse.
  body.on('error', () => done(UNREADABLE));
}

const UNREADABLE = new TextEncoder().encode('\u0000');

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}

function decompressed(incoming: IncomingMessage): NodeJS.ReadableStream {
  switch (incoming.headers['content-encoding']) {
    case 'gzip':
    case 'x-gzip':
      return incoming.pipe(createGunzip());
    case 'deflate':
      return incoming.pipe(createInflate());
    case 'br':
      return incoming.pipe(createBrotliDecompress());
    default:
      return incoming;
  }
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, response: WireResponse): void {
  switch (response.kind) {
    case 'answer':
      return sendAnswer(incoming, outgoing, response);
    case 'reset':
      return cut(outgoing.socket);
    case 'empty':
      outgoing.socket?.end();
      return;
    case 'hang':
      return;
    case 'truncated': {
      const bytes = bytesOf(response.answer);
      outgoing.writeHead(response.answer.status, headersOf(response.answer, bytes.length));
      outgoing.write(bytes.subarray(0, response.bytes), () => outgoing.socket?.destroy());
      return;
    }
    case 'drip':
      return drip(outgoing, response.answer, response.bytesPerSecond);
  }
}

function sendAnswer(incoming: IncomingMessage, outgoing: ServerResponse, answer: WireAnswer): void {
  const bytes = bytesOf(answer);
  const accepts = incoming.headers['accept-encoding'];
  if (bytes.length < SMALLEST_COMPRESSED || !accepts?.includes('gzip')) {
    outgoing.writeHead(answer.status, headersOf(answer, bytes.length));
    outgoing.end(bytes);
    return;
  }
  gzip(bytes, (error, packed) => {
    const body = error ? bytes : packed;
    outgoing.writeHead(answer.status, headersOf(answer, body.length, error ? undefined : 'gzip'));
    outgoing.end(body);
  });
}

const bytesOf = ({ body }: WireAnswer): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body) : body;

/** Names and values in one flat list, which node takes as it is. */
function headersOf(answer: WireAnswer, length: number, encoding?: string): (string | number)[] {
  const list: (string | number)[] = ['content-length', length];
  for (const name in answer.headers) list.push(name, answer.headers[name] ?? '');
  if (encoding !== undefined) list.push('content-encoding', encoding);
  return list;
}

/** A reset the client feels, not an orderly end. */
function cut(socket: Socket | null): void {
  if (socket && 'resetAndDestroy' in socket) socket.resetAndDestroy();
  else (socket as Socket | null)?.destroy();
}

function drip(outgoing: ServerResponse, answer: WireAnswer, bytesPerSecond: number): void {
  const bytes = bytesOf(answer);
  outgoing.writeHead(answer.status, headersOf(answer, bytes.length));
  const step = Math.max(1, Math.round(bytesPerSecond / 10));
  let at = 0;
  const timer = setInterval(() => {
    outgoing.write(bytes.subarray(at, at + step));
    at += step;
    if (at < bytes.length) return;
    clearInterval(timer);
    outgoing.end();
  }, 100);
  outgoing.once('close', () => clearInterval(timer));
}
