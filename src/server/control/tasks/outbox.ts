import { Type } from '@sinclair/typebox';
import { FreeObject, List, OneOf } from '#kit/types.ts';
import { changeOutboxMode, deliverNotification, outboxModes, outboxReading } from '../outbox.ts';
import { closed, InstantText, Limit } from '../schemas.ts';
import { task, type Task } from '../task.ts';

const Mode = OneOf(outboxModes);

const Notification = Type.Object(
  {
    id: Type.String(),
    vendor: Type.String(),
    emittedAt: InstantText,
    status: OneOf(['waiting', 'delivered', 'failed', 'collected']),
    attempts: Type.Integer(),
    result: Type.Optional(Type.String({ description: 'Status of the last answer, or why none.' })),
    notification: Type.Object(
      {
        kind: Type.String(),
        method: OneOf(['GET', 'POST']),
        url: Type.String(),
        headers: Type.Optional(Type.Record(Type.String(), Type.String())),
        body: Type.Optional(Type.String()),
        reference: Type.Optional(FreeObject),
      },
      closed,
    ),
  },
  { ...closed, title: 'Notification' },
);

export const outboxTasks: readonly Task[] = [
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/outbox',
    summary: 'What the vendors told their customer’s systems, oldest first',
    query: Type.Object(
      {
        after: Type.Optional(
          Type.Integer({ minimum: 0, description: 'Only those after this id.' }),
        ),
        limit: Type.Optional(Limit),
      },
      closed,
    ),
    answer: Type.Object(
      { mode: Mode, total: Type.Integer(), notifications: List(Notification) },
      { ...closed, title: 'Outbox' },
    ),
    run: (core, { parameters, query }) => outboxReading(core, parameters.sandbox, query),
  }),
  task({
    method: 'POST',
    path: '/_sosie/v1/sandboxes/{sandbox}/outbox/{id}/deliver',
    summary: 'Sends one now, whatever its status',
    answer: Notification,
    run: (core, { parameters: { sandbox, id } }) => deliverNotification(core, sandbox, id),
  }),
  task({
    method: 'PUT',
    path: '/_sosie/v1/sandboxes/{sandbox}/outbox/mode',
    summary: 'Whether notifications are sent as they come, or only collected',
    body: Type.Object({ mode: Mode }, closed),
    answer: Type.Object({ mode: Mode }, closed),
    refusals: { 501: 'Only `send` and `collect` are built yet.' },
    run: async (core, { parameters, body }) => {
      await changeOutboxMode(core, parameters.sandbox, body.mode);
      return body;
    },
  }),
];
