import { expect, test } from 'vitest';
import { evaluated, filled } from '#harness/expressions/filling.ts';

const scope = { data: { stocks: { hedda: 'S-1' } }, params: { places: 2 }, due: 4600 };

test.each([
  // template                          what becomes of it
  ['${params.places}', 2],
  ['${due + 500}', 5100],
  ['for ${params.places} of ${data.stocks.hedda}', 'for 2 of S-1'],
  ['costs $5', 'costs $5'],
  [[{ id: '${data.stocks.hedda}' }], [{ id: 'S-1' }]],
  [
    { a: null, b: true, c: '${data.stocks}' },
    { a: null, b: true, c: { hedda: 'S-1' } },
  ],
  ['${[1, 2][$ > 1]}', 2],
  ['${ { "a": { "b": due } } }', { a: { b: 4600 } }],
  ['${$data.stocks.hedda}', 'S-1'],
  ['$${due}', '${due}'],
])('%j becomes %j', async (template, value) => {
  expect(await filled(template, scope)).toEqual(value);
});

test('a list that an expression makes is a list and nothing else', async () => {
  const list = await evaluated('$map([1, 2], function($n) { $n * 2 })', {});
  expect(JSON.stringify(Object.getOwnPropertyNames(list))).toBe('["0","1","length"]');
});

test.each([
  ['${data.stocks.edmond}', '"data.stocks.edmond" leads to nothing'],
  ['${data.}', /^"data\." is no JSONata: /],
])('%s leads nowhere, and is named', async (template, message) => {
  await expect(filled(template, scope)).rejects.toThrow(message);
});
