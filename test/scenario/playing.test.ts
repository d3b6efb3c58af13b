import { expect, test } from 'vitest';
import {
  doubleInProcess,
  HEDDA,
  played,
  replayed,
  scenarioOf,
  story,
  troublesOf,
} from './telling.ts';

const buy = `- call: utick.requestProducts
  with: { requests: [${HEDDA}] }
  save: { order: 'products[0].orderid', due: $sum(products.price.value.amount) }
`;

test('the example of the guide plays', async () => {
  const result = await played(
    story(`${buy}- call: utick.confirmOrder
  with: { id: '\${order}', contactid: '\${data.utick.contacts.lecomte}' }
- action: utick/record-bank-transfer
  with: { orderid: '\${order}', amount: '\${due + 500}' }
- call: utick.getOrder
  with: { id: '\${order}' }
  expect: { status: { id: 18, label: Overpaid } }
`),
  );
  expect(troublesOf(result)).toEqual([]);
  expect(result).toMatchObject({ status: 'passed', seed: 1, dataset: 'demo' });
});

test('what is not as expected is told with its place, and both sides are shown', async () => {
  const result = await played(
    story(`${buy}- call: utick.getOrder
  with: { id: '\${order}' }
  expect: { contactid: '', status: { id: 18, label: Overpaid } }
- call: utick.ping
`),
  );
  expect(result.status).toBe('failed');
  expect(troublesOf(result)).toEqual([
    'story.yaml:8:40 | status.id | 18 | 0',
    'story.yaml:8:48 | status.label | "Overpaid" | "Creating"',
  ]);
  const [, second, third] = result.steps;
  expect(second?.comparison).toEqual({
    expected: { contactid: '', status: { id: 18, label: 'Overpaid' } },
    seen: { contactid: '', status: { id: 0, label: 'Creating' } },
  });
  expect(second?.exchanges).toMatchObject([{ operation: 'getOrder', response: { head: '200' } }]);
  expect(third).toMatchObject({ status: 'not-run', reason: 'step 2 failed' });
});

test.each([
  // how a call was to end            of a call                             what is told
  ['', '{ id: nobody }', 'utick.getOrder | done | refused: 404 Unknown order: nobody'],
  [
    'refuse: { code: 404 }',
    "{ id: '${data.utick.orders.denis}' }",
    'utick.getOrder | refused | done',
  ],
  [
    'refuse: { failure: order-unknown }',
    "{ id: '${data.utick.orders.denis}' }",
    'utick.getOrder | refused (order-unknown) | done',
  ],
  ['refuse: { code: 409 }', '{ id: nobody }', 'code | 409 | 404'],
  ['refuse: { failure: order-closed }', '{ id: nobody }', 'failure | order-closed | order-unknown'],
  [
    'lost: { kind: reset }',
    '{ id: nobody }',
    'utick.getOrder | lost (reset) | refused: 404 Unknown order: nobody',
  ],
  ['', '{}', 'utick.getOrder: “id” is missing: it is part of the path'],
])('a call that was to end otherwise fails: %s of %s', async (end, message, told) => {
  const result = await played(
    story(`- { call: utick.getOrder, with: ${message}${end && `, ${end}`} }`),
  );
  expect(result.status).toBe('failed');
  expect(troublesOf(result).map((line) => line.replace(/^[^ ]+ \| /, ''))).toEqual([told]);
});

test.each([
  ['refuse: {}'],
  ['refuse: { code: 404 }'],
  ['refuse: { code: 404, failure: order-unknown }'],
  ['refuse: { message: "Unknown order: nobody", status: 404 }'],
  ['refuse: { message: { $schema: { pattern: ^Unknown } } }'],
])('a refusal is expected: %s', async (end) => {
  const result = await played(story(`- { call: utick.getOrder, with: { id: nobody }, ${end} }`));
  expect(troublesOf(result)).toEqual([]);
  expect(result.status).toBe('passed');
});

test.each([
  ['reset', 'reset'],
  ['empty', 'reset'],
  ['truncated', 'truncated'],
  ['hang', 'timeout'],
  ['malformed', 'unreadable'],
])('the answer that the fault %s takes is expected as lost by %s', async (fault, kind) => {
  const result = await played(
    story(`- fault: { phase: after, then: { kind: ${fault} } }
- { call: utick.ping, timeoutMs: 200, lost: { kind: ${kind} } }`),
  );
  expect(troublesOf(result)).toEqual([]);
  expect(result.status).toBe('passed');
});

test('an answer that is lost where none was to be fails, saying that it may be done', async () => {
  const result = await played(
    `given: { faults: [{ phase: after, then: { kind: reset } }] }\n${story(buy)}`,
  );
  expect(troublesOf(result)).toEqual([
    expect.stringMatching(/utick.requestProducts \| done \| lost \(reset\): .*may have done it/),
  ]);
});

test('a call is made again only when the step says so', async () => {
  const steps = (more: string) =>
    story(`- fault: { phase: before, then: { kind: reset }, times: 1 }
- { call: utick.ping${more} }`);
  expect((await played(steps(''))).status).toBe('failed');
  expect((await played(steps(', retries: 1'))).status).toBe('passed');
});

test('a defect of the double is never taken for a refusal', async () => {
  const target = await doubleInProcess({ config: { selfCheck: 'fail' } });
  const result = await played(
    story(`- fault: { phase: before, then: { kind: status, status: 500, body: { success: false, error: { code: 500, message: sosie defect x.1 }, response: null, environment: test, api_version: 1, datetime: "2026-03-04T10:00:00+01:00", cached: false, status_code: 500, language: fr } } }
- { call: utick.ping, refuse: {} }`),
    { target },
  );
  expect(troublesOf(result)).toEqual(['story.yaml:4:5 | utick.ping: sosie defect x.1']);
  await target.close();
});

test.each([
  [
    '- { action: utick/refund, with: { orderid: nobody } }',
    'utick/refund | done | refused: utick/refund: order-unknown',
  ],
  [
    '- { action: utick/refund, with: { orderid: nobody }, refuse: { failure: order-closed } }',
    'utick/refund | refused (order-closed) | refused (order-unknown)',
  ],
  [
    "- { action: utick/record-bank-transfer, with: { orderid: '${data.utick.orders.denis}', amount: 1 }, refuse: {} }",
    'utick/record-bank-transfer | refused | done',
  ],
  ['- { action: utick/refund, with: {} }', '“orderid” is missing.'],
  ["- { clock: { to: '2020-01-01T00:00:00Z' } }", /lies before the sandbox's time/],
])('behind the counter, %s fails', async (step, told) => {
  const [line] = troublesOf(await played(story(step)));
  const message = line?.replace(/^[^ ]+ \| /, '');
  expect(message).toEqual(typeof told === 'string' ? told : expect.stringMatching(told));
});

test('what an action and the clock answer is expected and saved like any answer', async () => {
  const result = await played(
    story(`${buy}- action: utick/set-capacity
  with: { stockid: '\${data.utick.stocks.hedda}', capacity: 300 }
  expect: { total: 300 }
  save: { total: total }
- clock: { advance: PT20M }
  expect: { to: '2026-03-04T09:20:00Z', events: [{ kind: expire-order }] }
  save: { abandoned: 'events[0].entities[0]' }
- call: utick.getOrder
  with: { id: '\${order}' }
  expect: { id: '\${abandoned}', status: { id: -20 } }
- call: utick.getStock
  with: { id: '\${data.utick.stocks.hedda}' }
  expect: { capacity_total: '\${total}' }
`),
  );
  expect(troublesOf(result)).toEqual([]);
});

test('an expression has the time of the sandbox', async () => {
  const result = await played(
    story(`${buy}- call: utick.updateOrder
  with: { id: '\${order}', notes: 'at \${now}' }
  expect: { notes: 'at 2026-03-04T09:00:00Z' }
`),
  );
  expect(troublesOf(result)).toEqual([]);
});

test('an expression that leads to nothing fails its step', async () => {
  const result = await played(
    story(`${buy}- call: utick.getOrder
  with: { id: '\${order.id}' }
`),
  );
  expect(troublesOf(result)).toEqual(['story.yaml:7:20 | "order.id" leads to nothing']);
});

test('a save that leads to nothing fails its step', async () => {
  const result = await played(
    story(`- call: utick.listOrders
  save: { first: 'orders[100].id' }
`),
  );
  expect(troublesOf(result)).toEqual(['story.yaml:4:21 | "orders[100].id" leads to nothing']);
});

test('settings and faults hold before the first step', async () => {
  const result = await played(
    `given: { settings: { utick: { orderTtlMinutes: 5 } }, faults: [{ when: { operation: getOrder }, phase: before, then: { kind: failure, failure: order-closed }, times: 1 }] }
${story(`${buy}- { call: utick.getOrder, with: { id: '\${order}' }, refuse: { failure: order-closed } }
- call: utick.getOrder
  with: { id: '\${order}' }
  expect: { expires: '2026-03-04T10:05:00+01:00' }
`)}`,
  );
  expect(troublesOf(result)).toEqual([]);
});

test('what broke an invariant is told, also after a failure', async () => {
  const result = await played(
    `finally: { invariants: hold }\n${story('- { call: utick.getOrder, with: { id: x } }')}`,
  );
  expect(result.steps.at(-1)).toMatchObject({ kind: 'finally', status: 'passed' });
  expect(result.status).toBe('failed');
});

test('with bail, nothing is played after the first failure', async () => {
  const bad = await scenarioOf(story('- { call: utick.getOrder, with: { id: x } }'), 'bad');
  const good = await scenarioOf(story('- { call: utick.ping }'), 'good');
  const statuses = async (bail: boolean) =>
    (await replayed([good, bad, good], { bail })).scenarios.map(({ status }) => status);
  expect(await statuses(false)).toEqual(['passed', 'failed', 'passed']);
  expect(await statuses(true)).toEqual(['passed', 'failed', 'not-run']);
});
