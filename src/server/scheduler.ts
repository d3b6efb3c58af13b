import { clockOf, readClock } from '#kernel/clock.ts';
import type { Instant } from '#kernel/instant.ts';
import { deliverWaiting, hasWaitingNotifications, type Deliver } from '#kernel/outbox.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { Sandboxes } from '#kernel/sandboxes.ts';
import type { RowChange } from '#kernel/table.ts';

export interface SchedulerParts {
  readonly sandboxes: () => Sandboxes;
  readonly host: () => Instant;
  readonly deliver: Deliver;
  readonly onDefect: (error: unknown) => void;
}

/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const IDLE_CHECK_MS = 60_000;

/** What happens by itself: running clocks reach what is due, notifications leave, the idle go. */
export class Scheduler {
  readonly #parts: SchedulerParts;
  #timer: NodeJS.Timeout | undefined;
  #wakesAt = Infinity;
  /** Something is to be sent there once time is not being advanced any more. */
  readonly #postponed = new WeakSet<Sandbox>();
  readonly #idleCheck: NodeJS.Timeout;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
    this.#idleCheck = setInterval(() => {
      parts.sandboxes().expire(parts.host()).catch(parts.onDefect);
    }, IDLE_CHECK_MS).unref();
  }

  /** A new sandbox may have something due already. */
  watch(sandbox: Sandbox): void {
    this.#wakeFor(sandbox);
    this.#send(sandbox);
  }

  committed(sandbox: Sandbox, changes: readonly RowChange[]): void {
    for (const { table, before } of changes) {
      if (table === 'agenda' || table === 'clock') this.#wakeFor(sandbox);
      if (table === 'outbox' && !before) this.#send(sandbox);
    }
  }

  /** One timer for the process, set to the earliest entry of any running clock. */
  #wakeFor(sandbox: Sandbox): void {
    const clock = clockOf(sandbox.state);
    if (clock.mode === 'frozen') return;
    const entry = sandbox.nextDue(Infinity);
    if (!entry) return;
    const at = entry.due - clock.offsetMs;
    if (at >= this.#wakesAt) return;
    this.#wakesAt = at;
    clearTimeout(this.#timer);
    const delay = Math.min(Math.max(at - this.#parts.host(), 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => void this.#wake(), delay).unref();
  }

  async #wake(): Promise<void> {
    this.#wakesAt = Infinity;
    const { sandboxes, host, onDefect } = this.#parts;
    for (const name of sandboxes().names) {
      const sandbox = sandboxes().get(name);
      if (!sandbox) continue;
      const clock = clockOf(sandbox.state);
      if (clock.mode === 'frozen') continue;
      try {
        const now = readClock(clock, host());
        if (sandbox.nextDue(now)) await sandbox.runDue(now);
      } catch (error) {
        onDefect(error);
      }
      this.#wakeFor(sandbox);
    }
  }

  #send(sandbox: Sandbox): void {
    if (!hasWaitingNotifications(sandbox.state) || this.#postponed.has(sandbox)) return;
    if (!sandbox.advances.busy) return this.#deliver(sandbox);
    // While time is being advanced, the advance itself delivers at each instant: see what it left.
    this.#postponed.add(sandbox);
    void sandbox.advances.run(() => {
      this.#postponed.delete(sandbox);
      if (hasWaitingNotifications(sandbox.state)) this.#deliver(sandbox);
    });
  }

  #deliver(sandbox: Sandbox): void {
    const { deliver, host, onDefect } = this.#parts;
    queueMicrotask(() => {
      Promise.resolve(deliverWaiting(sandbox, deliver, host())).catch(onDefect);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#idleCheck);
  }
}
