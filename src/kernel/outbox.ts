import type { Instant } from './instant.ts';
import type { Eventually } from './lane.ts';
import type { Sandbox } from './sandbox.ts';
import type { State } from './state.ts';
import type { ModeRow, OutboxEntry, OutboxMode, OutboxStatus } from './system-tables.ts';
import type { Edits } from './transaction.ts';
import type { Delivered, DeliveryResult } from './vendor.ts';

/** How the shell sends one notification; it never throws. */
export type Deliver = (entry: OutboxEntry) => Promise<DeliveryResult>;

const MODE = 'outbox';

export function outboxMode(state: State): OutboxMode {
  const row: ModeRow | undefined = state.table('modes').get(MODE);
  return row?.mode ?? 'send';
}

export function putOutboxMode(edits: Edits, mode: OutboxMode): void {
  edits.table<ModeRow>('modes').put({ id: MODE, mode });
}

export function waitingNotifications(state: State): readonly OutboxEntry[] {
  return state.table('outbox').range('waiting');
}

/** Sends what waits, in order, each answer told to its vendor; `collect` only keeps it. */
export function deliverWaiting(
  sandbox: Sandbox,
  deliver: Deliver,
  receivedAt: Instant,
): Eventually<number> {
  return sandbox.deliveries.run(() => deliverInOrder(sandbox, deliver, receivedAt));
}

async function deliverInOrder(
  sandbox: Sandbox,
  deliver: Deliver,
  receivedAt: Instant,
): Promise<number> {
  let delivered = 0;
  for (;;) {
    const [entry] = waitingNotifications(sandbox.state);
    if (!entry) return delivered;
    if (outboxMode(sandbox.state) === 'collect') {
      await sandbox.edit((edits) => mark(edits, entry, 'collected'));
      continue;
    }
    const delivery = await deliver(entry);
    await recordDelivery(sandbox, entry, { delivery, receivedAt });
    delivered += 1;
  }
}

/** One notification sent by hand, whatever its status. */
export function recordDelivery(
  sandbox: Sandbox,
  entry: OutboxEntry,
  { delivery, receivedAt }: { delivery: DeliveryResult; receivedAt: Instant },
): Eventually<unknown> {
  const vendor = sandbox.universe.vendors.get(entry.vendor);
  if (!vendor) return undefined;
  const command: Delivered = {
    kind: 'delivered',
    delivery,
    reference: entry.notification.reference ?? {},
  };
  return sandbox.command({
    vendor,
    receivedAt,
    kind: 'delivered',
    command: { reference: command.reference, delivery },
    decide: ({ edits, draft, env }) => {
      const result = delivery.ok ? String(delivery.status) : delivery.why;
      mark(edits, entry, delivery.ok ? 'delivered' : 'failed', result);
      vendor.core.delivered?.(draft, command, env);
      return { commit: true, value: undefined };
    },
  });
}

function mark(edits: Edits, entry: OutboxEntry, status: OutboxStatus, result?: string): void {
  const outbox = edits.table<OutboxEntry>('outbox');
  const current = outbox.get(entry.id) ?? entry;
  const attempts = current.attempts + (status === 'collected' ? 0 : 1);
  outbox.put({ ...current, status, attempts, ...(result === undefined ? {} : { result }) });
}
