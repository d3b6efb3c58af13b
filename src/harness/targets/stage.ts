import { StateProblem } from '../states/state-problem.ts';
import type { Stage } from '../states/stage.ts';
import type { Caller, HarnessVendor } from '../vendors/vendor.ts';

/** A stage whose calls go through the vendor's reference client. */
export function stageWith(vendor: HarnessVendor, caller: Caller, rest: Omit<Stage, 'call'>): Stage {
  return {
    ...rest,
    call: async (name, message) => {
      const [of = '', operation = ''] = name.split('.');
      if (of === vendor.name) return caller.call(operation, message);
      throw new StateProblem('failed', `${name} is no call of ${vendor.name}`);
    },
  };
}
