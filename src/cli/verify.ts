import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import {
  assertPactInstalled,
  interactionsIn,
  junitOf,
  linesOf,
  NoSuchPacts,
  pactsFromBroker,
  pactsIn,
  startVerifier,
  totalsOf,
  verifyInteractions,
  type CheckedCase,
  type Interaction,
  type Target,
} from '#harness/index.ts';
import { environment, UsageError } from '#server/config/index.ts';
import { packageRoot } from '#server/package-root.ts';
import { addExamples } from './asking.ts';
import { CheckFailed } from './check-failed.ts';
import { printable } from './columns.ts';
import { openTargets, type TargetFlags } from './harness-target.ts';
import type { Terminal } from './terminal.ts';

interface VerifyFlags extends TargetFlags {
  readonly junit?: string;
  readonly broker?: string;
  readonly tag?: string;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .option('--vendor <vendor>', 'only the pacts of this one')
    .option(
      '--target <target>',
      'double, the URL of a running sosie, or the profile of a real test system',
      'double',
    )
    .option('--token <token>', 'admin token of that sosie (else SOSIE_ADMIN_TOKEN)')
    .option('--junit <file>', 'write a report for CI')
    .option('--broker <url>', 'take the pacts from this broker (PACT_BROKER_TOKEN lets in)')
    .option('--tag <tag>', 'of a broker: only pacts of consumer versions with this tag')
    .action((flags: VerifyFlags) => verify(flags, terminal));
  addExamples(
    command,
    'verify',
    'verify --vendor utick --junit pacts.xml',
    'verify --target http://127.0.0.1:4360',
    'verify --target utick-test.yaml',
    'verify --broker https://pacts.example.com --tag main',
  );
}

async function verify(flags: VerifyFlags, terminal: Terminal): Promise<void> {
  if (flags.tag !== undefined && flags.broker === undefined) {
    throw new UsageError('--tag chooses among the pacts of a broker: give --broker too');
  }
  if (flags.junit !== undefined) makeFolderOf(flags.junit);
  assertPactInstalled();
  const checked = await verifyAll(flags, terminal);
  terminal.out(`${totalsOf(checked)}\n`);
  if (flags.junit !== undefined) writeFileSync(flags.junit, junitOf('sosie verify', checked));
  assertVerified(checked);
}

async function verifyAll(flags: VerifyFlags, terminal: Terminal): Promise<readonly CheckedCase[]> {
  const { targets, close } = await openTargets(flags);
  const all: CheckedCase[] = [];
  try {
    for (const agreed of await agreedWith(targets, flags)) {
      all.push(...(await verifyOne(agreed, terminal)));
    }
    return all;
  } finally {
    await close();
  }
}

/** A vendor and what was agreed with it. */
interface Agreed {
  readonly target: Target;
  readonly interactions: readonly Interaction[];
}

async function verifyOne(
  { target, interactions }: Agreed,
  terminal: Terminal,
): Promise<readonly CheckedCase[]> {
  const { url, vendor } = target;
  terminal.out(`${vendor} at ${url}\n`);
  const onChecked = (checked: CheckedCase): void =>
    terminal.out(`${linesOf(checked).map(printable).join('\n')}\n`);
  const verifier = startVerifier({ env: environment(), url });
  try {
    const clock = Date.now;
    return await verifyInteractions({ interactions, target, verifier, onChecked, clock });
  } finally {
    verifier.close();
  }
}

/** The vendors that pacts were made with: an application need not use each of them. */
async function agreedWith(
  targets: readonly Target[],
  flags: VerifyFlags,
): Promise<readonly Agreed[]> {
  const agreed: Agreed[] = [];
  let without: NoSuchPacts | undefined;
  for (const target of targets) {
    try {
      const interactions = await interactionsWith(target.vendor, flags);
      if (interactions.length > 0) agreed.push({ target, interactions });
    } catch (error) {
      if (!(error instanceof NoSuchPacts)) throw error;
      without ??= error;
    }
  }
  if (agreed.length > 0) return agreed;
  const vendors = targets.map(({ vendor }) => vendor).join(', ');
  throw (
    without ?? new UsageError(`${flags.broker ?? 'contracts/pacts'} has no pacts with ${vendors}`)
  );
}

async function interactionsWith(
  vendor: string,
  { broker, tag }: VerifyFlags,
): Promise<readonly Interaction[]> {
  const sources =
    broker === undefined
      ? pactsIn(join(packageRoot, 'contracts/pacts'))
      : await pactsFromBroker({ url: broker, provider: vendor, tag, env: environment() });
  return sources
    .flatMap(({ text, from }) => interactionsIn(text, from))
    .filter(({ provider }) => provider === vendor);
}

/** A run in which everything was skipped has verified nothing. */
function assertVerified(checked: readonly CheckedCase[]): void {
  const failed = checked.filter(({ outcome }) => outcome === 'failed').length;
  if (failed > 0) throw new CheckFailed(`${failed} of ${checked.length} interactions failed`);
  if (checked.some(({ outcome }) => outcome === 'passed')) return;
  throw new CheckFailed('no interaction was verified: all were skipped');
}

function makeFolderOf(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`--junit ${file}: its folder cannot be made (${code})`);
  }
}
