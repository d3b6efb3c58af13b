import { HarnessProblem } from '../../problem.ts';
import type { Scenario } from '../scenario.ts';
import { below, ControlRefusal, type Control } from './control.ts';
import { sandboxOf, type Sandbox } from './sandbox.ts';

/** Of a run that is killed, nothing is left after this time without a call. */
const TTL = 'PT10M';
const TAKEN = 409;
const MOST_OF_A_NAME = 20;
/** Shorter than a name may be, for a number behind it. */
const LONGEST = 55;

/**
 * The name stands in links that are answered, so that it is the same each time; another run on the
 * same sosie may have it just now.
 */
export async function sandboxFor(
  control: Control,
  { given }: Pick<Scenario, 'given'>,
  wanted: string,
): Promise<Sandbox> {
  const stem = wanted.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, LONGEST);
  const { dataset, clock, seed } = given;
  for (let count = 1; count <= MOST_OF_A_NAME; count += 1) {
    const name = count === 1 ? stem : `${stem}.${count}`;
    const asked = { name, dataset: dataset.value, clock: clock.value, seed, ttl: TTL };
    try {
      await control.ask('POST', below`/sandboxes`, asked);
      return sandboxOf(control, name);
    } catch (error) {
      if (!(error instanceof ControlRefusal) || error.status !== TAKEN) throw error;
    }
  }
  throw new HarnessProblem(`there are ${MOST_OF_A_NAME} sandboxes "${stem}" already: drop some`);
}
