import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import {
  createUtickClient,
  undiciTransport,
  type UtickClient,
  type UtickOptions,
} from '#client/index.ts';
import { NOON_INSTANT } from '../support/utick.ts';
import { keys } from './shop.ts';
import { answered } from './stub.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listening(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

function clientAt(port: number, options: Partial<UtickOptions> = {}): UtickClient {
  const baseUrl = `http://127.0.0.1:${port}/utick`;
  const utick = createUtickClient({ ...keys, baseUrl, clock: () => NOON_INSTANT, ...options });
  closing.unshift(() => utick.close());
  return utick;
}

interface Seen {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A server that answers anything with an empty list and keeps what it was asked. */
async function recorder(): Promise<{
  readonly port: number;
  readonly seen: Seen[];
  readonly sockets: Socket[];
}> {
  const seen: Seen[] = [];
  const sockets: Socket[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as unknown;
    seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    response.setHeader('set-cookie', ['a=1', 'b=2']).end(JSON.stringify(answered([])));
  });
  server.on('connection', (socket) => sockets.push(socket));
  return { port: await listening(server), seen, sockets };
}

test('a list is asked for with a signed JSON body on GET, and a slash behind the path', async () => {
  const { port, seen } = await recorder();
  await clientAt(port).listOrders({ email: 'ann@example.com', limit: 2 });
  const body = {
    publickey: 'TEST-PUBLIC-KEY',
    timestamp: '2026-03-04T11:00:00+00:00',
    signature: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    email: 'ann@example.com',
    limit: 2,
  };
  expect(seen).toEqual([
    {
      line: 'GET /utick/v1/shop/orders/',
      headers: {
        host: `127.0.0.1:${port}`,
        connection: 'keep-alive',
        accept: '*/*',
        'content-type': 'application/json',
        'content-length': expect.stringMatching(/^\d+$/) as string,
      },
      body,
    },
  ]);
});

test('DELETE carries a body too', async () => {
  const { port, seen } = await recorder();
  await clientAt(port, { validate: false }).deleteProducts({ orderid: '7' });
  expect(seen).toMatchObject([{ line: 'DELETE /utick/v1/shop/products/', body: { orderid: '7' } }]);
});

test('calls one after the other share connections, whatever their method, and close ends them', async () => {
  const { port, seen, sockets } = await recorder();
  const utick = clientAt(port, { validate: false });
  for (let call = 0; call < 10; call += 1) {
    await utick.listOrders();
    await utick.createOrder({});
    await utick.deleteProduct({ id: '7' });
  }
  // The second is opened when a call comes before the first one's answer is wholly put away.
  expect(seen).toHaveLength(30);
  expect(sockets.length).toBeLessThanOrEqual(2);
  const ended = sockets.map((socket) => once(socket, 'close'));
  await utick.close();
  await Promise.all(ended);
});

test('a call under way is waited for when its client is closed, a later one is not sent', async () => {
  let calls = 0;
  const server = createServer((_, response) => {
    calls += 1;
    setTimeout(() => response.end(JSON.stringify(answered({}))), 50);
  });
  const utick = clientAt(await listening(server), { validate: false, retries: 0 });
  const call = utick.createOrder({});
  await once(server, 'request');
  await Promise.all([utick.close(), utick.close()]);
  expect(await call).toMatchObject({ ok: true });
  await expect(utick.createOrder({})).rejects.toMatchObject({ kind: 'not-sent', mayBeDone: false });
  expect(calls).toBe(1);
});

test('calls at once have a connection each, or as many as there may be', async () => {
  const { port, seen, sockets } = await recorder();
  const utick = clientAt(port);
  await Promise.all(Array.from({ length: 5 }, () => utick.listOrders()));
  expect(sockets).toHaveLength(5);
  const transport = undiciTransport({ connections: 2 });
  const narrow = clientAt(port, { transport });
  await Promise.all(Array.from({ length: 5 }, () => narrow.listOrders()));
  expect([sockets.length, seen.length]).toEqual([7, 10]);
  await transport.close?.();
});

test('a header that comes twice is one text', async () => {
  const { port } = await recorder();
  const answer = await clientAt(port).listOrders();
  expect(answer.response.headers['set-cookie']).toBe('a=1, b=2');
});

test('what speaks no HTTP loses the answer', async () => {
  const server = createTcpServer((socket) => socket.resume().end('220 mail ready\r\n'));
  const utick = clientAt(await listening(server));
  await expect(utick.createOrder({})).rejects.toMatchObject({ kind: 'unknown', mayBeDone: true });
});

test('an answer without a length that breaks off is truncated', async () => {
  const server = createServer((_, response) => {
    response.write('{"success":');
    setTimeout(() => response.destroy(), 10);
  });
  const utick = clientAt(await listening(server));
  await expect(utick.createOrder({})).rejects.toMatchObject({ kind: 'truncated', mayBeDone: true });
});

test('a connection that never becomes one is given up, and nothing was sent', async () => {
  const silent = createTcpServer();
  const sockets: Socket[] = [];
  silent.on('connection', (socket) => sockets.push(socket));
  const port = await listening(silent);
  const transport = undiciTransport({ connectTimeoutMs: 50 });
  const baseUrl = `https://127.0.0.1:${port}`;
  const utick = createUtickClient({ ...keys, baseUrl, transport, retries: 0 });
  await expect(utick.createOrder({})).rejects.toMatchObject({ kind: 'not-sent', mayBeDone: false });
  for (const socket of sockets) socket.destroy();
  await transport.close?.();
});

test('loading what carries the calls is no time of theirs', async () => {
  const carry = undiciTransport();
  const ready = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 300));
  const { port } = await recorder();
  const transport = Object.assign(carry.bind(undefined), { ready });
  await carry.ready?.();
  const answer = await clientAt(port, { transport, timeoutMs: 250, retries: 0 }).listOrders();
  expect(answer.ok).toBe(true);
  await carry.close?.();
});

test('a transport that was given is its giver’s to close', async () => {
  const { port, sockets } = await recorder();
  const transport = undiciTransport();
  const utick = clientAt(port, { transport });
  await utick.listOrders();
  await utick.close();
  expect(await utick.listOrders()).toMatchObject({ ok: true });
  const ended = sockets.map((socket) => once(socket, 'close'));
  await transport.close?.();
  await Promise.all(ended);
});
