import { Type } from '@sinclair/typebox';
import { evidences } from '#kernel/evidence.ts';
import { List, OneOf } from '#kit/types.ts';
import { changeSettings, settingReadings } from '../settings.ts';
import { closed } from '../schemas.ts';
import { task, type Task } from '../task.ts';

const Value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

const Settings = Type.Record(
  Type.String(),
  Type.Object(
    {
      value: Value,
      default: Value,
      allowed: Type.Union([
        List(Value),
        Type.Object({ min: Type.Integer(), max: Type.Integer() }, closed),
        Type.Literal('text'),
      ]),
      evidence: OneOf(evidences),
      note: Type.String(),
    },
    { ...closed, title: 'Setting' },
  ),
);

export const settingTasks: readonly Task[] = [
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/settings/{vendor}',
    summary: 'Every open question of a vendor: what holds here, what else could, and why',
    answer: Settings,
    run: (core, { parameters }) => settingReadings(core, parameters.sandbox, parameters.vendor),
  }),
  task({
    method: 'PUT',
    path: '/_sosie/v1/sandboxes/{sandbox}/settings/{vendor}',
    summary: 'Sets those named, all or none; the others stay',
    body: Type.Record(Type.String(), Value, { description: 'Setting → value.' }),
    answer: Settings,
    run: (core, { parameters, body }) =>
      changeSettings(core, parameters.sandbox, { vendor: parameters.vendor, values: body }),
  }),
];
