import type { Instant } from './instant.ts';
import type { JournalEntry } from './journal.ts';
import type { RowChange } from './table.ts';

/** Something that happened without a request: an agenda entry ran, an action, a delivery. */
export interface SandboxEvent {
  readonly at: Instant;
  readonly vendor: string;
  readonly kind: string;
  readonly outcome: 'done' | 'refused' | 'defect';
  readonly command: unknown;
  readonly changes: readonly RowChange[];
  /** Of a refusal. */
  readonly failure?: unknown;
  /** Of a defect. */
  readonly why?: string | undefined;
}

export function eventRecord(event: SandboxEvent): JournalEntry {
  const { at, vendor, kind, outcome, command, changes, failure, why } = event;
  return {
    kind: 'event',
    at,
    vendor,
    operation: kind,
    outcome,
    entities: [],
    changes,
    detail: { command, failure, why },
    host: {},
    request: undefined,
    response: undefined,
  };
}
