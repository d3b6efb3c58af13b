import { connect } from 'node:net';
import { request as send } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSosie, type Listening, type Sosie } from '#server/index.ts';
import { NOON, signed } from '../support/utick.ts';

let sosie: Sosie;
let server: Listening;

beforeEach(async () => {
  sosie = await createSosie({
    clock: NOON,
    config: { cors: ['https://shop.example'], maxBodyBytes: 2_000, ports: { utick: 0 } },
  });
  server = await sosie.listen({ port: 0 });
});
afterEach(async () => {
  await server.close();
  await sosie.close();
});

/** Speaks bytes, and answers what came back within the time. */
function speak(bytes: string | Buffer, waitMs = 300): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    socket.on('data', (piece) => (text += piece.toString()));
    socket.on('error', reject);
    socket.write(bytes);
    setTimeout(() => {
      socket.destroy();
      resolve(text);
    }, waitMs);
  });
}

const lastRecord = () => sosie.sandbox.journal.query({ limit: 1 })[0];

describe('what comes in', () => {
  test.each([
    ['gzip', gzipSync(JSON.stringify(signed())), 200],
    ['gzip', Buffer.from('not gzip'), 400],
    ['gzip', Buffer.alloc(0), 401],
    ['identity', Buffer.from(JSON.stringify({ pad: 'x'.repeat(3_000) })), 413],
    ['gzip', gzipSync(JSON.stringify({ pad: 'x'.repeat(500_000) })), 413],
  ])('a %s body of %j is answered %d', async (encoding, body, status) => {
    const response = await fetch(`${server.url}/utick/v1/shop/orders//`, {
      method: 'POST',
      headers: { 'content-encoding': encoding, 'content-type': 'application/json' },
      body: new Uint8Array(body),
    });
    const expected = status === 200 || status === 401 ? [200, 201, 400, 401, 405] : [status];
    expect(expected).toContain(response.status);
  });

  test('an upload that breaks off is no call', async () => {
    const before = sosie.sandbox.journal.query().length;
    await speak('POST /utick/v1/ping HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"a":', 100);
    expect(sosie.sandbox.journal.query()).toHaveLength(before);
  });

  test('two calls on one connection, sent at once, are answered in order', async () => {
    const ping = 'GET /utick/v1/ping HTTP/1.1\r\nHost: a\r\n\r\n';
    const text = await speak(ping + ping);
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  });

  test('HEAD answers no body', async () => {
    const response = await fetch(`${server.url}/utick/v1/ping`, { method: 'HEAD' });
    expect(await response.text()).toBe('');
  });

  test('a whole URL in the request line is read as its path', async () => {
    const text = await speak(
      'GET http://localhost/utick/v1/ping HTTP/1.1\r\nHost: localhost\r\n\r\n',
    );
    expect(text).toContain('pong');
  });

  test('what no vendor claims is journalled too, without its card numbers', async () => {
    const response = await fetch(`${server.url}/utik/v1/card/4111111111111111`);
    expect(response.headers.get('x-sosie-exchange')).toBe(lastRecord()?.id);
    expect(lastRecord()).toMatchObject({ outcome: 'unmatched', vendor: '' });
    expect(JSON.stringify(lastRecord())).not.toContain('4111111111111111');
  });

  test('a body that is not JSON is not quoted anywhere', async () => {
    const body = '{"privatekey": TOPSECRET123}';
    const response = await fetch(`${server.url}/utick/v1/ping`, { method: 'POST', body });
    expect(await response.text()).not.toContain('SECRET');
    expect(JSON.stringify(lastRecord())).not.toContain('SECRET');
  });
});

describe('pages of other origins', () => {
  const ping = (origin: string, method = 'GET'): Promise<Response> =>
    fetch(`${server.url}/utick/v1/ping`, {
      method,
      headers: { origin, ...(method === 'OPTIONS' && { 'access-control-request-method': 'POST' }) },
    });

  test('an allowed one may call and read', async () => {
    const asked = await ping('https://shop.example', 'OPTIONS');
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH');
    const answered = await ping('https://shop.example');
    expect(answered.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  });

  test('another one may not read', async () => {
    expect((await ping('https://evil.example')).headers.get('access-control-allow-origin')).toBe(
      null,
    );
  });
});

test('a vendor’s own port serves it at the root, and its links lead back there', async () => {
  const root = server.roots['utick'];
  const response = await fetch(`${root}/v1/ping`);
  expect(response.status).toBe(200);
  expect(root).not.toBe(server.url);
});

test('a busy keep-alive client does not hold up the end', async () => {
  await new Promise<void>((resolve, reject) => {
    const call = send(`${server.url}/utick/v1/ping`, (incoming) => {
      incoming.resume().on('end', resolve);
    });
    call.on('error', reject).end();
  });
  const startedAt = performance.now();
  await server.close();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
