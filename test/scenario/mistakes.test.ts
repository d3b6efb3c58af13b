import { expect, test } from 'vitest';
import { doubleInProcess, mistakesIn, scenarioOf, story } from './telling.ts';
import { findingText } from '#harness/scenario/index.ts';

const ok = '- { call: utick.ping }';

test.each([
  // the file                                       what is said of it
  ['', 'story.yaml:1:1: a scenario is a mapping, not nothing'],
  ['- a', 'story.yaml:1:1: a scenario is a mapping, not a list'],
  ['scenario: [', /^story\.yaml:1:12: Flow sequence in block collection/],
  ['scenario: a\nscenario: b', 'story.yaml:2:1: Map keys must be unique'],
  [`steps: [${ok.slice(2)}]`, 'story.yaml:1:1: a scenario says in "scenario" what it tells'],
  ['scenario: A', 'story.yaml:1:1: a scenario has "steps"'],
  ['scenario: A\nsteps: []', 'story.yaml:2:8: there is no step'],
  [
    'scenario: A\nstpes: []',
    'story.yaml:2:1: unknown key "stpes" in a scenario, did you mean "steps"?',
  ],
  [
    `given: { seeed: 1 }\n${story(ok)}`,
    'story.yaml:1:10: unknown key "seeed" in given, did you mean "seed"?',
  ],
  [
    `given: { seed: 1.5 }\n${story(ok)}`,
    /^story\.yaml:1:16: seed is a whole number from 0 to \d+, not 1.5$/,
  ],
  [`given: { clock: }\n${story(ok)}`, 'story.yaml:1:17: clock is a text, not nothing'],
  [
    `given: { settings: { utik: {} } }\n${story(ok)}`,
    'story.yaml:1:22: no vendor "utik", did you mean "utick"?',
  ],
  [
    `tags: [a b]\n${story(ok)}`,
    'story.yaml:1:8: the tag "a b" has other signs than A-Z a-z 0-9 . _ -',
  ],
  [`finally: { invariants: yes }\n${story(ok)}`, 'story.yaml:1:24: invariants: hold, not "yes"'],
  [`finally: { invariant: hold }\n${story(ok)}`, /did you mean "invariants"\?$/],
])('the file %j is wrong: %s', async (text, line) => {
  const mistakes = await mistakesIn(text);
  expect(mistakes).toContainEqual(typeof line === 'string' ? line : expect.stringMatching(line));
});

test.each([
  // a step                                          what is said of it
  [
    '- cal: utick.ping',
    'a step has one of call, action, fault, clock, parallel, did you mean "call"?',
  ],
  [
    '- { call: utick.ping, clock: { to: next } }',
    'a step does one thing: this one has "call" and "clock"',
  ],
  [
    '- { call: utick.ping, wiht: {} }',
    'unknown key "wiht" in a step with "call", did you mean "with"?',
  ],
  ['- { call: utik.ping }', 'no vendor "utik", did you mean "utick"?'],
  ['- { call: ping }', 'a call is written vendor.operation, not "ping"'],
  [
    '- { call: s360.getCatalogue }',
    's360 has no operation "getCatalogue", did you mean "getCatalog"?',
  ],
  ['- { call: monext.doWebPayment }', 'monext.doWebPayment: not built yet'],
  ['- { call: utick.getOrdr }', 'utick has no operation "getOrdr", did you mean "getOrder"?'],
  [
    '- { call: utick.confirmOrdre }',
    'utick has no operation "confirmOrdre", did you mean "confirmOrder"?',
  ],
  [
    '- { call: utick.getOrder, with: { idd: a } }',
    'a call of utick.getOrder has no "idd", did you mean "id"?',
  ],
  [
    '- { call: utick.getOrder, expect: { statsu: {} } }',
    'the answer of utick.getOrder has no "statsu", did you mean "status"?',
  ],
  [
    '- { call: utick.getOrder, expect: { status: { lable: Paid } } }',
    'the answer of utick.getOrder has no "lable", did you mean "label"?',
  ],
  [
    '- { call: utick.listOrders, expect: [] }',
    'utick.listOrders answers a list: expect { orders: […] }',
  ],
  [
    '- { call: utick.listOrders, expect: { order: [] } }',
    'the answer of utick.listOrders has no "order", did you mean "orders"?',
  ],
  [
    '- { call: utick.listOrders, save: { first: "order[0].id" } }',
    'the answer of utick.listOrders has no "order", did you mean "orders"?',
  ],
  [
    '- { call: utick.ping, expect: {}, refuse: { code: 1 } }',
    'a call ends in one way: this one has "expect" and "refuse"',
  ],
  [
    '- { call: utick.ping, refuse: { kode: 1 } }',
    'unknown key "kode" in refuse, did you mean "code"?',
  ],
  [
    '- { call: utick.ping, refuse: { failure: order-close } }',
    'utick has no failure "order-close", did you mean "order-closed"?',
  ],
  [
    '- { call: utick.ping, lost: { kind: timeot } }',
    'no answer is lost by "timeot", did you mean "timeout"?',
  ],
  [
    '- { call: utick.ping, lost: { kind: reset, status: 503 } }',
    'only an unreadable answer has a status',
  ],
  [
    '- { call: utick.ping, timeoutMs: soon }',
    'timeoutMs is a whole number from 1 to 600000, not the text "soon"',
  ],
  [
    '- { call: utick.ping, save: { now: message } }',
    '"now" is taken: data, now, copy are there already',
  ],
  [
    '- { call: utick.ping, save: { a-b: message } }',
    '"a-b" is no name: letters, digits and _, a letter first',
  ],
  [
    '- { call: utick.getOrder, expect: { label: { $contain: [] } } }',
    'unknown word "$contain", did you mean "$contains"?',
  ],
  [
    '- { call: utick.getOrder, expect: { label: { $contains: 1 } } }',
    '"$contains" is a list of what is to be there',
  ],
  [
    '- { call: utick.getOrder, expect: { label: { $schema: { type: txet } } } }',
    /^"\$schema" is no JSON Schema: .*type/,
  ],
  [
    '- { call: utick.getOrder, refuse: {}, save: { a: id } }',
    'only an answer has something to save',
  ],
  [
    '- { parallel: [{ clock: { to: next }, expect: { notification: {} } }] }',
    'a notification is awaited behind steps at once, not within them',
  ],
  ['- { action: refund }', 'an action is written vendor/action, not "refund"'],
  ['- { action: utik/refund }', 'no vendor "utik", did you mean "utick"?'],
  ['- { clock: { advance: 21 minutes } }', '"21 minutes" is no ISO 8601 duration such as PT21M'],
  [
    '- { clock: { to: nxt } }',
    '"nxt" is no instant such as 2026-03-04T10:00:00+01:00, did you mean "next"?',
  ],
  ['- { clock: { advance: PT1M, to: next } }', 'clock has one of advance, to'],
  [
    '- { expect: { status: 1 } }',
    'a step without call, action or clock expects a notification only',
  ],
  ['- { parallel: { call: utick.ping } }', 'parallel is a list of steps, or one step with times'],
  [
    '- { parallel: { times: 1, call: utick.ping } }',
    'times is a whole number from 2 to 1000, not 1',
  ],
  ['- { parallel: [{ parallel: [] }] }', 'a step with "parallel" does not run at once with others'],
  [
    '- { parallel: [{ call: utick.ping }], expect: { lsot: 1 } }',
    /^unknown key "lsot" .* "lost"\?$/,
  ],
])('the step %s is wrong: %s', async (step, message) => {
  const mistakes = (await mistakesIn(story(step))).map((line) => line.replace(/^[^ ]+ /, ''));
  expect(mistakes).toEqual([
    typeof message === 'string' ? message : expect.stringMatching(message),
  ]);
});

test.each([
  // an expression        what is said of it
  ['${ordre}', 'nothing is saved as "ordre" by then, did you mean "order"?'],
  ['${later}', /^nothing is saved as "later" by then/],
  ['${order', 'a ${ without its }; write $${ for the text'],
  ['${}', '${} holds no expression'],
  ['${order +}', /^"order \+" is no JSONata: /],
  ['${$random()}', '$random is not for scenarios: two replays would differ'],
  ['${$now()}', '$now is not for scenarios: name the sandbox’s own time instead: now'],
])('the expression %s is wrong: %s', async (expression, message) => {
  const text = story(`- call: utick.createOrder
  save: { order: id }
- call: utick.getOrder
  with: { id: '${expression}' }
- call: utick.createOrder
  save: { later: id }`);
  const mistakes = (await mistakesIn(text)).map((line) => line.replace(/^[^ ]+ /, ''));
  expect(mistakes).toEqual([
    typeof message === 'string' ? message : expect.stringMatching(message),
  ]);
});

test('everything that is wrong is told at once, each with its line and column', async () => {
  const text = `scenario: A story with mistakes
given: { dataset: demo, sed: 7 }
steps:
  - call: utick.getOrdr
  - call: utick.getOrder
    with: { id: 'order \${nobody} of \${data.utick.orders.denis}' }
    expect:
      status: { di: 18 }
  - clock: { advance: tomorrow }
`;
  expect(await mistakesIn(text)).toEqual([
    'story.yaml:2:25: unknown key "sed" in given, did you mean "seed"?',
    'story.yaml:4:11: utick has no operation "getOrdr", did you mean "getOrder"?',
    'story.yaml:6:26: nothing is saved as "nobody" by then; known: data, now',
    'story.yaml:8:17: the answer of utick.getOrder has no "di", did you mean "id"?',
    'story.yaml:9:23: "tomorrow" is no ISO 8601 duration such as PT21M',
  ]);
});

test('an alias of itself ends in a message', async () => {
  const mistakes = await mistakesIn(story('- call: utick.ping\n  with: &a { b: *a }'));
  expect(mistakes).toEqual([expect.stringContaining('nested deeper than 40')]);
});

test.each([
  // what only the double knows                        what it says
  ['- { action: utick/refnud, with: {} }', 'utick has no action "refnud", did you mean "refund"?'],
  [
    '- { action: utick/refund, with: { order: nobody } }',
    'utick/refund takes no "order", did you mean "orderid"?',
  ],
  [
    "- { call: utick.getStock, with: { id: '${data.utick.stocks.heda}' } }",
    'data.utick.stocks has no "heda", did you mean "hedda"?',
  ],
  [
    "- { call: utick.getStock, with: { id: '${data.utik.stocks.hedda}' } }",
    'data has no "utik", did you mean "utick"?',
  ],
  [
    '- { fault: { phase: before, then: { kind: rest } } }',
    'no fault "rest", did you mean "reset"?',
  ],
  [
    '- { fault: { when: { operation: getOrdr }, phase: before, then: { kind: reset } } }',
    'unknown operation "getOrdr", did you mean "getOrder"?',
  ],
])('before anything is played the double says of %s: %s', async (step, message) => {
  const target = await doubleInProcess();
  const findings = await target.check([await scenarioOf(story(step))]);
  expect(findings.map((finding) => finding.message)).toEqual([message]);
  expect(findings[0]?.place.line).toBe(3);
  await target.close();
});

test.each([
  ['given: { dataset: dmo }', '1:19', 'no data set or file "dmo", did you mean "demo"?'],
  [
    'given: { clock: noon }',
    '1:17',
    'running, running@ISO, frozen@ISO or an instant with its zone',
  ],
  ['given: { settings: { utick: { orderTtl: 5 } } }', '1:31', 'unknown setting "orderTtl"'],
  ['given: { settings: { utick: { orderTtlMinutes: soon } } }', '1:31', ''],
])('%s is told with its place %s', async (given, place, message) => {
  const target = await doubleInProcess();
  const scenario = await scenarioOf(`${given}\n${story(ok)}`);
  const findings = await target.check([scenario]);
  expect(findings.map(findingText)).toEqual([
    expect.stringContaining(`story.yaml:${place}: ${message}`),
  ]);
  await target.close();
});
