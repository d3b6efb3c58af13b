import { Type } from '@sinclair/typebox';
import { isAbsolute } from 'node:path';
import { List } from '#kit/types.ts';
import { invalid } from '../problem.ts';
import {
  createSandbox,
  describeSandbox,
  describeSandboxes,
  dropSandbox,
  forkSandbox,
  resetSandbox,
} from '../sandboxes.ts';
import { closed } from '../schemas.ts';
import { task, type Task } from '../task.ts';
import { Clock } from './clock.ts';

const Name = Type.String({ description: '1 to 63 letters, digits, dots, hyphens or underscores.' });

const Sandbox = Type.Object(
  {
    name: Name,
    dataset: Type.String(),
    seed: Type.Integer(),
    clock: Clock,
    ttl: Type.String({ description: 'ISO 8601 duration after its last use, or `never`.' }),
    forkedFrom: Type.Optional(Type.String()),
    commits: Type.Integer({ description: 'Changes kept so far.' }),
    journalled: Type.Integer({ description: 'Records ever journalled.' }),
    paths: Type.Record(Type.String(), Type.String(), {
      description: 'Where each vendor answers for this sandbox.',
    }),
  },
  { ...closed, title: 'Sandbox' },
);

const NewSandbox = Type.Object(
  {
    name: Name,
    dataset: Type.Optional(Type.String({ description: '`NAME|FILE[+NAME…]`' })),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    clock: Type.Optional(
      Type.String({
        description: '`running`, `running@ISO`, `frozen@ISO`, or an instant to stand at.',
      }),
    ),
    ttl: Type.Optional(
      Type.String({
        default: 'PT1H',
        description: 'How long it outlives its last use: an ISO 8601 duration, or `never`.',
      }),
    ),
    credentials: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'By vendor: whoever uses these lands in this sandbox.',
      }),
    ),
  },
  { ...closed, title: 'NewSandbox' },
);

/** A caller over HTTP gets at the files where sosie was started, not at those of the machine. */
function assertNearby(dataset: string): void {
  const isAway = (part: string): boolean => isAbsolute(part) || part.split(/[\\/]/).includes('..');
  if (!dataset.split('+').some(isAway)) return;
  throw invalid('dataset', 'a file must lie below the folder where sosie was started');
}

const TAKEN = { 409: 'There is a sandbox of this name already.' };

export const sandboxTasks: readonly Task[] = [
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes',
    summary: 'All sandboxes; looking at the list keeps none of them alive',
    answer: Type.Object({ sandboxes: List(Sandbox) }, closed),
    run: (core) => ({ sandboxes: describeSandboxes(core) }),
  }),
  task({
    method: 'POST',
    path: '/_sosie/v1/sandboxes',
    summary: 'Makes one; what is left out is as `sosie start` was told',
    body: NewSandbox,
    answer: Sandbox,
    status: 201,
    refusals: TAKEN,
    run: async (core, { body }) => {
      assertNearby(body.dataset ?? '');
      return describeSandbox(core, (await createSandbox(core, body)).name);
    },
  }),
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}',
    summary: 'One sandbox',
    answer: Sandbox,
    run: (core, { parameters }) => describeSandbox(core, parameters.sandbox),
  }),
  task({
    method: 'DELETE',
    path: '/_sosie/v1/sandboxes/{sandbox}',
    summary: 'Drops it with all that is in it',
    refusals: { 409: 'The default sandbox stays.' },
    run: (core, { parameters }) => dropSandbox(core, parameters.sandbox),
  }),
  task({
    method: 'POST',
    path: '/_sosie/v1/sandboxes/{sandbox}/reset',
    summary: 'Back to its data set, its clock and its seed; its journal is emptied',
    answer: Sandbox,
    run: async (core, { parameters }) => {
      await resetSandbox(core, parameters.sandbox);
      return describeSandbox(core, parameters.sandbox);
    },
  }),
  task({
    method: 'POST',
    path: '/_sosie/v1/sandboxes/{sandbox}/fork',
    summary:
      'A copy under another name, at a cost that does not grow with its size; what waits in its ' +
      'outbox is still sent once, by the original, and stands as `collected` in the copy',
    body: Type.Object({ name: Name }, closed),
    answer: Sandbox,
    status: 201,
    refusals: TAKEN,
    run: async (core, { parameters, body }) => {
      await forkSandbox(core, parameters.sandbox, body.name);
      return describeSandbox(core, body.name);
    },
  }),
];
