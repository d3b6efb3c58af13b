import { below, type Control } from './control.ts';

export interface Notification {
  readonly id: string;
  /** What the vendor calls it. */
  readonly type: string;
  readonly vendor: string;
  readonly status: string;
  readonly attempts: number;
  readonly method: string;
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  /** Read when it is JSON, else as text. */
  readonly body: unknown;
  readonly emittedAt: string;
  readonly reference: unknown;
}

const PAGE = 1_000;

interface OutboxEntry {
  readonly id: string;
  readonly vendor: string;
  readonly emittedAt: string;
  readonly status: string;
  readonly attempts: number;
  readonly notification: {
    readonly kind: string;
    readonly method: string;
    readonly url: string;
    readonly body?: string;
    readonly reference?: unknown;
  };
}

/** All that the vendors told their customer's systems, oldest first. */
export async function notificationsOf(
  control: Control,
  name: string,
): Promise<readonly Notification[]> {
  const found: Notification[] = [];
  for (let after = ''; ;) {
    const path = `${below`/sandboxes/${name}/outbox`}?limit=${PAGE}${after}`;
    const page = await control.ask<{ notifications: readonly OutboxEntry[] }>('GET', path);
    found.push(...page.notifications.map(readable));
    const last = page.notifications.at(-1);
    if (!last || page.notifications.length < PAGE) return found;
    after = `&after=${last.id}`;
  }
}

function readable({ notification, ...entry }: OutboxEntry): Notification {
  const { kind, method, url, body, reference } = notification;
  const query = URL.canParse(url) ? Object.fromEntries(new URL(url).searchParams) : {};
  const { id, vendor, emittedAt, status, attempts } = entry;
  return {
    ...{ id, type: kind, vendor, status, attempts, method, url, query, emittedAt },
    body: body === undefined ? null : jsonOr(body),
    reference: reference ?? null,
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
