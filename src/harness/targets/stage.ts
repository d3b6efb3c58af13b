import { viewOf } from '../answers.ts';
import { StateProblem } from '../states/state-problem.ts';
import type { Stage } from '../states/stage.ts';
import type { Caller, HarnessVendor } from '../vendors/vendor.ts';

/** A stage whose calls go through the vendor's reference client. */
export function stageWith(vendor: HarnessVendor, caller: Caller, rest: Omit<Stage, 'call'>): Stage {
  return {
    ...rest,
    call: async (name, message) => {
      const [of = '', method = ''] = name.split('.');
      const operation = of === vendor.name ? vendor.operations[method] : undefined;
      if (!operation) throw new StateProblem('failed', `${name} is no call of ${vendor.name}`);
      return viewOf(operation, await caller.call(method, message));
    },
  };
}
