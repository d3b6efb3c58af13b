import { Type } from '@sinclair/typebox';
import { FreeObject } from '#kit/types.ts';
import { health, version } from '../health.ts';
import { openApiOf } from '../openapi.ts';
import { closed } from '../schemas.ts';
import { notBuiltTask, task, type Task } from '../task.ts';

export const snapshotTasks: readonly Task[] = [
  notBuiltTask(
    'GET',
    '/_sosie/v1/sandboxes/{sandbox}/snapshot',
    'The whole state as readable JSON',
  ),
  notBuiltTask('PUT', '/_sosie/v1/sandboxes/{sandbox}/snapshot', 'Loads a state saved before'),
  notBuiltTask(
    'GET',
    '/_sosie/v1/sandboxes/{sandbox}/snapshot/diff',
    'What differs from another state',
  ),
];

/** About the process and its API; `tasks` is the whole table. */
export const serviceTasks = (tasks: () => readonly Task[]): readonly Task[] => [
  task({
    method: 'GET',
    path: '/_sosie/health',
    summary: 'Whether it is up; anybody may ask',
    open: true,
    answer: Type.Object(
      {
        status: Type.Literal('ok'),
        version: Type.String(),
        uptimeMs: Type.Integer({ description: 'Of the process.' }),
        sandboxes: Type.Integer({ description: 'How many there are.' }),
      },
      closed,
    ),
    run: health,
  }),
  task({
    method: 'GET',
    path: '/_sosie/openapi.json',
    summary: 'OpenAPI of this API',
    answer: FreeObject,
    run: () => openApiOf(tasks(), version()),
  }),
];
