import { Type } from '@sinclair/typebox';
import { FreeObject, List, OneOf } from '#kit/types.ts';
import { clearJournal, journalPage, journalRecord, readableRecord } from '../journal.ts';
import { journalFeed } from '../journal-feed.ts';
import { closed, InstantText, Limit, Texts } from '../schemas.ts';
import { streamTask, task, type Task } from '../task.ts';

const outcomes = ['done', 'refused', 'unmatched', 'fault', 'defect'] as const;

const Body = Type.Object(
  {
    head: Type.String({ description: 'Method and path; status.' }),
    headers: Type.Optional(Type.Record(Type.String(), Type.String())),
    text: Type.String({ description: 'Masked; only its beginning, or nothing, beside a hash.' }),
    bytes: Type.Integer(),
    hash: Type.Optional(Type.String()),
  },
  { ...closed, title: 'JournalBody' },
);

const Record = Type.Object(
  {
    id: Type.String({ description: 'As `X-Sosie-Exchange` told it: `default.17`.' }),
    number: Type.Integer(),
    kind: OneOf(['exchange', 'event'], {
      description: 'A call; or an agenda entry that ran, an action, a delivery.',
    }),
    at: InstantText,
    vendor: Type.String(),
    operation: Type.Optional(Type.String()),
    outcome: OneOf(outcomes),
    entities: Texts,
    detail: FreeObject,
    host: FreeObject,
    request: Type.Optional(Body),
    response: Type.Optional(Body),
  },
  { ...closed, title: 'JournalRecord' },
);

const filter = {
  vendor: Type.Optional(Type.String()),
  operation: Type.Optional(Type.String()),
  outcome: Type.Optional(OneOf(outcomes)),
  entity: Type.Optional(
    Type.String({ description: 'Id of one order, payment or card, across vendors.' }),
  ),
  since: Type.Optional(
    Type.Integer({ minimum: 0, description: 'Only what follows this number, oldest first.' }),
  ),
};

export const journalTasks: readonly Task[] = [
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/journal',
    summary: 'The newest records that match, or with `since` the first after it; oldest first',
    query: Type.Object({ ...filter, limit: Type.Optional(Limit) }, closed),
    answer: Type.Object(
      { records: List(Record), newest: Type.Integer(), oldest: Type.Integer() },
      { ...closed, title: 'Journal' },
    ),
    run: (core, { parameters, query }) => {
      const { records, newest, oldest } = journalPage(core, parameters.sandbox, query);
      return { records: records.map(readableRecord), newest, oldest };
    },
  }),
  task({
    method: 'DELETE',
    path: '/_sosie/v1/sandboxes/{sandbox}/journal',
    summary: 'Forgets the records; their numbers go on',
    run: (core, { parameters }) => clearJournal(core, parameters.sandbox),
  }),
  streamTask({
    path: '/_sosie/v1/sandboxes/{sandbox}/journal/stream',
    summary:
      'The records as they come, as events `exchange` and `event`; a reader too slow for the ' +
      'journal gets a `gap` with the numbers lost. `Last-Event-ID` goes before `since`',
    query: Type.Object(filter, closed),
    run: (core, { parameters, query }, signal) =>
      journalFeed(core, parameters.sandbox, { ...query, signal }),
  }),
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/journal/{id}',
    summary: 'One record, by its number or id',
    answer: Record,
    run: (core, { parameters: { sandbox, id } }) =>
      readableRecord(journalRecord(core, sandbox, id)),
  }),
];
