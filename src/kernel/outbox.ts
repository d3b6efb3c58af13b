import { assert } from './defect.ts';
import { eventRecord } from './event-record.ts';
import type { Instant } from './instant.ts';
import type { Eventually } from './lane.ts';
import type { Sandbox } from './sandbox.ts';
import type { State } from './state.ts';
import type { ModeRow, OutboxEntry, OutboxMode, OutboxStatus } from './system-tables.ts';
import type { Edits } from './transaction.ts';
import type { Delivered, DeliveryResult } from './vendor.ts';

/** How the shell sends one notification. */
export type Deliver = (entry: OutboxEntry) => Promise<DeliveryResult>;

export interface Delivery {
  readonly delivery: DeliveryResult;
  readonly receivedAt: Instant;
  /** What the sandbox held when it was sent; after a reset it is another. @default what it holds now */
  readonly sentFrom?: State;
}

const MODE = 'outbox';

export function outboxMode(state: State): OutboxMode {
  return state.table<ModeRow>('modes').get(MODE)?.mode ?? 'send';
}

export function putOutboxMode(edits: Edits, mode: OutboxMode): void {
  edits.table<ModeRow>('modes').put({ id: MODE, mode });
}

export function hasWaitingNotifications(state: State): boolean {
  return nextWaiting(state, undefined) !== undefined;
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
  let entry = nextWaiting(sandbox.state, undefined);
  while (entry) {
    const waiting = entry;
    const sentFrom = sandbox.state;
    if (outboxMode(sandbox.state) === 'collect') {
      await sandbox.edit((edits) => mark(edits, waiting, { status: 'collected' }));
    } else {
      const delivery = await resultOf(deliver(waiting));
      await recordDelivery(sandbox, waiting, { delivery, receivedAt, sentFrom });
      delivered += 1;
    }
    // After a reset, notifications are numbered from 1 again.
    entry = nextWaiting(sandbox.state, sandbox.state === sentFrom ? waiting : undefined);
  }
  return delivered;
}

/** In a copy of a sandbox: what waits is its original's to send, else its customer would get it twice. */
export function collectWaiting(edits: Edits): void {
  const waiting = edits.table<OutboxEntry>('outbox').range('waiting');
  for (const entry of waiting) mark(edits, entry, { status: 'collected' });
}

function nextWaiting(state: State, after: OutboxEntry | undefined): OutboxEntry | undefined {
  const page = after ? { after, limit: 1 } : { limit: 1 };
  return state.table<OutboxEntry>('outbox').range('waiting', page)[0];
}

/** A sender that throws has not delivered, whatever it threw. */
async function resultOf(sending: Promise<DeliveryResult>): Promise<DeliveryResult> {
  try {
    return await sending;
  } catch (error) {
    return { ok: false, why: messageOf(error) };
  }
}

/** Notes how one notification was delivered, whatever its status, and tells its vendor. */
export async function recordDelivery(
  sandbox: Sandbox,
  entry: OutboxEntry,
  delivery: Delivery,
): Promise<void> {
  const answered = { ...delivery, sentFrom: delivery.sentFrom ?? sandbox.state };
  try {
    const told = await tellVendor(sandbox, entry, answered);
    if (told !== 'refused') return;
  } catch (error) {
    if (sandbox.state !== answered.sentFrom) return;
    journalDefect(sandbox, entry, { ...delivery, why: messageOf(error) });
  }
  await sandbox.edit((edits) => {
    if (sandbox.state === answered.sentFrom) mark(edits, entry, attemptOf(delivery.delivery));
  });
}

/** The note and what the vendor makes of it are one commit; a refusal keeps neither. */
async function tellVendor(
  sandbox: Sandbox,
  entry: OutboxEntry,
  { delivery, receivedAt, sentFrom }: Required<Delivery>,
): Promise<Told> {
  const vendor = sandbox.universe.vendors.get(entry.vendor);
  assert(vendor, `no vendor ${entry.vendor} for notification ${entry.id}`);
  const reference = entry.notification.reference ?? {};
  const command: Delivered = { kind: 'delivered', delivery, reference };
  const decided = await sandbox.command<Told>({
    vendor,
    receivedAt,
    kind: 'delivered',
    command: { reference, delivery },
    outcome: (told) => told,
    decide: ({ edits, draft, env }) => {
      // Once reset, a sandbox knows nothing of it, whatever has the same number by now.
      const isKnown = sandbox.state === sentFrom && mark(edits, entry, attemptOf(delivery));
      if (!isKnown) return { commit: false, value: 'forgotten' };
      const isRefused = vendor.core.delivered?.(draft, command, env).ok === false;
      return isRefused ? { commit: false, value: 'refused' } : { commit: true, value: 'done' };
    },
  });
  return decided.value;
}

type Told = 'done' | 'refused' | 'forgotten';

function journalDefect(
  sandbox: Sandbox,
  entry: OutboxEntry,
  { delivery, receivedAt, why }: Delivery & { readonly why: string },
): void {
  const command = { reference: entry.notification.reference ?? {}, delivery };
  sandbox.journal.append(
    eventRecord({
      at: sandbox.now(receivedAt),
      vendor: entry.vendor,
      kind: 'delivered',
      outcome: 'defect',
      command,
      changes: [],
      why,
    }),
  );
}

type Attempt = Pick<OutboxEntry, 'status' | 'result'>;

function attemptOf(delivery: DeliveryResult): Attempt {
  const status: OutboxStatus = delivery.ok ? 'delivered' : 'failed';
  return { status, result: delivery.ok ? String(delivery.status) : delivery.why };
}

/** Answers whether the entry is still there. */
function mark(edits: Edits, { id }: OutboxEntry, attempt: Attempt): boolean {
  const outbox = edits.table<OutboxEntry>('outbox');
  const entry = outbox.get(id);
  if (!entry) return false;
  const attempts = entry.attempts + (attempt.status === 'collected' ? 0 : 1);
  outbox.put({ ...entry, ...attempt, attempts });
  return true;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
