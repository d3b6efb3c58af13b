import type { Advanced } from '#kernel/advance.ts';
import { canonicalText, type JournalQuery, type JournalRecord } from '#kernel/journal.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { Names } from '#wire/vendor.ts';
import type { Core } from './core.ts';
import { act } from './control/actions.ts';
import {
  advanceClock,
  agendaReading,
  changeClock,
  clockReading,
  type AgendaReading,
  type ClockChange,
  type ClockReading,
} from './control/clock.ts';
import type { FaultReading, NewFault } from './control/fault-schema.ts';
import { addFaultRule, faultReadings, removeFaultRule } from './control/faults.ts';
import { dataNames, invariantReadings, type InvariantReadings } from './control/inspection.ts';
import { journalPage, journalRecord } from './control/journal.ts';
import { sandboxNamed } from './control/named.ts';
import { dropSandbox, forkSandbox, resetSandbox } from './control/sandboxes.ts';
import { changeSettings, settingReadings, type SettingReadings } from './control/settings.ts';
import { rowNamed, rowsPage, type PageRequest, type RowsPage } from './control/state.ts';
import type { SettingValues } from './settings.ts';

/**
 * A sandbox as code in the same process steers it: the functions that answer the control API. What
 * would be a problem over HTTP is thrown as one.
 */
export interface SandboxHandle {
  readonly name: string;
  readonly clock: {
    now(): number;
    get(): ClockReading;
    /** Freezes it, lets it run, sets it forward; what falls due on the way runs. */
    set(change: ClockChange): Promise<ClockReading>;
    /** An ISO 8601 duration, an instant with its zone, `next` or `idle`. */
    advance(target: string): Promise<Advanced>;
  };
  readonly settings: {
    get(vendor: string): SettingReadings;
    set(vendor: string, values: SettingValues): Promise<SettingReadings>;
  };
  readonly faults: {
    /** A rule under a known id takes that one's place. */
    add(rule: NewFault): Promise<FaultReading>;
    list(): readonly FaultReading[];
    remove(id: string): Promise<void>;
  };
  readonly journal: {
    query(query?: JournalQuery): readonly JournalRecord[];
    /** By number, or by the id in an answer's `X-Sosie-Exchange`. */
    read(id: string | number): JournalRecord;
    /** All that is kept, a line a record, without what the host adds: equal for equal calls. */
    canonical(): string;
  };
  /** By vendor and kind, the data set's names and their ids: `data.utick.stocks.hedda`. */
  readonly data: Readonly<Record<string, Names>>;
  agenda(limit?: number): AgendaReading;
  state(vendor: string, table: string, page?: PageRequest): RowsPage;
  row(vendor: string, table: string, id: string): Row;
  invariants(): InvariantReadings;
  /** What a person or machine does behind the vendor's counter; answers what came of it. */
  act(vendor: string, action: string, parameters?: object): Promise<unknown>;
  fork(name: string): Promise<SandboxHandle>;
  reset(): Promise<void>;
  drop(): Promise<void>;
}

export function handleOf(core: Core, name: string): SandboxHandle {
  sandboxNamed(core, name);
  return {
    name,
    ...timeOf(core, name),
    ...readingsOf(core, name),
    get data() {
      return dataNames(core, name);
    },
    settings: {
      get: (vendor) => settingReadings(core, name, vendor),
      set: (vendor, values) => changeSettings(core, name, { vendor, values }),
    },
    faults: {
      add: (rule) => addFaultRule(core, name, rule),
      list: () => faultReadings(core, name),
      remove: (id) => removeFaultRule(core, name, id),
    },
    act: (vendor, action, parameters = {}) => act(core, name, { vendor, action, parameters }),
    fork: async (copy) => handleOf(core, (await forkSandbox(core, name, copy)).name),
    reset: async () => void (await resetSandbox(core, name)),
    drop: () => dropSandbox(core, name),
  };
}

function timeOf(core: Core, name: string): Pick<SandboxHandle, 'clock' | 'agenda'> {
  return {
    clock: {
      now: () => sandboxNamed(core, name).now(core.host()),
      get: () => clockReading(core, name),
      set: (change) => changeClock(core, name, change),
      advance: (target) =>
        advanceClock(core, name, /^P/i.test(target) ? { by: target } : { to: target }),
    },
    agenda: (limit) => agendaReading(core, name, limit),
  };
}

function readingsOf(
  core: Core,
  name: string,
): Pick<SandboxHandle, 'journal' | 'state' | 'row' | 'invariants'> {
  const recordsOf = (query: JournalQuery): readonly JournalRecord[] =>
    journalPage(core, name, query).records;
  return {
    journal: {
      query: (query = {}) => recordsOf(query),
      read: (id) => journalRecord(core, name, String(id)),
      canonical: () => recordsOf({ limit: Infinity }).map(canonicalText).join('\n'),
    },
    state: (vendor, table, page = {}) => rowsPage(core, name, { vendor, table, ...page }),
    row: (vendor, table, id) => rowNamed(core, name, { vendor, table, id }),
    invariants: () => invariantReadings(core, name),
  };
}
