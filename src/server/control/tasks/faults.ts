import { Type } from '@sinclair/typebox';
import { List } from '#kit/types.ts';
import { FaultReading, NewFault } from '../fault-schema.ts';
import {
  addFaultRule,
  assertFault,
  faultNamed,
  faultReadings,
  removeFaultRule,
  removeFaultRules,
} from '../faults.ts';
import { closed } from '../schemas.ts';
import { task, type Task } from '../task.ts';

export const faultTasks: readonly Task[] = [
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/faults',
    summary: 'The fault rules, in the order in which they are tried, with their counts',
    answer: Type.Object({ faults: List(FaultReading) }, closed),
    run: (core, { parameters }) => ({ faults: faultReadings(core, parameters.sandbox) }),
  }),
  task({
    method: 'POST',
    path: '/_sosie/v1/sandboxes/{sandbox}/faults',
    summary: 'Adds a rule; under a known id it takes that one’s place, counting anew',
    body: NewFault,
    checkBody: assertFault,
    answer: FaultReading,
    status: 201,
    refusals: { 501: 'The kind of fault is not built yet.' },
    run: (core, { parameters, body }) => addFaultRule(core, parameters.sandbox, body),
  }),
  task({
    method: 'DELETE',
    path: '/_sosie/v1/sandboxes/{sandbox}/faults',
    summary: 'Removes all rules',
    run: (core, { parameters }) => removeFaultRules(core, parameters.sandbox),
  }),
  task({
    method: 'GET',
    path: '/_sosie/v1/sandboxes/{sandbox}/faults/{id}',
    summary: 'One rule with its counts',
    answer: FaultReading,
    run: (core, { parameters: { sandbox, id } }) => faultNamed(core, sandbox, id),
  }),
  task({
    method: 'DELETE',
    path: '/_sosie/v1/sandboxes/{sandbox}/faults/{id}',
    summary: 'Removes one rule',
    run: (core, { parameters: { sandbox, id } }) => removeFaultRule(core, sandbox, id),
  }),
];
