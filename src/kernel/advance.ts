import type { AgendaEvent } from './agenda.ts';
import { clockAt, clockOf, putClock } from './clock.ts';
import type { Instant } from './instant.ts';
import { deliverWaiting, waitingNotifications, type Deliver } from './outbox.ts';
import type { Sandbox } from './sandbox.ts';

/** Where to: an instant, to the next due entry, or until nothing is due any more. */
export type AdvanceTarget = Instant | 'next' | 'idle';

export interface AdvancePorts {
  readonly deliver: Deliver;
  /** Lets the process do other work; called every few entries. */
  readonly pause: () => Promise<void>;
  readonly host: () => Instant;
}

export interface Advanced {
  readonly from: Instant;
  readonly to: Instant;
  /** The first thousand, in order. */
  readonly events: readonly AgendaEvent[];
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  /** Journal number of the last event told in `events`: the rest follows it. */
  readonly cursor: number | undefined;
}

const ENTRIES_BETWEEN_PAUSES = 200;
const MOST_EVENTS = 1000;
/** `idle` gives up here: a vendor may repeat something for ever. */
const MOST_IDLE_INSTANTS = 100_000;

/**
 * Lets time pass. At each instant: runs what is due, releases the lane, delivers what was emitted,
 * tells the vendor how that went at that instant, and goes on. Calls that arrive meanwhile see it.
 */
export async function advance(
  sandbox: Sandbox,
  target: AdvanceTarget,
  ports: AdvancePorts,
): Promise<Advanced> {
  return sandbox.advances.run(async () => {
    const from = sandbox.now(ports.host());
    const clock = clockOf(sandbox.state);
    const walk: Walk = { tally: newTally(), ports, here: from };
    try {
      await walkTo(sandbox, target, walk);
    } finally {
      const to = typeof target === 'number' ? Math.max(target, walk.here) : walk.here;
      walk.here = to;
      await sandbox.edit((edits) => putClock(edits, clockAt(clock, to, ports.host())));
    }
    const { events, counts, total } = walk.tally;
    return { from, to: walk.here, events, counts, total, cursor: events.at(-1)?.journal };
  });
}

async function walkTo(sandbox: Sandbox, target: AdvanceTarget, walk: Walk): Promise<void> {
  const last = typeof target === 'number' ? target : Infinity;
  for (let instants = 0; instants < MOST_IDLE_INSTANTS || target !== 'idle'; instants += 1) {
    const entry = sandbox.nextDue(last);
    if (!entry) return;
    walk.here = Math.max(walk.here, entry.due);
    const at = walk.here;
    await sandbox.edit((edits) => putClock(edits, { mode: 'frozen', at }));
    await runInstant(sandbox, at, walk);
    if (target === 'next') return;
  }
}

interface Walk {
  readonly tally: Tally;
  readonly ports: AdvancePorts;
  here: Instant;
}

interface Tally {
  readonly events: AgendaEvent[];
  readonly counts: Record<string, number>;
  total: number;
}

const newTally = (): Tally => ({ events: [], counts: {}, total: 0 });

function count(tally: Tally, event: AgendaEvent): void {
  const kind = `${event.vendor}.${event.kind}`;
  tally.counts[kind] = (tally.counts[kind] ?? 0) + 1;
  tally.total += 1;
  if (tally.events.length < MOST_EVENTS) tally.events.push(event);
}

async function runInstant(
  sandbox: Sandbox,
  instant: Instant,
  { tally, ports }: Walk,
): Promise<void> {
  for (;;) {
    const ran = await sandbox.runDue(
      instant,
      (event) => count(tally, event),
      ENTRIES_BETWEEN_PAUSES,
    );
    if (waitingNotifications(sandbox.state).length > 0) {
      await deliverWaiting(sandbox, ports.deliver, ports.host());
    }
    if (ran < ENTRIES_BETWEEN_PAUSES && !sandbox.nextDue(instant)) return;
    await ports.pause();
  }
}
