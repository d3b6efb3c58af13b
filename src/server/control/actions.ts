import { maskerOf } from '#kit/mask.ts';
import type { Core } from '../core.ts';
import { assertFits } from './fitting.ts';
import { sandboxNamed, vendorNamed } from './named.ts';
import { Problem, unknown } from './problem.ts';

export interface AskedAction {
  readonly vendor: string;
  readonly action: string;
  readonly parameters: unknown;
}

/** Does what a person or machine does behind the vendor's counter; answers what came of it. */
export async function act(
  core: Core,
  name: string,
  { vendor: vendorName, action: actionName, parameters }: AskedAction,
): Promise<unknown> {
  const sandbox = sandboxNamed(core, name);
  const { module, vendor } = vendorNamed(core, vendorName);
  const action = Object.hasOwn(module.actions, actionName) && module.actions[actionName];
  if (!action) throw unknown('action', actionName, Object.keys(module.actions));
  assertFits(action.parameters, parameters);
  const { value: outcome } = await sandbox.command({
    vendor,
    receivedAt: core.host(),
    kind: actionName,
    command: maskerOf(action.parameters)(parameters),
    decide: ({ draft, env }) => {
      const decided = action.run(draft, parameters, env);
      return { commit: decided.ok, value: decided };
    },
    outcome: ({ ok }) => (ok ? 'done' : 'refused'),
    failure: (decided) => (decided.ok ? undefined : decided.failure),
  });
  if (outcome.ok) return outcome.value;
  throw new Problem(409, 'action-refused', {
    title: 'The vendor says no',
    detail: `${vendorName}/${actionName}: ${outcome.failure.kind}`,
    more: { failure: outcome.failure },
  });
}
