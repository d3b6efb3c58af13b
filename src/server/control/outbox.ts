import { formatInstant } from '#kernel/instant.ts';
import { outboxMode, putOutboxMode, recordDelivery } from '#kernel/outbox.ts';
import type { Notification, OutboxEntry, OutboxStatus } from '#kernel/system-tables.ts';
import type { Core } from '../core.ts';
import { sandboxNamed } from './named.ts';
import { notBuilt, unknown } from './problem.ts';

export const outboxModes = ['send', 'collect', 'drop', 'duplicate', 'reorder'] as const;
export type AskedMode = (typeof outboxModes)[number];

export interface NotificationReading {
  readonly id: string;
  readonly vendor: string;
  readonly emittedAt: string;
  readonly status: OutboxStatus;
  readonly attempts: number;
  readonly result?: string;
  readonly notification: Notification;
}

export interface OutboxReading {
  readonly mode: AskedMode;
  readonly total: number;
  readonly notifications: readonly NotificationReading[];
}

const DEFAULT_LIMIT = 100;

/** What the vendors told their customer's systems, oldest first. */
export function outboxReading(
  core: Core,
  name: string,
  { after, limit = DEFAULT_LIMIT }: { readonly after?: number; readonly limit?: number } = {},
): OutboxReading {
  const { state } = sandboxNamed(core, name);
  const outbox = state.table<OutboxEntry>('outbox');
  const page = { limit, ...(after === undefined ? {} : { from: after + 1 }) };
  return {
    mode: outboxMode(state),
    total: outbox.count,
    notifications: outbox.range('bySequence', page).map(readable),
  };
}

/** Sends one now, whatever its status: a second time, or the first for a collected one. */
export async function deliverNotification(
  core: Core,
  name: string,
  id: string,
): Promise<NotificationReading> {
  const sandbox = sandboxNamed(core, name);
  const entryNow = () => sandbox.state.table<OutboxEntry>('outbox').get(id);
  const entry = entryNow();
  if (!entry) throw unknown('notification', id, []);
  await sandbox.deliveries.run(async () => {
    const sentFrom = sandbox.state;
    const delivery = await core.deliver(entry);
    await recordDelivery(sandbox, entry, { delivery, receivedAt: core.host(), sentFrom });
  });
  return readable(entryNow() ?? entry);
}

export async function changeOutboxMode(core: Core, name: string, mode: AskedMode): Promise<void> {
  const sandbox = sandboxNamed(core, name);
  if (mode !== 'send' && mode !== 'collect') throw notBuilt(`outbox mode "${mode}"`);
  await sandbox.edit((edits) => putOutboxMode(edits, mode));
}

const readable = (entry: OutboxEntry): NotificationReading => {
  const { id, vendor, emittedAt, status, attempts, result, notification } = entry;
  return {
    ...{ id, vendor, emittedAt: formatInstant(emittedAt), status, attempts },
    ...(result === undefined ? {} : { result }),
    notification,
  };
};
