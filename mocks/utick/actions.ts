import { Type, type Static } from '@sinclair/typebox';
import type { Action } from '#wire/vendor.ts';
import { setCapacity } from './domain/set-capacity.ts';
import type { UtickTables } from './state.ts';

const SetCapacity = Type.Object(
  {
    stockid: Type.String({ description: 'Stock whose places are changed.' }),
    categoryid: Type.Optional(
      Type.String({ description: 'Category in it; absent: the stock as a whole.' }),
    ),
    capacity: Type.Integer({ minimum: 0, description: 'Places in total, sold ones included.' }),
  },
  { additionalProperties: false },
);
type SetCapacity = Static<typeof SetCapacity>;

const setCapacityAction: Action<UtickTables, SetCapacity> = {
  summary: 'Changes how many places a stock, or a category in it, has in total.',
  parameters: SetCapacity,
  evidence: 'guess',
  run: (draft, { stockid, categoryid, capacity }) =>
    setCapacity(draft, { stockId: stockid, categoryId: categoryid, total: capacity }),
};

/** What the organiser does behind the counter. */
export const actions = { 'set-capacity': setCapacityAction };
