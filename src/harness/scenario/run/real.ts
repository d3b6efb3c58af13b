import { undiciTransport } from '#client/index.ts';
import { assertTestSystem } from '../../targets/guard.ts';
import type { Profile } from '../../targets/profile.ts';
import { READ_ONLY } from '../../targets/real.ts';
import type { Hint } from '../place.ts';
import type { Scenario, Step } from '../scenario.ts';
import { replayVendors } from '../vendors.ts';
import { unknownNames } from './check.ts';
import type { Target } from './stage.ts';

export interface RealOptions {
  readonly profile: Profile;
  /** As it is given on the command line. */
  readonly given: string;
  readonly hint: Hint;
}

/** A vendor's own test system, once it has shown that it is one. */
export async function realTarget({ profile, given, hint }: RealOptions): Promise<Target> {
  await assertTestSystem(profile);
  const { vendor, baseUrl, credentials, data = {}, safeToMutate } = profile;
  const transport = undiciTransport();
  return {
    title: `${vendor.name} at ${baseUrl}`,
    given,
    // What is not there is no mistake: another profile may have it.
    check: () => Promise.resolve([]),
    open: (scenario) => {
      const reason = unfitWhy(scenario, profile, hint);
      if (reason !== undefined) return Promise.resolve({ kind: 'unfit', reason });
      const replayed = replayVendors.find(({ name }) => name === vendor.name);
      const client = replayed?.clientAt(baseUrl, credentials, {
        transport,
        protocol: scenario.given.protocol,
      });
      const stage = {
        ...{ data, sandbox: undefined, readOnly: safeToMutate ? undefined : READ_ONLY },
        client: (name: string) => (name === vendor.name ? client : undefined),
        now: () => Promise.resolve(new Date().toISOString()),
        close: async () => client?.close(),
      };
      return Promise.resolve({ kind: 'open', stage });
    },
    close: async () => transport.close?.(),
  };
}

/** Why none of it can be played there; undefined where it can, in part at least. */
function unfitWhy(
  scenario: Scenario,
  { vendor, data = {} }: Profile,
  hint: Hint,
): string | undefined {
  const { given, steps } = scenario;
  if (given.settings.length > 0) return 'it wants settings, which only a double has';
  if (given.faults.length > 0) return 'it starts with faults, which only a double has';
  const other = steps.flatMap(vendorsOf).find((name) => name !== vendor.name);
  if (other !== undefined) return `it is about ${other} too, and the profile is of ${vendor.name}`;
  const [missing] = unknownNames(scenario, data, hint);
  return missing && `the profile’s ${missing.message}`;
}

function vendorsOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'call':
    case 'action':
      return [step.vendor];
    case 'parallel':
      return step.steps.flatMap(vendorsOf);
    case 'fault':
    case 'clock':
    case 'await':
      return [];
  }
}
