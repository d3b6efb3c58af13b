import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onlyReads } from '#kit/operation.ts';
import type { CheckedCase } from '../reports/checked-case.ts';
import { buildState } from '../states/build.ts';
import { StateProblem } from '../states/state-problem.ts';
import type { Place, Target } from '../targets/target.ts';
import { askedOf } from './asked.ts';
import type { Interaction } from './interactions.ts';
import { verdictOf } from './verdict.ts';
import type { PactVerifier, VerifierJob } from './verifier.ts';

export interface VerifyOptions {
  readonly interactions: readonly Interaction[];
  readonly target: Target;
  readonly verifier: PactVerifier;
  /** Milliseconds for one request. @default 30_000 */
  readonly timeoutMs?: number;
  /** Told of each interaction as soon as it is verified. */
  readonly onChecked?: (checked: CheckedCase) => void;
  /** Milliseconds, for durations. */
  readonly clock: () => number;
}

/** Verifies interactions one after the other, each in a place and a state of its own. */
export async function verifyInteractions(options: VerifyOptions): Promise<readonly CheckedCase[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sosie-verify-'));
  const all: CheckedCase[] = [];
  try {
    for (const interaction of options.interactions) {
      const startedAt = options.clock();
      const found = await verifyOne(interaction, join(folder, 'pact.json'), options);
      const { consumer, provider, description } = interaction;
      const checked = {
        ...{ group: `${consumer} and ${provider}`, name: description, ...found },
        ms: options.clock() - startedAt,
      };
      all.push(checked);
      options.onChecked?.(checked);
    }
    return all;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Found = Pick<CheckedCase, 'outcome' | 'why'>;

const skipped = (why: string): Found => ({ outcome: 'skipped', why: [why] });
const failed = (why: readonly string[]): Found => ({ outcome: 'failed', why });

async function verifyOne(
  interaction: Interaction,
  file: string,
  options: VerifyOptions,
): Promise<Found> {
  const { target, verifier, timeoutMs = 30_000 } = options;
  if (target.readOnly !== undefined && !isReading(target.vendor, interaction)) {
    return skipped(target.readOnly);
  }
  const place = await target.open();
  try {
    const states = await statesAt(place, interaction, target);
    writeFileSync(file, JSON.stringify(interaction.pact));
    const { baseUrl } = place;
    return await verdict(verifier, {
      ...{ file, provider: interaction.provider, baseUrl, states, timeoutMs },
    });
  } catch (error) {
    if (!(error instanceof StateProblem)) throw error;
    // A double lacks no state: where one cannot be built, the recipe or the double is wrong.
    const isExpected = error.kind === 'impossible' && target.kind === 'real';
    return isExpected ? skipped(error.message) : failed([`no state: ${error.message}`]);
  } finally {
    await place.close();
  }
}

/** What is asked must be known to leave everything as it is. */
function isReading(vendor: string, { request }: Interaction): boolean {
  const asked = askedOf(vendor, request);
  return asked !== undefined && onlyReads(asked.operation);
}

async function statesAt(
  place: Place,
  { states }: Interaction,
  target: Target,
): Promise<VerifierJob['states']> {
  const built = [];
  for (const state of states) {
    built.push({ name: state.name, values: await buildState(state, target.states, place.stage) });
  }
  return built;
}

async function verdict(verifier: PactVerifier, job: VerifierJob): Promise<Found> {
  const reply = await verifier.verify(job);
  if (reply.kind === 'trouble') return failed([reply.text]);
  const { isKept, why } = verdictOf(reply.text);
  return isKept ? { outcome: 'passed', why: [] } : failed(why);
}
