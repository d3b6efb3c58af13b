import { parseDocument } from 'yaml';
import { expect, test } from 'vitest';
import { open } from '#harness/scenario/read/reading.ts';
import { splitText } from '#harness/expressions/interpolation.ts';
import { filled, readTemplate, expressionsIn } from '#harness/scenario/read/template.ts';
import { didYouMean } from '#server/control/problem.ts';

const templateOf = (text: string) => {
  const { reading, root } = open('story.yaml', text, didYouMean);
  return readTemplate(reading, root);
};

const scope = {
  order: 'A1',
  due: 4600,
  ids: ['a', 'b'],
  data: { utick: { stocks: { hedda: 'S' } } },
};

test.each([
  // a template                       what it becomes
  ['${due}', 4600],
  ['${due + 500}', 5100],
  ['${-due}', -4600],
  ['${ids}', ['a', 'b']],
  ['${ids[1]}', 'b'],
  ['${order}', 'A1'],
  ['order ${order}', 'order A1'],
  ['${order}/${due}', 'A1/4600'],
  ['ids: ${ids}', 'ids: ["a","b"]'],
  ['${data.utick.stocks.hedda}', 'S'],
  ['${ due > 100 ? "much" : "little" }', 'much'],
  ['${ { "a": { "b": order } } }', { a: { b: 'A1' } }],
  ['${ "}" & order }', '}A1'],
  ['$${order}', '${order}'],
  ['costs $5', 'costs $5'],
  ['${$sum([1, 2])}', 3],
  ['${$order}', 'A1'],
])('%s becomes %j', async (text, value) => {
  expect(await filled(templateOf(JSON.stringify(text)), scope)).toEqual(value);
});

test('a template keeps everything else as it is', async () => {
  const text = 'a: [1, two, null, true]\nb:\n  c: ${due}\n"7": x\n';
  expect(await filled(templateOf(text), scope)).toEqual({
    ...{ a: [1, 'two', null, true], b: { c: 4600 }, 7: 'x' },
  });
  expect(parseDocument(text).errors).toEqual([]);
});

test.each([
  ['${nobody}', '"nobody" leads to nothing'],
  ['${ids.x.y}', '"ids.x.y" leads to nothing'],
  ['${function($x){$x}}', '"function($x){$x}" leads to nothing'],
  ['${order - 1}', /^"order - 1": The left side of the "-" operator must evaluate to a number$/],
  ['${$nosuch(1)}', /^"\$nosuch\(1\)": Attempted to invoke a non-function$/],
  ['${($f := function($n){ 1 + $f($n + 1) }; $f(1))}', /Stack overflow|timeout/],
])('%s says why it has no value', async (text, message) => {
  await expect(filled(templateOf(JSON.stringify(text)), scope)).rejects.toMatchObject({
    message: typeof message === 'string' ? message : expect.stringMatching(message),
    at: { file: 'story.yaml', line: 1 },
  });
});

test.each([
  // an expression                                  the names it starts from
  ['order', ['order']],
  ['order.id', ['order']],
  ['a + b.c', ['a', 'b']],
  ['$sum(products.price)', ['products']],
  ['products[typeid = 2].id', ['products']],
  ['products.(id & label)', ['products']],
  ['a ? b : c', ['a', 'b', 'c']],
  ['{ "x": a }', ['a']],
  ['[a, b]', ['a', 'b']],
  ['$map(ids, function($id){ $id & suffix })', ['ids', 'suffix']],
  ['($x := a; $x + b)', ['a', 'b']],
  ['(a).b', ['a']],
  ['a ~> $uppercase', ['a']],
  ['"text"', []],
])('%s starts from %j', (source, roots) => {
  const [expression] = expressionsIn(templateOf(JSON.stringify(`\${${source}}`)));
  expect(expression?.roots).toEqual(roots);
});

test('a text is split at its expressions, whatever is in them', () => {
  expect(splitText('a ${b{c}} d ${"}"} $${e}')).toEqual({
    ok: true,
    parts: ['a ', { source: 'b{c}' }, ' d ', { source: '"}"' }, ' ${e}'],
  });
});
