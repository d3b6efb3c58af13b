import { Type, type Static } from '@sinclair/typebox';
import { setCapacity } from './domain/set-capacity.ts';
import type { UtickDraft } from './state.ts';

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

/** What the organiser does behind the counter. */
export const actions = {
  'set-capacity': {
    summary: 'Changes how many places a stock, or a category in it, has in total.',
    parameters: SetCapacity,
    evidence: 'guess',
    run: (draft: UtickDraft, { stockid, categoryid, capacity }: SetCapacity) =>
      setCapacity(draft, { stockId: stockid, categoryId: categoryid, total: capacity }),
  },
} as const;
