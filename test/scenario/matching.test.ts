import { expect, test } from 'vitest';
import { mismatchesOf, pathText } from '#harness/scenario/run/match.ts';
import { didYouMean } from '#server/control/problem.ts';

const order = {
  id: 'a',
  status: { id: 18, label: 'Overpaid' },
  products: [{ typeid: 1 }, { typeid: 2 }],
  notes: null,
};

test.each([
  // what is expected                                          of the order above
  [{}],
  [{ status: { id: 18 } }],
  [{ products: [{}, {}] }],
  [{ products: [{ typeid: 1 }, { typeid: 2 }] }],
  [{ products: { $contains: [{ typeid: 2 }] } }],
  [{ products: { $contains: [{ typeid: 2 }, { typeid: 1 }] } }],
  // The first pattern would take the item that the second needs.
  [{ products: { $contains: [{}, { typeid: 1 }] } }],
  [{ products: { $contains: [] } }],
  [{ notes: null }],
  [{ id: { $schema: { type: 'string', minLength: 1 } } }],
  [{ $schema: { required: ['id'] } }],
  [{ id: { $schema: { pattern: '^a$' } } }],
])('%j is met', (pattern) => {
  expect(mismatchesOf(pattern, order, didYouMean)).toEqual([]);
});

test.each([
  // what is expected                              where          instead of     there is
  [{ status: { id: 15 } }, 'status.id', '15', '18'],
  [{ status: { id: '18' } }, 'status.id', '"18"', '18'],
  [{ status: 18 }, 'status', '18', '{"id":18,"label":"Overpaid"}'],
  [{ statsu: 1 }, 'statsu', '1', 'nothing is there, did you mean "status"?'],
  [{ notes: '' }, 'notes', '""', 'null'],
  [{ id: {} }, 'id', 'an object', '"a"'],
  [{ id: [] }, 'id', 'a list', '"a"'],
  [{ products: [{}] }, 'products', 'a list of 1', 'a list of 2'],
  [{ products: [] }, 'products', 'an empty list', 'a list of 2'],
  [{ products: [{}, { typeid: 1 }] }, 'products[1].typeid', '1', '2'],
  [
    { products: { $contains: [{ typeid: 3 }] } },
    'products',
    'an item like {"typeid":3}',
    'none of a list of 2 is',
  ],
  [
    { products: { $contains: [{ typeid: 2 }, { typeid: 2 }] } },
    'products',
    'an item like {"typeid":2}',
    'none of a list of 2 is',
  ],
  [{ id: { $contains: [] } }, 'id', 'a list', '"a"'],
  [
    { id: { $schema: { type: 'integer' } } },
    'id',
    'what the schema allows',
    '"a": Expected integer, found string.',
  ],
])('%j is not met at %s', (pattern, where, expected, seen) => {
  const mismatches = mismatchesOf(pattern, order, didYouMean);
  expect(mismatches.map(({ path, ...rest }) => ({ where: pathText(path), ...rest }))).toEqual([
    { where, expected, seen },
  ]);
});

test('everything that is not met is told', () => {
  const pattern = { id: 'b', status: { id: 15, label: 'Paid' } };
  const where = mismatchesOf(pattern, order, didYouMean).map(({ path }) => pathText(path));
  expect(where).toEqual(['id', 'status.id', 'status.label']);
});

test('a name that every object inherits is not there unless it is its own', () => {
  expect(mismatchesOf({ toString: 1, constructor: 1 }, {}, didYouMean)).toHaveLength(2);
});
