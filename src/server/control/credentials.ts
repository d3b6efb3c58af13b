import { draftsOf } from '#kernel/draft.ts';
import type { Edits } from '#kernel/transaction.ts';
import type { Core } from '../core.ts';
import { assertFits } from './fitting.ts';
import { didYouMean, invalid } from './problem.ts';

export interface InstallableCredential {
  /** `vendor:key`, as the sandboxes know it. */
  readonly binding: string;
  readonly install: (edits: Edits) => void;
}

/** The credentials that are to lead to one sandbox, checked; each may be bound once. */
export function readCredentials(
  core: Core,
  credentials: Readonly<Record<string, unknown>>,
): readonly InstallableCredential[] {
  return Object.entries(credentials).map(([vendor, credential]) => {
    const field = `credentials/${vendor}`;
    const module = core.modules.find(({ name }) => name === vendor);
    if (!module) {
      const vendors = core.modules.map(({ name }) => name);
      throw invalid(field, `unknown vendor "${vendor}"${didYouMean(vendor, vendors)}`);
    }
    assertFits(module.credential.schema, credential, field);
    const binding = `${vendor}:${module.credential.key(credential)}`;
    const holder = core.sandboxes.holderOf(binding);
    if (holder !== undefined) throw invalid(field, `bound to sandbox "${holder}" already`);
    const draft = draftsOf(module.name, module.tables);
    return {
      binding,
      install: (edits) => module.credential.install(draft(edits, { now: 0, depth: 0 }), credential),
    };
  });
}
