import { assert } from './defect.ts';
import type { Instant } from './instant.ts';
import type { AgendaEntry, Command, Counter, Notification, OutboxEntry } from './system-tables.ts';
import type { IndexSpecs, Row, TableSpec } from './table-spec.ts';
import type { DraftTable, Edits } from './transaction.ts';

// The row type is known only to each spec: a table is contravariant in it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Tables = Readonly<Record<string, TableSpec<any, any>>>;

type DraftTables<S extends Tables> = {
  readonly [N in keyof S]: S[N] extends TableSpec<infer R extends Row, infer I>
    ? DraftTable<R, I extends IndexSpecs<R> ? I : IndexSpecs<R>>
    : never;
};

/** The overlay a behaviour edits: its vendor's tables, counters, agenda and outbox. */
export type Draft<S extends Tables> = DraftTables<S> & DraftVerbs;

export interface DraftVerbs {
  /** The next number of a counter, from 1. A dropped draft consumes none. */
  next(counter: string): number;
  /** Puts a command on the agenda; a second one under the same key replaces the first. */
  schedule(key: string, at: Instant, command: Command): void;
  unschedule(key: string): void;
  /** Hands a notification to the outbox; it leaves after the commit. */
  emit(notification: Notification): void;
}

/** When a draft is made, and how many agenda entries of that instant led to it, one by one. */
export interface DraftMoment {
  readonly now: Instant;
  readonly depth: number;
}

/** Entries that schedule one another at one instant would never let time pass. */
const LONGEST_CHAIN = 10_000;

/** What a draft has besides its tables; a table of such a name would be hidden by it. */
const RESERVED = ['next', 'schedule', 'unschedule', 'emit', 'vendor', 'edits', 'moment'];

/** Makes the drafts of one vendor: `const draft = draftsOf('utick', tables)(edits, { now, depth })`. */
export function draftsOf<S extends Tables>(vendor: string, tables: S): DraftMaker<S> {
  const known = made.get(tables)?.get(vendor);
  // Made below from these very tables.
  if (known) return known as DraftMaker<S>;
  const maker = newDraftMaker(vendor, tables);
  made.set(tables, new Map(made.get(tables)).set(vendor, maker));
  return maker;
}

type DraftMaker<S extends Tables> = (edits: Edits, moment: DraftMoment) => Draft<S>;

/** One class per vendor in a process, however many sandboxes: engines are fast on one shape. */
const made = new WeakMap<Tables, ReadonlyMap<string, DraftMaker<Tables>>>();

function newDraftMaker<S extends Tables>(vendor: string, tables: S): DraftMaker<S> {
  class VendorDraft extends DraftBase {}
  for (const name of Object.keys(tables)) {
    assert(!RESERVED.includes(name), `a table of ${vendor} cannot be called ${name}`);
    const fullName = `${vendor}.${name}`;
    Object.defineProperty(VendorDraft.prototype, name, {
      get(this: DraftBase) {
        return this.edits.table(fullName);
      },
    });
  }
  // The getters defined above are the tables part of the type.
  return (edits, moment) => new VendorDraft(vendor, edits, moment) as unknown as Draft<S>;
}

class DraftBase implements DraftVerbs {
  readonly vendor: string;
  readonly edits: Edits;
  readonly moment: DraftMoment;

  constructor(vendor: string, edits: Edits, moment: DraftMoment) {
    this.vendor = vendor;
    this.edits = edits;
    this.moment = moment;
  }

  next(counter: string): number {
    return nextOf(this.edits, counterName(this.vendor, counter));
  }

  schedule(key: string, at: Instant, command: Command): void {
    const due = Math.max(at, this.moment.now);
    const depth = due === this.moment.now ? this.moment.depth : 0;
    assert(
      depth <= LONGEST_CHAIN,
      () => `${LONGEST_CHAIN} ${command.kind} in a row at one instant`,
    );
    this.edits.table<AgendaEntry>('agenda').put({
      id: `${this.vendor}:${key}`,
      vendor: this.vendor,
      key,
      due,
      sequence: nextOf(this.edits, 'agenda'),
      depth,
      command,
    });
  }

  unschedule(key: string): void {
    this.edits.table<AgendaEntry>('agenda').drop(`${this.vendor}:${key}`);
  }

  emit(notification: Notification): void {
    const sequence = nextOf(this.edits, 'outbox');
    this.edits.table<OutboxEntry>('outbox').put({
      id: String(sequence),
      vendor: this.vendor,
      sequence,
      emittedAt: this.moment.now,
      notification,
      status: 'waiting',
      attempts: 0,
    });
  }
}

/** Full names are made once: a text put together anew has to be hashed anew. */
const counterNames = new Map<string, Map<string, string>>();

function counterName(vendor: string, counter: string): string {
  const names = counterNames.get(vendor) ?? new Map<string, string>();
  counterNames.set(vendor, names);
  const name = names.get(counter) ?? `${vendor}.${counter}`;
  names.set(counter, name);
  return name;
}

export function nextOf(edits: Edits, counter: string): number {
  const counters = edits.table<Counter>('counters');
  const value = (counters.get(counter)?.value ?? 0) + 1;
  counters.put({ id: counter, value });
  return value;
}
