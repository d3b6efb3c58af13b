import { assert } from './defect.ts';
import type { Instant } from './instant.ts';
import type { Decision, Turn } from './sandbox.ts';
import type { State } from './state.ts';
import type { AgendaEntry } from './system-tables.ts';
import type { Vendor } from './vendor.ts';

/** The first entry due at or before an instant. `from`: nothing live is due before it. */
export function nextDue(state: State, until: Instant, from: Instant): AgendaEntry | undefined {
  return dueEntries(state, { from, to: until + 1, limit: 1 })[0];
}

export function dueEntries(
  state: State,
  page: { from?: Instant; to?: Instant; limit?: number },
): readonly AgendaEntry[] {
  return state.table('agenda').range('byDue', page);
}

/** `gone`: another owner of the sandbox ran or replaced it meanwhile. */
export type DueOutcome = 'done' | 'refused' | 'gone';

/** Decides one due entry inside a turn at its own time. A refusal is taken off the agenda later. */
export function decideDue(vendor: Vendor, entry: AgendaEntry, turn: Turn): Decision<DueOutcome> {
  const agenda = turn.edits.table<AgendaEntry>('agenda');
  if (agenda.get(entry.id)?.sequence !== entry.sequence) return { commit: false, value: 'gone' };
  const behaviour = vendor.core.due[entry.command.kind];
  assert(behaviour, `${entry.vendor} has no behaviour for ${entry.command.kind}`);
  agenda.drop(entry.id);
  const { ok } = behaviour(turn.draft, entry.command, turn.env);
  return { commit: ok, value: ok ? 'done' : 'refused' };
}

/** One agenda entry that ran, as the answer to an advance tells it. */
export interface AgendaEvent {
  readonly at: Instant;
  readonly vendor: string;
  readonly kind: string;
  readonly key: string;
  readonly outcome: 'done' | 'refused' | 'defect';
  readonly entities: readonly string[];
  /** Number of its journal record. */
  readonly journal: number;
}
