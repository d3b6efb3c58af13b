import type { Behaviour } from './behaviour.ts';
import { draftsOf, type Draft, type DraftMoment, type Tables } from './draft.ts';
import type { Instant } from './instant.ts';
import { settingsReader, type SettingsSpec, type TrackedSettings } from './settings.ts';
import type { Row, TableSpec } from './table-spec.ts';
import { systemTables, type Command } from './system-tables.ts';
import type { State, TableSpecs } from './state.ts';
import type { Edits } from './transaction.ts';

/** A look at one table from outside: whole scans are allowed here, never in a behaviour. */
export interface TableInspection<R extends Row> {
  get(id: string): R | undefined;
  rows(): Iterable<R>;
  readonly count: number;
}

export type Inspection<S extends Tables> = {
  readonly [N in keyof S]: S[N] extends TableSpec<infer R extends Row> ? TableInspection<R> : never;
};

/** What must always hold; answers the offending rows, a sentence each. */
export type Invariant<S extends Tables> = (state: Inspection<S>, now: Instant) => readonly string[];

// A vendor's own commands, failures and settings are its own business; the kernel carries them.
/* eslint-disable @typescript-eslint/no-explicit-any */
export type DueBehaviours<S extends Tables> = Readonly<
  Record<string, Behaviour<S, any, unknown, unknown, any>>
>;

/** What the kernel needs to know of a vendor. */
export interface VendorCore<S extends Tables = any> {
  readonly name: string;
  readonly tables: S;
  readonly settings: SettingsSpec;
  /** What the agenda may run, by the command's kind. */
  readonly due: DueBehaviours<S>;
  /** Told how the delivery of a notification ended. */
  readonly delivered?: Behaviour<S, Delivered, unknown, unknown, any>;
  readonly invariants: Readonly<Record<string, Invariant<S>>>;
}
/* eslint-enable @typescript-eslint/no-explicit-any */

export interface Delivered extends Command {
  readonly kind: 'delivered';
  readonly delivery: DeliveryResult;
  readonly reference: Readonly<Record<string, unknown>>;
}

export type DeliveryResult =
  | { readonly ok: true; readonly status: number }
  | { readonly ok: false; readonly status?: number; readonly why: string };

/** A vendor made ready to serve: its drafts and its settings reader. */
export interface Vendor {
  readonly core: VendorCore;
  readonly draft: (edits: Edits, moment: DraftMoment) => Draft<Tables>;
  readonly settings: (values: Readonly<Record<string, unknown>> | undefined) => TrackedSettings;
}

/** The vendors of a process, ready to serve, and all tables a sandbox has. */
export interface Universe {
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly specs: TableSpecs;
}

export function universeOf(cores: readonly VendorCore[]): Universe {
  const specs: Record<string, TableSpec> = { ...(systemTables as unknown as TableSpecs) };
  const vendors = new Map<string, Vendor>();
  for (const core of cores) {
    for (const [name, spec] of Object.entries(core.tables as TableSpecs)) {
      specs[`${core.name}.${name}`] = spec;
    }
    vendors.set(core.name, {
      core,
      draft: draftsOf<Tables>(core.name, core.tables as Tables),
      settings: settingsReader(core.settings),
    });
  }
  return { vendors, specs };
}

export function inspect(state: State, core: VendorCore): Inspection<Tables> {
  const names = Object.keys(core.tables as Tables);
  const views = names.map((name) => [name, state.table(`${core.name}.${name}`)]);
  return Object.fromEntries(views) as Inspection<Tables>;
}
