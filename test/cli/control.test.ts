import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { desk, typed, type Desk } from './typed.ts';

const open: { readonly close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function guarded(): Promise<Desk> {
  const at = await desk({ adminToken: 'a-token' });
  open.push(at);
  return at;
}

async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  open.push({ close: () => server.close() });
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const refused = (line: string) => ({ code: 2, out: '', err: `sosie: ${line}\n` });

test('where no sosie is, one line says what to start', async () => {
  expect(await typed('clock get --url http://127.0.0.1:1')).toEqual(
    refused(
      'no sosie at http://127.0.0.1:1: nothing listens there; ' +
        'start one with `sosie start`, or say where it is with --url or SOSIE_URL',
    ),
  );
});

test('something else at that address is not taken for a sosie', async () => {
  const page = await listening((_, response) => response.end('<h1>hello</h1>'));
  expect(await typed(`clock get --url ${page}`)).toEqual(
    refused(`${page}: this is no sosie (it answers 200)`),
  );
  const lost = await listening((_, response) => response.writeHead(404).end());
  expect((await typed(`clock get --url ${lost}`)).err).toContain('this is no sosie');
});

test('an admin token is sent, and one line says when it is missing or wrong', async () => {
  const at = await guarded();
  expect((await at.type('clock get --token a-token')).code).toBe(0);
  expect(await at.type('clock get')).toEqual(
    refused(`${at.url} wants its admin token: give it with --token or SOSIE_ADMIN_TOKEN`),
  );
  expect(await at.type('clock get --token another')).toEqual(
    refused(`${at.url} has another admin token: check --token or SOSIE_ADMIN_TOKEN`),
  );
});

test('a sosie below a path of another app is steered too', async () => {
  const at = await guarded();
  const router = at.sosie.express();
  const app = await listening((request, response) => {
    if (!request.url?.startsWith('/doubles/')) return response.writeHead(404).end();
    request.url = request.url.slice('/doubles'.length);
    return router(request, response, () => response.end());
  });
  expect((await typed(`clock get --token a-token --url ${app}/doubles/`)).code).toBe(0);
});

test('trouble of its own is not wrong use', async () => {
  const broken = await listening((_, response) => {
    const headers = { 'content-type': 'application/problem+json' };
    response.writeHead(500, headers).end('{"detail":"see the terminal of this sosie"}');
  });
  expect(await typed(`clock get --url ${broken}`)).toEqual({
    code: 1,
    out: '',
    err: 'sosie: see the terminal of this sosie\n',
  });
});

test('an answer that is cut short is nobody’s answer', async () => {
  const cut = await listening((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"mode":', () => response.destroy());
  });
  const { code, err } = await typed(`clock get --url ${cut}`);
  expect(code).toBe(2);
  expect(err).toMatch(/^sosie: no sosie at .*: the connection was reset; .*\n$/);
});
