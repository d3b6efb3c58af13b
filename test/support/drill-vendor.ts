import type { Behaviour } from '#kernel/behaviour.ts';
import { MINUTE_MS, type Instant } from '#kernel/instant.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { Command } from '#kernel/system-tables.ts';
import { table, type Row } from '#kernel/table-spec.ts';
import type { VendorCore } from '#kernel/vendor.ts';

/** Written by each entry that ran: when, in which order, and what chance it drew. */
export interface Note extends Row {
  readonly at: Instant;
  readonly order: number;
  readonly drawn: number;
}

export const drillTables = { notes: table<Note>()({}) };

export interface Drill extends Command {
  readonly kind: 'note' | 'refuse' | 'break' | 'chain' | 'every-minute' | 'notify' | 'unheard-of';
  readonly id: string;
  /** Of a chain: how many are still to come. */
  readonly left?: number;
}

export type DrillBehaviour = Behaviour<typeof drillTables, Drill, undefined, string>;

const note: DrillBehaviour = (draft, { id }, env) => {
  const order = draft.next('notes');
  draft.notes.put({ id, at: env.now, order, drawn: env.random.int(0, 1_000_000) });
  return done(undefined);
};

/** A vendor that does what entries of the agenda can do, right and wrong. */
export const drillVendor: VendorCore<typeof drillTables> = {
  name: 'drill',
  tables: drillTables,
  settings: {},
  due: {
    note,
    refuse: (draft, drill, env) => {
      note(draft, drill, env);
      return refused('not today');
    },
    break: (draft, drill, env) => {
      note(draft, drill, env);
      throw new Error('the spring broke');
    },
    /** Schedules the next one for the same instant. */
    chain: (draft, drill: Drill, env) => {
      const left = (drill.left ?? 0) - 1;
      if (left > 0) draft.schedule('chain', env.now, { ...drill, left } as Drill);
      return left > 0 ? done(undefined) : note(draft, drill, env);
    },
    'every-minute': (draft, drill, env) => {
      draft.schedule('minute', env.now + MINUTE_MS, drill);
      return note(draft, drill, env);
    },
    notify: (draft, drill: Drill, env) => {
      draft.emit({ kind: 'drill', method: 'POST', url: 'http://127.0.0.1:9/', body: drill.id });
      return note(draft, drill, env);
    },
  },
  invariants: {},
};
