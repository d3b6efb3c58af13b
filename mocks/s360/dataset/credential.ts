import { Type, type Static } from '@sinclair/typebox';
import type { S360Draft } from '#mocks/s360/state.ts';

const Credential = Type.Object(
  {
    operator: Type.String({
      pattern: '^[A-Za-z0-9]+_.+$',
      description: 'The code of an institution of the data set, and a name: `MOSA_TEAM1`.',
    }),
    secret: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);
type Credential = Static<typeof Credential>;

/**
 * An operator of a sandbox's own, at the first point of sales of its institution: a call of its
 * lands there. Of an institution that the data set has not, it stays unknown.
 */
export const credential = {
  schema: Credential,
  key: ({ operator }: Credential) => operator,
  install: (draft: S360Draft, { operator: id, secret }: Credential) => {
    const institutionId = id.slice(0, id.indexOf('_')).toUpperCase();
    const [first] = draft.pointsOfSales.where('byInstitution', institutionId, { limit: 1 });
    const pointOfSalesId = draft.operators.get(id)?.pointOfSalesId ?? first?.id;
    if (pointOfSalesId === undefined) return;
    draft.operators.put({ id, institutionId, pointOfSalesId, secret });
  },
};
