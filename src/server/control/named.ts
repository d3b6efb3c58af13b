import type { Sandbox } from '#kernel/sandbox.ts';
import type { ServedVendor } from '#wire/served.ts';
import type { Core } from '../core.ts';
import { unknown } from './problem.ts';

/** The sandbox of this name, kept alive by being asked for; else 404 with the nearest name. */
export function sandboxNamed(core: Core, name: string): Sandbox {
  const sandbox = core.sandboxes.get(name);
  if (!sandbox) throw unknown('sandbox', name, core.sandboxes.names);
  core.sandboxes.touch(name, core.host());
  return sandbox;
}

export function vendorNamed(core: Core, name: string): ServedVendor {
  const { vendors } = core.pipeline;
  const vendor = vendors.get(name);
  if (!vendor) throw unknown('vendor', name, vendors.keys());
  return vendor;
}
