import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import express, { type Express } from 'express';
import supertest from 'supertest';
import { sosieRouter } from '#server/express.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { NOON, signed } from '../support/utick.ts';

let sosie: Sosie;
let app: Express;

beforeEach(async () => {
  sosie = await createSosie({ clock: NOON });
  app = express();
});

afterEach(() => sosie.close());

const agent = () => supertest(app);

describe('below a path of a team’s own app', () => {
  beforeEach(() => {
    app.use('/doubles', sosieRouter(sosie.core));
    app.use((_request, response) => response.status(418).send('the team’s own'));
  });

  test('a vendor answers there', async () => {
    const { status, headers, body } = await agent().get('/doubles/utick/v1/ping').send(signed());
    expect(status).toBe(200);
    expect(headers['x-sosie-exchange']).toBe('default.1');
    expect(body.success).toBe(true);
  });

  test('so does the vendor in another sandbox', async () => {
    await agent().post('/doubles/_sosie/v1/sandboxes').send({ name: 'a' });
    const { headers } = await agent().get('/doubles/~a/utick/v1/ping').send(signed());
    expect(headers['x-sosie-exchange']).toBe('a.1');
  });

  test('so does the control API, with its refusals', async () => {
    expect((await agent().get('/doubles/_sosie/v1/sandboxes')).status).toBe(200);
    expect((await agent().get('/doubles/_sosie/v1/sandbox')).status).toBe(404);
    const refused = await agent().get('/doubles/_sosie/v1/sandboxes').set('host', 'evil.example');
    expect(refused.status).toBe(403);
  });

  test.each(['/doubles/', '/doubles/orders', '/orders', '/utick/v1/ping'])(
    '%s stays the team’s own',
    async (path) => {
      expect((await agent().get(path)).status).toBe(418);
    },
  );
});

test('at the root of an app, its own paths stay its own', async () => {
  app.use(sosieRouter(sosie.core));
  app.get('/', (_request, response) => void response.send('the team’s own'));
  expect((await agent().get('/')).text).toBe('the team’s own');
  expect((await agent().get('/utick/v1/ping').send(signed())).status).toBe(200);
});

test('a body that something before it has read is told, not guessed', async () => {
  app.use(express.json(), sosieRouter(sosie.core));
  for (const path of ['/utick/v1/ping', '/_sosie/v1/sandboxes']) {
    const { status, body } = await agent().post(path).send({ name: 'a' });
    expect(status).toBe(500);
    expect(body.detail).toContain('mount sosie.express() before express.json()');
  }
  expect((await agent().get('/_sosie/v1/sandboxes')).status).toBe(200);
});

test('what a fault rule breaks on a socket is broken there too', async () => {
  app.use(sosieRouter(sosie.core));
  await sosie.sandbox.faults.add({ phase: 'after', then: { kind: 'reset' } });
  await expect(agent().get('/utick/v1/ping').send(signed())).rejects.toThrow('ECONNRESET');
});
