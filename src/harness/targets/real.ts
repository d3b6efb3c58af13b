import { onlyReads } from '#kit/operation.ts';
import type { Recipes } from '../states/recipes.ts';
import { StateProblem } from '../states/state-problem.ts';
import type { Caller } from '../vendors/vendor.ts';
import { assertTestSystem } from './guard.ts';
import type { Profile } from './profile.ts';
import { stageWith } from './stage.ts';
import type { Target } from './target.ts';

/** Why a call is not made that changes something. */
export const READ_ONLY = 'it changes something, and the profile does not say safeToMutate: true';

export interface RealOptions {
  readonly profile: Profile;
  /** How the double's states are built: where the profile has the same data, they serve too. */
  readonly recipes: Recipes;
  /** The host's clock. */
  readonly clock: () => number;
}

/** A vendor's own test system, once it has shown that it is one. */
export async function realTarget({ profile, recipes, clock }: RealOptions): Promise<Target> {
  await assertTestSystem(profile);
  const { vendor, baseUrl, credentials, data = {}, safeToMutate } = profile;
  const readOnly = safeToMutate ? undefined : READ_ONLY;
  return {
    kind: 'real',
    vendor: vendor.name,
    url: baseUrl,
    states: { ...recipes.states, ...profile.states },
    readOnly,
    open: () => {
      const caller = vendor.callerAt(baseUrl, credentials);
      return Promise.resolve({
        baseUrl: baseUrl.replace(/\/+$/, ''),
        stage: stageWith(vendor, readOnly === undefined ? caller : readingOnly(profile, caller), {
          data,
          act: (action) => {
            throw new StateProblem('impossible', `${action} needs a double`);
          },
          sign: (how) => vendor.sign(credentials, how, clock()),
        }),
        close: () => caller.close(),
      });
    },
  };
}

function readingOnly({ vendor }: Profile, caller: Caller): Caller {
  return {
    ...caller,
    call: async (name, message) => {
      const operation = vendor.operations[name];
      if (operation && onlyReads(operation)) return caller.call(name, message);
      throw new StateProblem('impossible', `${vendor.name}.${name}: ${READ_ONLY}`);
    },
  };
}
