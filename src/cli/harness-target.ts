import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  doubleTarget,
  harnessVendors,
  readProfile,
  readStates,
  realTarget,
  type HarnessVendor,
  type Profile,
  type Target,
} from '#harness/index.ts';
import { environment, loadTarget, UsageError } from '#server/config/index.ts';
import { packageRoot } from '#server/package-root.ts';
import { controlOf, type Control } from './control.ts';

export interface TargetFlags {
  /** `double`, the URL of a running sosie, or the file of a profile. */
  readonly target: string;
  readonly token?: string;
  readonly vendor?: string;
}

/** What is checked, one target for each vendor. */
export interface OpenedTargets {
  readonly targets: readonly Target[];
  close(): Promise<void>;
}

/** The URL of a running sosie is the only target with an admin token; a profile names its own keys. */
export function isRunning({ target, token }: Pick<TargetFlags, 'target' | 'token'>): boolean {
  const isUrl = /^https?:\/\//.test(target);
  if (token === undefined || isUrl) return isUrl;
  throw new UsageError(
    `--token is the admin token of a running sosie: --target ${target} has none; give its URL`,
  );
}

/** Opens what `--target` names. A double is started for the purpose, and ends with it. */
export async function openTargets(flags: TargetFlags): Promise<OpenedTargets> {
  const vendors = vendorsAsked(flags.vendor);
  if (isRunning(flags)) {
    const { target: url, token } = flags;
    return { targets: doublesAt(controlOf(await loadTarget({ url, token })), vendors), close };
  }
  if (flags.target === 'double') return startedDouble(vendors);
  return { targets: [await profiled(flags.target, vendors)], close };
}

const close = (): Promise<void> => Promise.resolve();

export function vendorsAsked(name: string | undefined): readonly HarnessVendor[] {
  const found = harnessVendors.filter((vendor) => name === undefined || vendor.name === name);
  if (found.length > 0) return found;
  const known = harnessVendors.map((vendor) => vendor.name).join(', ');
  throw new UsageError(`--vendor ${name}: no such vendor; known: ${known}`);
}

async function startedDouble(vendors: readonly HarnessVendor[]): Promise<OpenedTargets> {
  const { createSosie } = await import('#server/index.ts');
  const sosie = await createSosie();
  const { url } = await sosie.listen({ port: 0 });
  const control = controlOf({ url, token: undefined });
  return { targets: doublesAt(control, vendors), close: () => sosie.close() };
}

const doublesAt = (control: Control, vendors: readonly HarnessVendor[]): readonly Target[] =>
  vendors.map((vendor) =>
    doubleTarget({ vendor, control, recipes: statesOf(vendor), clock: Date.now }),
  );

async function profiled(file: string, asked: readonly HarnessVendor[]): Promise<Target> {
  const profile = profileIn(file);
  const { vendor } = profile;
  if (!asked.includes(vendor)) {
    throw new UsageError(`${file} is a profile of ${vendor.name}, not of --vendor`);
  }
  return realTarget({ profile, recipes: statesOf(vendor), clock: Date.now });
}

/** What the file says of a real test system, with the keys of this environment. */
export const profileIn = (file: string): Profile =>
  readProfile({ file, text: textOf(file), env: environment(), vendors: harnessVendors });

function statesOf({ name }: HarnessVendor) {
  const file = join(packageRoot, 'fixtures/states', `${name}.yaml`);
  return readStates(file, readFileSync(file, 'utf8'));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const why = code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`;
    throw new UsageError(`${file}: ${why} (--target: double, a URL or a profile)`);
  }
}
