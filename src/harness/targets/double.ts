import { randomBytes } from 'node:crypto';
import type { Recipes } from '../states/recipes.ts';
import type { HarnessVendor } from '../vendors/vendor.ts';
import type { Control } from './control.ts';
import { stageWith } from './stage.ts';
import type { Place, Target } from './target.ts';

export interface DoubleOptions {
  readonly vendor: HarnessVendor;
  readonly control: Control;
  /** How its states are built. */
  readonly recipes: Recipes;
  /** The host's clock. */
  readonly clock: () => number;
}

/** A vendor on a running sosie: each place is a sandbox of its own, gone when it is closed. */
export function doubleTarget({ vendor, control, recipes, clock }: DoubleOptions): Target {
  const run = randomBytes(4).toString('hex');
  let opened = 0;
  return {
    kind: 'double',
    vendor: vendor.name,
    url: control.url,
    states: recipes.states,
    readOnly: undefined,
    open: async () => {
      opened += 1;
      const sandbox = `verify-${run}-${opened}`;
      const { dataset } = recipes;
      await control.ask('POST', '/_sosie/v1/sandboxes', { name: sandbox, dataset, ttl: 'PT10M' });
      return placeIn(sandbox, { vendor, control, recipes, clock });
    },
  };
}

async function placeIn(sandbox: string, options: DoubleOptions): Promise<Place> {
  const { vendor, control, recipes, clock } = options;
  const { credentials, settings = {} } = recipes;
  const below = `/_sosie/v1/sandboxes/${sandbox}`;
  const baseUrl = `${control.url}/~${sandbox}/${vendor.name}`;
  await control.ask('PUT', `${below}/settings/${vendor.name}`, settings);
  const data = await control.ask('GET', `${below}/data`);
  const caller = vendor.callerAt(baseUrl, credentials);
  return {
    baseUrl,
    stage: stageWith(vendor, caller, {
      data,
      act: async (action, parameters) => {
        const [of = '', name = ''] = action.split('/');
        await control.ask('POST', `${below}/${of}/actions/${name}`, parameters);
      },
      sign: (how) => vendor.sign(credentials, how, clock()),
    }),
    close: async () => {
      await caller.close();
      await control.ask('DELETE', below);
    },
  };
}
