import { beforeEach, describe, expect, test } from 'vitest';
import { jsonErrorAt } from '#kit/json-position.ts';
import { open, type Open } from './control-asking.ts';

let at: Open;

beforeEach(async () => {
  at = await open({ config: { maxBodyBytes: 2000 } });
  return () => at.sosie.close();
});

const post = (type: string, body: string) =>
  at.agent.post('/_sosie/v1/sandboxes').set('content-type', type).send(body);

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
  'a body that says it is %s is refused',
  async (type) => {
    const { status, body } = await post(type, '{"name":"a"}');
    expect(status).toBe(415);
    expect(body).toMatchObject({ title: 'A body must be JSON' });
  },
);

test('a body with a charset is JSON all the same', async () => {
  expect((await post('application/json; charset=utf-8', '{"name":"a"}')).status).toBe(201);
});

test.each([
  ['{"name": a}', 'line 1, column 10'],
  ['{"name":\n "a",\n}', 'line 3, column 1'],
  ['{"name": "a"', 'line 1, column 13'],
  ['{"name": "a"} x', 'line 1, column 15'],
])('%j is no JSON, and it is told where', async (text, where) => {
  const { status, body } = await post('application/json', text);
  expect(status).toBe(400);
  expect(body).toMatchObject({ title: 'Malformed body', detail: `no JSON at ${where}` });
});

test('a body that is not UTF-8 is refused', async () => {
  const call = at.agent.post('/_sosie/v1/sandboxes').set('content-type', 'application/json');
  const { status, body } = await call
    .serialize((bytes: Buffer) => bytes as unknown as string)
    .send(Buffer.from([0x22, 0xff, 0x22]));
  expect(status).toBe(400);
  expect(body.detail).toBe('it is not UTF-8');
});

test('a body longer than the limit is refused', async () => {
  const { status, body } = await post(
    'application/json',
    JSON.stringify({ name: 'a'.repeat(3000) }),
  );
  expect(status).toBe(413);
  expect(body.type).toMatch(/entity-too-large$/);
});

test('a call that takes no body says so', async () => {
  const { status, body } = await at.ask('POST', '/sandboxes/default/reset', { dataset: 'empty' });
  expect(status).toBe(400);
  expect(body.detail).toContain('takes no body');
  expect((await at.ask('POST', '/sandboxes/default/reset', {})).status).toBe(200);
});

describe('paths and methods', () => {
  test.each([
    ['/_sosie/v1/sandbox', '/_sosie/v1/sandboxes'],
    ['/_sosie/v1/sandboxes/default/clok', '/_sosie/v1/sandboxes/default/clock'],
    ['/_sosie/healthy', '/_sosie/health'],
  ])('%s is unknown, and %s is near', async (path, near) => {
    const { status, body } = await at.ask('GET', path);
    expect(status).toBe(404);
    expect(body.detail).toContain(`did you mean ${near}?`);
  });

  test('a path near to nothing leads to the document', async () => {
    const { status, body } = await at.ask('GET', '/_sosie/a/b/c/d/e/f/g/h');
    expect(status).toBe(404);
    expect(body.detail).toContain('see /_sosie/openapi.json');
  });

  test('a method that a path does not take is refused with those it takes', async () => {
    const { status, body } = await at.ask('PATCH', '/sandboxes/default/clock', {});
    expect(status).toBe(405);
    expect(body.detail).toContain('it takes GET, PUT');
  });

  test('a path that does not decode is refused', async () => {
    expect((await at.ask('GET', '/sandboxes/%E0%A4%A')).status).toBe(400);
  });

  test('a parameter given twice is refused', async () => {
    const { status, body } = await at.ask('GET', '/sandboxes/default/journal?limit=1&limit=2');
    expect(status).toBe(400);
    expect(body.detail).toBe('limit: is given twice');
  });

  test.each([
    ['GET', 'snapshot'],
    ['PUT', 'snapshot'],
    ['GET', 'snapshot/diff'],
  ] as const)('%s %s says that it is not built yet', async (method, path) => {
    const { status, body } = await at.ask(method, `/sandboxes/default/${path}`);
    expect(status).toBe(501);
    expect(body.title).toBe('Not built yet');
  });

  test('the start page says that the console is not built yet', async () => {
    const { status, text } = await at.agent.get('/');
    expect(status).toBe(501);
    expect(text).toContain('console is not built yet');
  });
});

test.each([
  ['', 0],
  ['[1, 2', 5],
  ['[1, ]', 4],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{1: 2}', 1],
  ['{"a": 01}', 6],
  ['"a\nb"', 0],
  ['[tru]', 1],
  ['[1}', 2],
  [' 1 1', 3],
  ['{"a": "\\x"}', 6],
])('%j stops being JSON at %i', (text, position) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(jsonErrorAt(text)).toBe(position);
});
