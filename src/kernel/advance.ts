import type { AgendaEvent } from './agenda.ts';
import { clockAt, clockHeld, clockOf, putClock, readClock } from './clock.ts';
import type { Instant } from './instant.ts';
import { deliverWaiting, hasWaitingNotifications, type Deliver } from './outbox.ts';
import type { Sandbox } from './sandbox.ts';
import type { ClockSetting } from './system-tables.ts';

/** Where to: an instant, to the next due entry, or until nothing is due any more. */
export type AdvanceTarget = Instant | 'next' | 'idle';

/** A target that depends on where the advance starts: a duration from there. */
export type TargetFrom = (from: Instant) => AdvanceTarget;

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
  /** `idle` gave up: after 100,000 instants something was due still. */
  readonly stopped?: 'limit';
}

const ENTRIES_BETWEEN_PAUSES = 200;
const MOST_EVENTS = 1000;
/** `idle` gives up here: a vendor may repeat something for ever. */
const MOST_IDLE_INSTANTS = 100_000;

interface Walk {
  readonly sandbox: Sandbox;
  readonly ports: AdvancePorts;
  /** As it was before: callers see it held at each instant. */
  readonly clock: ClockSetting;
  here: Instant;
  sincePause: number;
}

interface Tally {
  readonly events: AgendaEvent[];
  readonly counts: Record<string, number>;
  total: number;
}

/**
 * Lets time pass. At each instant: runs what is due, releases the lane, delivers what was emitted,
 * tells the vendor how that went at that instant, and goes on. Calls that arrive meanwhile see it.
 */
export async function advance(
  sandbox: Sandbox,
  asked: AdvanceTarget | TargetFrom,
  ports: AdvancePorts,
): Promise<Advanced> {
  return sandbox.advances.run(async () => {
    const from = sandbox.now(ports.host());
    const target = typeof asked === 'function' ? asked(from) : asked;
    const clock = clockOf(sandbox.state);
    const tally: Tally = { events: [], counts: {}, total: 0 };
    const walk: Walk = { sandbox, ports, clock, here: from, sincePause: 0 };
    // Calls that arrive meanwhile settle what is due: that belongs to this advance too.
    const stop = sandbox.onEvent((event) => count(tally, event));
    let stopped: Advanced['stopped'];
    try {
      stopped = await walkTo(target, walk);
      if (typeof target === 'number') walk.here = Math.max(target, walk.here);
    } finally {
      stop();
      const { here } = walk;
      await sandbox.edit((edits) => putClock(edits, clockAt(clock, here, ports.host())));
    }
    const { events, counts, total } = tally;
    const told = { events, counts, total, cursor: events.at(-1)?.journal };
    return { from, to: walk.here, ...told, ...(stopped && { stopped }) };
  });
}

/**
 * What a running clock owes to the host's: runs what fell due up to now as an advance does, and then
 * runs on as before. Who calls meanwhile sees the instant that is being caught up with.
 */
export async function catchUp(sandbox: Sandbox, ports: AdvancePorts): Promise<void> {
  await sandbox.advances.run(async () => {
    const clock = clockOf(sandbox.state);
    const now = readClock(clock, ports.host());
    if (clock.mode === 'frozen' || !sandbox.nextDue(now)) return;
    try {
      await walkTo(now, { sandbox, ports, clock, here: -Infinity, sincePause: 0 });
    } finally {
      await sandbox.edit((edits) => putClock(edits, clock));
    }
  });
}

/** Answers why it stopped before it was there, if it did. */
async function walkTo(target: AdvanceTarget, walk: Walk): Promise<Advanced['stopped']> {
  const { sandbox } = walk;
  const last = typeof target === 'number' ? target : Infinity;
  for (let instants = 0; instants < MOST_IDLE_INSTANTS || target !== 'idle'; instants += 1) {
    const entry = sandbox.nextDue(last);
    if (!entry) return undefined;
    const at = Math.max(walk.here, entry.due);
    walk.here = at;
    await sandbox.edit((edits) => putClock(edits, clockHeld(walk.clock, at)));
    await runInstant(at, walk);
    if (target === 'next') return undefined;
  }
  return sandbox.nextDue(last) && 'limit';
}

async function runInstant(instant: Instant, walk: Walk): Promise<void> {
  const { sandbox, ports } = walk;
  do {
    const most = ENTRIES_BETWEEN_PAUSES - walk.sincePause;
    walk.sincePause += await sandbox.runDue(instant, most);
    if (hasWaitingNotifications(sandbox.state)) {
      await deliverWaiting(sandbox, ports.deliver, ports.host());
    }
    if (walk.sincePause >= ENTRIES_BETWEEN_PAUSES) {
      walk.sincePause = 0;
      await ports.pause();
    }
    // A call in the pause may have scheduled or emitted something at this instant.
  } while (sandbox.nextDue(instant) || hasWaitingNotifications(sandbox.state));
}

function count(tally: Tally, event: AgendaEvent): void {
  const kind = `${event.vendor}.${event.kind}`;
  tally.counts[kind] = (tally.counts[kind] ?? 0) + 1;
  tally.total += 1;
  if (tally.events.length < MOST_EVENTS) tally.events.push(event);
}
