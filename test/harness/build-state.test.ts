import { expect, test } from 'vitest';
import { buildState } from '#harness/states/build.ts';
import { readStates } from '#harness/states/recipes.ts';
import type { Stage } from '#harness/states/stage.ts';
import { StateProblem } from '#harness/states/state-problem.ts';

/** A stage that answers each call with what it was asked, and keeps a list of all that happens. */
function recordingStage() {
  const happened: unknown[] = [];
  const stage: Stage = {
    data: { utick: { stocks: { hedda: 'S-1' } } },
    call: (operation, message) => {
      happened.push([operation, message]);
      if (operation === 'utick.refuse') throw new StateProblem('failed', '409 No');
      return Promise.resolve({ id: 'ANSWERED', message, places: [] });
    },
    act: (action, parameters) => {
      happened.push([action, parameters]);
      return Promise.resolve();
    },
    sign: (how) => ({ signature: how }),
  };
  return { stage, happened };
}

const { states } = readStates(
  'states.yaml',
  `
dataset: demo
credentials: {}
states:
  a stock: [{ values: { stockId: '\${data.utick.stocks.hedda}' } }]
  an order:
    - state: a stock
    - call: utick.order
      with: { stockid: '\${stockId}', quantity: '\${params.places}' }
      save: { orderId: id, asked: message.quantity, sameStock: 'message[stockid = $stockId].stockid' }
  a paid order:
    - state: an order
      with: { places: 1 }
    - action: utick/pay
      with: { orderid: '\${orderId}' }
    - sign: with-its-own-key
  a missing stock: [{ values: { stockId: '\${data.utick.stocks.edmond}' } }]
  a refused order: [{ state: an order, with: { places: 1 } }, { call: utick.refuse }]
  an order without label: [{ call: utick.order, save: { label: label } }]
  a circle: [{ state: a circle }]
`,
);

const build = (name: string, params = {}, { stage } = recordingStage()) =>
  buildState({ name, params }, states, stage);

test('a step uses the data, the parameters and what was saved before it', async () => {
  const recording = recordingStage();
  expect(await build('an order', { places: 2 }, recording)).toEqual({
    stockId: 'S-1',
    orderId: 'ANSWERED',
    asked: 2,
    sameStock: 'S-1',
  });
  expect(recording.happened).toEqual([['utick.order', { stockid: 'S-1', quantity: 2 }]]);
});

test('a state is built on another, behind the counter too, and signs', async () => {
  const recording = recordingStage();
  const values = await build('a paid order', {}, recording);
  expect(values).toMatchObject({ orderId: 'ANSWERED', signature: 'with-its-own-key' });
  expect(recording.happened[1]).toEqual(['utick/pay', { orderid: 'ANSWERED' }]);
});

test.each([
  // state                  kind           why
  ['a missing stock', 'impossible', '“a missing stock”, step 1: "data.utick.stocks.edmond" leads'],
  ['a hall', 'impossible', 'nothing tells how to build “a hall”'],
  ['constructor', 'impossible', 'nothing tells how to build “constructor”'],
  ['a refused order', 'failed', '“a refused order”, step 2: 409 No'],
  [
    'an order without label',
    'failed',
    'step 1: to save as label: "label" leads to nothing; the answer has id, message, places (0)',
  ],
  ['a circle', 'failed', '“a circle” is built on itself'],
])('“%s” is %s: it says at which step and why', async (name, kind, why) => {
  const problem: unknown = await build(name).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StateProblem);
  expect(problem).toMatchObject({ kind, message: expect.stringContaining(why) as unknown });
});

test.each([
  // file                                                      the one line
  ['dataset: demo\nstates: {}', 'states.yaml:1: credentials: “credentials” is missing.'],
  [
    'dataset: demo\ncredentials: {}\nstates:\n  a: [{ cal: x }]',
    'states.yaml:4: states.a.0: a step has one of: state, call',
  ],
  ['dataset: [', 'states.yaml:1: '],
  [
    'credentials: {}\ndataset: demo\nstates:\n  a:\n    - call: order',
    'states.yaml:5: states.a.0.call: ',
  ],
  [
    'credentials: {}\ndataset: demo\nstates:\n  a: [{ sign: no }]',
    'states.yaml:4: states.a.0.sign: ',
  ],
  [
    'credentials: {}\ndataset: demo\nstates:\n  a:\n    - call: utick.x\n      save: { id: "a[" }',
    'states.yaml:6: states.a.0.save.id: "a[" is no JSONata: ',
  ],
  [
    'credentials: {}\ndataset: demo\nstates:\n  a:\n    - values:\n        x: [1, "${y"]',
    'states.yaml:6: states.a.0.values.x.1: a ${ without its }',
  ],
])('a mistake in a file of states is one line with its place', (text, line) => {
  expect(() => readStates('states.yaml', text)).toThrow(line);
  expect(() => readStates('states.yaml', text)).toThrow(/^[^\n]*$/);
});
