import type { FaultRule } from './fault-rule.ts';
import type { Instant } from './instant.ts';
import { ordered, table, type Row } from './table-spec.ts';

/** A vendor's command as plain data: the agenda keeps it, so it forks and snapshots. */
export interface Command {
  readonly kind: string;
}

export interface Counter extends Row {
  readonly value: number;
}

/** Something that happens later, at `due`; entries of one instant run by `sequence`. */
export interface AgendaEntry extends Row {
  readonly vendor: string;
  readonly key: string;
  readonly due: Instant;
  readonly sequence: number;
  /** Length of the chain of entries at this instant that led to it. */
  readonly depth: number;
  readonly command: Command;
  /** Why it was taken off the agenda: it threw, which is a defect of ours. */
  readonly parked?: string;
}

/** A vendor's message to its customer's system, as emitted by a behaviour. */
export interface Notification {
  readonly kind: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Told to the vendor with the delivery's result. */
  readonly reference?: Readonly<Record<string, unknown>>;
}

export type OutboxStatus = 'waiting' | 'delivered' | 'failed' | 'collected';

export interface OutboxEntry extends Row {
  readonly vendor: string;
  readonly sequence: number;
  readonly emittedAt: Instant;
  readonly notification: Notification;
  readonly status: OutboxStatus;
  readonly attempts: number;
  /** HTTP status or why no answer came, of the last attempt. */
  readonly result?: string;
}

export type ClockSetting =
  | { readonly mode: 'frozen'; readonly at: Instant }
  /** The sandbox's time is the host's plus this; but `heldAt` while something runs at that instant. */
  | { readonly mode: 'running'; readonly offsetMs: number; readonly heldAt?: Instant };

export interface ClockRow extends Row {
  readonly clock: ClockSetting;
}

export interface SettingsRow extends Row {
  readonly values: Readonly<Record<string, unknown>>;
}

export type OutboxMode = 'send' | 'collect';

export interface ModeRow extends Row {
  readonly mode: OutboxMode;
}

/** The names that a data set gave to what it put in: `{ stocks: { hedda: 'A702…' } }`. */
export interface NamesRow extends Row {
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A fault rule and its counts: not in the draft of a call, since refused calls count too. */
export interface FaultRow extends Row {
  readonly order: number;
  readonly rule: FaultRule;
  readonly seen: number;
  readonly hits: number;
}

/** What every sandbox has besides its vendors' tables. */
export const systemTables = {
  counters: table<Counter>()({}),
  agenda: table<AgendaEntry>()({
    byDue: ordered(
      (entry) => (entry.parked === undefined ? entry.due : undefined),
      (entry) => entry.sequence,
    ),
  }),
  outbox: table<OutboxEntry>()({
    bySequence: ordered((entry) => entry.sequence),
    waiting: ordered((entry) => (entry.status === 'waiting' ? entry.sequence : undefined)),
  }),
  clock: table<ClockRow>()({}),
  settings: table<SettingsRow>()({}),
  modes: table<ModeRow>()({}),
  names: table<NamesRow>()({}),
  faults: table<FaultRow>()({ byOrder: ordered((row) => row.order) }),
};
