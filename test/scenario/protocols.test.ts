import { expect, test } from 'vitest';
import { overProtocols, textOf } from '#harness/scenario/index.ts';
import { mistakesIn, played, replayed, scenarioOf, story, troublesOf } from './telling.ts';

const BUY = `
- call: s360.getPOSConfig
  save: { pos: posConfigData.posId }
- call: s360.createOrUpdateOrder
  with:
    pointOfSalesId: '\${pos}'
    simpleProductOperations:
      - { itemId: '\${data.s360.items.vip}', audienceSubCategoryId: '\${data.s360.subCategories.mosa_adult}', quantity: 2 }
  expect: { orderUpdateData: { operationDataUpdates: [{ totalAmount: 34000 }] } }
  save: { order: orderUpdateData.orderId }
- call: s360.closeOrder
  with: { orderId: '\${order}' }
- call: s360.closeOrder
  with: { orderId: '\${order}' }
  refuse: { code: error.order.alreadyClosed, failure: order-closed }
`;

test('a story of a vendor that is spoken to over two protocols is told over each', async () => {
  const scenarios = overProtocols([await scenarioOf(story(BUY))]);
  const report = await replayed(scenarios);
  expect(report.scenarios.flatMap(troublesOf)).toEqual([]);
  expect(report.scenarios.map(({ status, protocol }) => [status, protocol])).toEqual([
    ['passed', 'rest'],
    ['passed', 'soap'],
  ]);
  const paths = report.scenarios.map(({ steps }) => steps[1]?.exchanges.at(-1)?.request?.head);
  expect(paths[0]).toContain('/backend-apis/externalOrderFacade/');
  expect(paths[1]).toContain('/external-remoting/');
});

test('one that says which is told over that one alone', async () => {
  const text = `given: { protocol: soap }\n${story(BUY)}`;
  const scenario = await scenarioOf(text);
  expect(overProtocols([scenario]).map(({ given }) => given.protocol)).toEqual(['soap']);
  expect(overProtocols([scenario], 'rest')).toEqual([]);
});

test('a story of vendors with one way only is told once, whatever is asked for', async () => {
  const scenario = await scenarioOf(story('- call: utick.ping'));
  expect(overProtocols([scenario], 'soap')).toEqual([scenario]);
});

test('a report says over which protocol it went wrong', async () => {
  const wrong = BUY.replace('34000', '35000');
  const scenarios = overProtocols([await scenarioOf(story(wrong))]);
  const text = textOf(await replayed(scenarios));
  expect(text).toContain('failed story over rest: A story');
  expect(text).toContain('failed story over soap: A story');
});

test('a lost answer is lost on either wire, and nothing more is called', async () => {
  const lost = `
- fault: { when: { operation: createOrUpdateOrder }, phase: after, then: { kind: reset }, times: 1 }
- call: s360.createOrUpdateOrder
  with:
    pointOfSalesId: 10228166972627
    simpleProductOperations:
      - { itemId: 466638397, audienceSubCategoryId: 306159078, quantity: 1 }
  lost: { kind: reset }
`;
  for (const scenario of overProtocols([await scenarioOf(story(lost))])) {
    const report = await replayed([scenario]);
    expect(report.scenarios.flatMap(troublesOf)).toEqual([]);
  }
});

test('a protocol that nobody speaks is a mistake with its place', async () => {
  const text = `given: { protocol: sop }\n${story('- call: utick.ping')}`;
  expect(await mistakesIn(text)).toEqual(['story.yaml:1:20: protocol: rest or soap, not "sop"']);
});

test('without a word on it, whoever does not ask plays over rest', async () => {
  expect((await played(story(BUY))).status).toBe('passed');
});
