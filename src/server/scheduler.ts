import { catchUp } from '#kernel/advance.ts';
import { clockOf, runningOffset } from '#kernel/clock.ts';
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

const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

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
    const offsetMs = runningOffset(clockOf(sandbox.state));
    if (offsetMs === undefined) return;
    const entry = sandbox.nextDue(Infinity);
    if (!entry) return;
    const at = entry.due - offsetMs;
    if (at >= this.#wakesAt) return;
    this.#wakesAt = at;
    clearTimeout(this.#timer);
    const delay = Math.min(Math.max(at - this.#parts.host(), 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#wake(), delay).unref();
  }

  /** No sandbox waits for what another one has to catch up with. */
  #wake(): void {
    this.#wakesAt = Infinity;
    const sandboxes = this.#parts.sandboxes();
    for (const name of sandboxes.names) {
      const sandbox = sandboxes.get(name);
      if (sandbox) void this.#catchUp(sandbox);
    }
  }

  async #catchUp(sandbox: Sandbox): Promise<void> {
    const { sandboxes, host, deliver, onDefect } = this.#parts;
    const offsetMs = runningOffset(clockOf(sandbox.state));
    if (offsetMs === undefined) return;
    try {
      if (sandbox.nextDue(host() + offsetMs)) {
        await catchUp(sandbox, { host, deliver, pause: breathe });
      }
    } catch (error) {
      // One that was dropped meanwhile owes nothing any more.
      if (sandboxes().get(sandbox.name) !== sandbox) return;
      onDefect(error);
    }
    this.#wakeFor(sandbox);
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
