import { Type } from '@sinclair/typebox';
import { List } from '#kit/types.ts';
import { dataNames, invariantReadings } from '../inspection.ts';
import { closed, Limit } from '../schemas.ts';
import { rowNamed, rowsPage, tableReadings } from '../state.ts';
import { task, type Task } from '../task.ts';

const Invariants = Type.Object(
  {
    hold: Type.Boolean(),
    invariants: List(
      Type.Object(
        {
          vendor: Type.String(),
          invariant: Type.String(),
          holds: Type.Boolean(),
          offending: List(Type.String(), { description: 'Rows that break it, a sentence each.' }),
        },
        closed,
      ),
    ),
  },
  { ...closed, title: 'Invariants' },
);

const Row = Type.Object({ id: Type.String() }, { title: 'Row', additionalProperties: true });

export const inspectionTasks: readonly Task[] = [
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/invariants',
    summary: 'Whether what must always hold does hold',
    answer: Invariants,
    run: (core, { parameters }) => invariantReadings(core, parameters.sandbox),
  }),
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/data',
    summary: 'By vendor and kind, the data set’s names and their ids',
    answer: Type.Record(
      Type.String(),
      Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
    ),
    run: (core, { parameters }) => dataNames(core, parameters.sandbox),
  }),
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/state/{vendor}',
    summary: 'A vendor’s tables',
    answer: Type.Object(
      { tables: List(Type.Object({ table: Type.String(), rows: Type.Integer() }, closed)) },
      closed,
    ),
    run: (core, { parameters: { sandbox, vendor } }) => ({
      tables: tableReadings(core, sandbox, vendor),
    }),
  }),
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/state/{vendor}/{table}',
    summary: 'A page of a table’s rows, in the order of their ids, shorter ids first',
    query: Type.Object(
      {
        after: Type.Optional(Type.String({ description: '`next` of the page before.' })),
        limit: Type.Optional(Limit),
      },
      closed,
    ),
    answer: Type.Object(
      { total: Type.Integer(), rows: List(Row), next: Type.Optional(Type.String()) },
      { ...closed, title: 'Rows' },
    ),
    run: (core, { parameters: { sandbox, vendor, table }, query }) =>
      rowsPage(core, sandbox, { vendor, table, ...query }),
  }),
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/state/{vendor}/{table}/{id}',
    summary: 'One row',
    answer: Row,
    run: (core, { parameters: { sandbox, vendor, table, id } }) =>
      rowNamed(core, sandbox, { vendor, table, id }),
  }),
];
