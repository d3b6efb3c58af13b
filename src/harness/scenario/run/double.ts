import { HarnessProblem } from '../../problem.ts';
import type { Hint } from '../place.ts';
import { filled } from '../read/template.ts';
import { labelOf } from '../report/result.ts';
import type { Scenario } from '../scenario.ts';
import { replayVendors, type Protocol, type VendorClient } from '../vendors.ts';
import { checkOnDouble } from './check.ts';
import { controlAt, ControlRefusal, type Address } from './control.ts';
import { sandboxFor } from './make-sandbox.ts';
import type { Sandbox } from './sandbox.ts';
import type { Stage, Target } from './stage.ts';

export interface DoubleOptions {
  readonly address: Address;
  /** For people: `double, in process`. */
  readonly title: string;
  /** As it is given on the command line. */
  readonly given?: string;
  readonly hint: Hint;
  /** Lets go of what was made for this target. */
  readonly close?: () => Promise<void>;
}

/** A sosie: each scenario gets a sandbox of its own, gone when it is over. */
export function doubleTarget({ address, title, given, hint, close }: DoubleOptions): Target {
  const control = controlAt(address);
  return {
    title,
    given,
    check: (scenarios) => checkOnDouble(scenarios, { control, hint }),
    open: async (scenario) => {
      const sandbox = await sandboxFor(
        control,
        scenario,
        `replay-${labelOf(scenario.name, scenario.given.protocol)}`,
      );
      const stage = await stageIn(address, sandbox, scenario.given.protocol);
      await prepare(sandbox, scenario).catch(async (error: unknown) => {
        await stage.close();
        if (!(error instanceof ControlRefusal)) throw error;
        throw new HarnessProblem(`${scenario.file}: given: ${error.message}`);
      });
      return { kind: 'open', stage };
    },
    close: async () => close?.(),
  };
}

async function stageIn(
  { url, transport }: Address,
  sandbox: Sandbox,
  protocol: Protocol | undefined,
): Promise<Stage> {
  const clients = new Map<string, VendorClient>();
  for (const vendor of replayVendors) {
    const baseUrl = `${url}/~${sandbox.name}/${vendor.name}`;
    clients.set(vendor.name, vendor.clientAt(baseUrl, vendor.demo, { transport, protocol }));
  }
  return {
    data: await sandbox.data(),
    client: (vendor) => clients.get(vendor),
    sandbox,
    readOnly: undefined,
    now: () => sandbox.now(),
    close: () => sandbox.drop(),
  };
}

/** What holds before the first step. */
async function prepare(sandbox: Sandbox, { given }: Scenario): Promise<void> {
  const scope = { data: await sandbox.data(), now: await sandbox.now() };
  for (const { vendor, values } of given.settings) {
    await sandbox.putSettings(vendor, await filled(values, scope));
  }
  for (const rule of given.faults) await sandbox.addFault(await filled(rule, scope));
}
