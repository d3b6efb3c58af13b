import { expect, test } from 'vitest';
import { played, story, troublesOf } from './telling.ts';

const reading =
  "{ stockid: '${data.utick.stocks.reading}', categoryid: '${data.utick.categories.reading_single}', priceid: '${data.utick.prices.reading_single_full}', quantity: 1 }";
const buyers = (times: number): string => `- parallel:
    times: ${times}
    call: utick.requestProducts
    with: { requests: [${reading}] }
`;

test('of eight at once two get one of the two places', async () => {
  const result = await played(
    story(`${buyers(8)}  expect:
    ok: 8
    refused: 0
    lost: 0
    answers:
      - { times: 2, like: { products: [{ quantity: 1 }] } }
      - { times: 6, like: { products: [] } }
  save: { orders: answers.products.orderid }
- call: utick.getOrder
  with: { id: '\${orders[1]}' }
`),
  );
  expect(troublesOf(result)).toEqual([]);
  expect(result.steps[0]).toMatchObject({
    title: '8 times at once: call utick.requestProducts',
    exchanges: { length: 8 },
  });
});

test('how many were to end how is told with what there was', async () => {
  const result = await played(
    story(`${buyers(4)}  expect:
    ok: 3
    answers:
      - { times: 1, like: { products: [{}] } }
`),
  );
  expect(troublesOf(result)).toEqual([
    'story.yaml:8:7 | ok | 3 | 4',
    'story.yaml:10:11 | answers like {"products":[{}]} | 1 | 2 of 4',
  ]);
  expect(result.steps[0]?.comparison).toEqual({
    expected: { products: [{}] },
    seen: { products: [] },
  });
});

test('without an expectation for the set each is to be done', async () => {
  const text = story("- parallel: { times: 3, call: utick.getOrder, with: { id: 'x\${copy}' } }");
  expect(troublesOf(await played(text))).toEqual([
    expect.stringContaining('refused: 404 Unknown order: x0'),
    expect.stringContaining('refused: 404 Unknown order: x1'),
    expect.stringContaining('refused: 404 Unknown order: x2'),
  ]);
});

test('different steps run at once, each with its own end and its own saving', async () => {
  const result = await played(
    story(`- parallel:
    - { call: utick.createOrder, save: { one: id } }
    - { call: utick.createOrder, save: { other: id } }
    - { call: utick.getOrder, with: { id: x }, refuse: { code: 404 } }
  expect: { ok: 2, refused: 1, refusals: [{ times: 1, like: { code: 404 } }] }
- { call: utick.getOrder, with: { id: '\${one}' }, expect: { id: '\${one}' } }
- { call: utick.getOrder, with: { id: '\${other}' }, expect: { id: '\${other}' } }
`),
  );
  expect(troublesOf(result)).toEqual([]);
});

test('more exchanges than anybody reads are counted', async () => {
  const result = await played(story('- parallel: { times: 120, call: utick.ping }'));
  expect(result.steps[0]).toMatchObject({ exchanges: { length: 100 }, moreExchanges: 20 });
});
