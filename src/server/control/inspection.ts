import type { NamesRow } from '#kernel/system-tables.ts';
import { inspect } from '#kernel/vendor.ts';
import type { Names } from '#wire/vendor.ts';
import type { Core } from '../core.ts';
import { sandboxNamed } from './named.ts';

export interface InvariantReading {
  readonly vendor: string;
  readonly invariant: string;
  readonly holds: boolean;
  /** The rows that break it, a sentence each. */
  readonly offending: readonly string[];
}

export interface InvariantReadings {
  readonly hold: boolean;
  readonly invariants: readonly InvariantReading[];
}

/** Checks what must always hold, over every row. */
export function invariantReadings(core: Core, name: string): InvariantReadings {
  const sandbox = sandboxNamed(core, name);
  const now = sandbox.now(core.host());
  const invariants = core.modules.flatMap((module): readonly InvariantReading[] => {
    const inspection = inspect(sandbox.state, module);
    return Object.entries(module.invariants).map(([invariant, check]) => {
      const offending = check(inspection, now);
      return { vendor: module.name, invariant, holds: offending.length === 0, offending };
    });
  });
  return { hold: invariants.every(({ holds }) => holds), invariants };
}

/** By vendor, the names that the data set gave: `data.utick.stocks.hedda`. */
export function dataNames(core: Core, name: string): Readonly<Record<string, Names>> {
  const names = sandboxNamed(core, name).state.table<NamesRow>('names');
  return Object.fromEntries([...names.rows()].map((row) => [row.id, row.names]));
}
