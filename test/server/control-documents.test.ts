import { beforeEach, describe, expect, test } from 'vitest';
import { contracts } from '#contracts/index.ts';
import { controlPage } from '#server/control/guide.ts';
import { taskGroups, tasks } from '#server/control/tasks/index.ts';
import { open, type Open } from './control-asking.ts';
import { openApiViolations } from './control-openapi.ts';

let at: Open;

beforeEach(async () => {
  at = await open();
  return () => at.sosie.close();
});

describe('the OpenAPI document', () => {
  test('it lists exactly the table of tasks', async () => {
    const { body } = await at.ask('GET', '/_sosie/openapi.json');
    const listed = Object.entries(body.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual(tasks.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('it is a valid OpenAPI 3.1 document', async () => {
    const { body } = await at.ask('GET', '/_sosie/openapi.json');
    expect(openApiViolations(body)).toEqual([]);
  });

  test('what is not built yet is marked', async () => {
    const { body } = await at.ask('GET', '/_sosie/openapi.json');
    const path = body.paths['/_sosie/v1/sandboxes/{sandbox}/snapshot'];
    expect(path.get['x-sosie-not-built']).toBe(true);
  });
});

// `npx vitest run test/server/control-documents.test.ts -u` writes the page anew.
test('the guide says what the table of tasks says', async () => {
  await expect(controlPage(taskGroups)).toMatchFileSnapshot('../../docs/guides/control-api.md');
});

describe('the contracts', () => {
  test('the index leads to documents that are there', async () => {
    const { body } = await at.ask('GET', '/_sosie/contracts');
    expect(body.documents).toContain('/_sosie/contracts/dataset.json');
    for (const document of body.documents) {
      expect((await at.ask('GET', document)).status, document).toBe(200);
    }
  });

  test('a vendor’s OpenAPI document has all of its operations', async () => {
    const { body } = await at.ask('GET', '/_sosie/contracts/utick/openapi.json');
    expect(openApiViolations(body)).toEqual([]);
    const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((item) => Object.values(item))
      .map(({ operationId }) => operationId);
    const [utick] = contracts;
    expect(ids.sort()).toEqual(Object.keys(utick?.operations ?? {}).sort());
  });

  test('the schema of a data set has a section for each vendor', async () => {
    const { body } = await at.ask('GET', '/_sosie/contracts/dataset.json');
    expect(body).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(body.properties)).toEqual(['clock', 'utick', 's360', 'wsone', 'monext']);
    expect(body.required).toBeUndefined();
  });

  test.each([
    ['/_sosie/contracts/utik/openapi.json', 'did you mean "utick"?'],
    [
      '/_sosie/contracts/utick/schemas/getOder.response.json',
      'did you mean "getOrder.response.json"?',
    ],
  ])('%s is 404 with the nearest', async (path, detail) => {
    const { status, body } = await at.ask('GET', path);
    expect(status).toBe(404);
    expect(body.detail).toContain(detail);
  });
});

test('the catalogue tells what each vendor can do, how well that is known, and how it says no', async () => {
  const { body } = await at.ask('GET', '/catalogue');
  const [utick] = body.vendors;
  const names = utick.operations.map((one: { operation: string }) => one.operation);
  expect(names).toEqual(Object.keys(contracts[0]?.operations ?? {}));
  expect(utick.operations[0]).toMatchObject({
    ...{ transport: 'rest', path: expect.stringMatching(/^\/utick\/v1\//) },
    evidence: expect.any(String),
  });
  expect(utick.errors).toContainEqual(
    expect.objectContaining({ failure: 'order-unknown', status: 404 }),
  );
  expect(utick.actions[0]).toMatchObject({
    ...{ action: 'set-capacity', parameters: { type: 'object' } },
  });
});

test('the health tells the version and how many sandboxes there are', async () => {
  await at.ask('POST', '/sandboxes', { name: 'a' });
  const { body } = await at.ask('GET', '/_sosie/health');
  expect(body).toMatchObject({ status: 'ok', sandboxes: 2 });
  expect(body.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(body.uptimeMs).toBeGreaterThan(0);
});

test('a program may ask for the head of what it could get', async () => {
  const { status, headers, text } = await at.agent.head('/_sosie/health');
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('application/json');
  expect(text).toBeFalsy();
});
