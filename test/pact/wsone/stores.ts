import { expect } from 'vitest';
import { valueOf } from '../agreement.ts';
import { id, some } from '../matching.ts';
import { answered, asking, CLIENT, type Agreement } from './partner.ts';
import { STORE, store } from './sale.ts';

const entities = {
  EntityResponse: some({ entityIdentifier: id('100001'), label: id('Example brand') }),
};

export const stores: readonly Agreement[] = [
  {
    that: 'the stores are listed',
    given: [CLIENT],
    ...asking('getEntities'),
    with: {},
    answers: answered(entities),
    by: async (wsone) => {
      const { EntityResponse: found } = valueOf(await wsone.getEntities({}));
      expect(found).toEqual([{ entityIdentifier: '100001', label: 'Example brand' }]);
    },
  },
  {
    that: 'what a store belongs to is listed',
    given: [CLIENT, ['a store']],
    ...asking('getEntityParents'),
    with: { EntityRequest: store },
    answers: answered(entities),
    by: async (wsone) => {
      const { EntityResponse: found } = valueOf(
        await wsone.getEntityParents({ EntityRequest: STORE }),
      );
      expect(found[0]?.entityIdentifier).toBe('100001');
    },
  },
];
