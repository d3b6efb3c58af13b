import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { NOON } from '../support/utick.ts';

let sosie: Sosie;
let url: string;

beforeAll(async () => {
  sosie = await createSosie({ clock: NOON });
  ({ url } = await sosie.listen({ port: 0 }));
});
afterAll(() => sosie.close());

const JSON_BODY = { 'content-type': 'application/json' };

test.each([
  // method  path                                            body
  ['GET', '/_sosie/v1/sandboxes', undefined],
  ['GET', '/_sosie/v1/sandboxes/default/clock', undefined],
  ['GET', '/_sosie/v1/sandboxes/default/journal?limit=2', undefined],
  ['GET', '/_sosie/v1/sandboxes/default/journal?limit=0', undefined],
  ['GET', '/_sosie/v1/sandboxes/default/journal/x', undefined],
  ['GET', '/_sosie/v1/sandboxes/def%61ult/agenda', undefined],
  ['GET', '/_sosie/v1/sandboxes/defalt', undefined],
  ['GET', '/_sosie/v1/sandbox', undefined],
  ['POST', '/_sosie/v1/sandboxes/default/clock', '{}'],
  ['POST', '/_sosie/v1/sandboxes/default/faults', '{"phase":"before","then":{"kind":"rest"}}'],
  ['POST', '/_sosie/v1/sandboxes', '{"name":'],
  ['PUT', '/_sosie/v1/sandboxes/default/outbox/mode', '{"mode":"collect"}'],
  ['DELETE', '/_sosie/v1/sandboxes/default', undefined],
  ['DELETE', '/_sosie/v1/sandboxes/default/journal', undefined],
  ['POST', '/_sosie/v1/sandboxes/default/utick/actions/refund', '{"orderid":"x"}'],
  ['GET', '/_sosie/openapi.json', undefined],
])('%s %s is answered without a socket as over a port', async (method, path, body) => {
  const over = await fetch(`${url}${path}`, { method, headers: JSON_BODY, body: body ?? null });
  const within = await sosie.control({
    ...{ method, url: path, headers: JSON_BODY },
    ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
  });
  expect({ status: within.status, body: within.body }).toEqual({
    status: over.status,
    body: await over.text(),
  });
  expect(within.headers['content-type']).toEqual(over.headers.get('content-type') ?? undefined);
});

test('events come over a port only', async () => {
  const path = '/_sosie/v1/sandboxes/default/journal/stream';
  const { status, body } = await sosie.control({ method: 'GET', url: path });
  expect(status).toBe(501);
  expect(JSON.parse(body)).toMatchObject({ detail: expect.stringContaining('over a port only') });
});
