import { Type } from '@sinclair/typebox';
import { act } from '../actions.ts';
import { closed } from '../schemas.ts';
import { task, type Task } from '../task.ts';

export const actionTasks: readonly Task[] = [
  task({
    method: 'POST',
    path: '/_sosie/v1/sandboxes/{sandbox}/{vendor}/actions/{action}',
    summary: 'What a person or machine does behind the vendor’s counter',
    body: Type.Unknown({ description: 'The action’s parameters: see the catalogue.' }),
    answer: Type.Object({ result: Type.Unknown() }, { ...closed, title: 'ActionResult' }),
    refusals: { 409: 'The vendor says no: `failure` tells why.' },
    run: async (core, { parameters: { sandbox, vendor, action }, body }) => {
      const result = await act(core, sandbox, { vendor, action, parameters: body });
      return { result: result ?? null };
    },
  }),
];
