import { MINUTE_MS, SECOND_MS } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import { assert } from '#kernel/defect.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import type { S360Behaviour, S360Env } from './behaviour.ts';
import type { Order } from './order.ts';
import { keepOrder } from './order-files.ts';
import { operationsOf, movementsOf } from './removing.ts';
import { freePlacesOf } from './places.ts';

export interface ExpireOrder {
  readonly kind: 'expire-order';
  readonly orderId: string;
}

const expiryKey = (orderId: string): string => `expire-order/${orderId}`;

/** Something was done with the order: from now on it may be idle for its channel's delay. */
export function stirred(draft: S360Draft, order: Order, env: S360Env): Order {
  if (order.status === 'validated' && env.settings.validatedExpires === 'never') {
    return { ...settled(draft, order), expiresAt: undefined };
  }
  const channel = draft.salesChannels.get(order.salesChannelId);
  assert(channel, `order ${order.id} came through no channel`);
  const unitMs = env.settings.abandonDelayUnit === 'minutes' ? MINUTE_MS : SECOND_MS;
  const expiresAt = env.now + channel.abandonDelay * unitMs;
  const command: ExpireOrder = { kind: 'expire-order', orderId: order.id };
  draft.schedule(expiryKey(order.id), expiresAt, command);
  return { ...order, expiresAt };
}

/** It is never given up for idleness any more. */
export function settled(draft: S360Draft, order: Order): Order {
  draft.unschedule(expiryKey(order.id));
  return order;
}

/** A look at an order keeps it alive only where that is set; the first one starts its time. */
export function looked(draft: S360Draft, order: Order, env: S360Env): Order {
  if (order.status !== 'open' && order.status !== 'validated') return order;
  const isFirst = order.expiresAt === undefined && order.status === 'open';
  if (env.settings.activity === 'modifying' && !isFirst) return order;
  const stirredOrder = stirred(draft, order, env);
  draft.orders.put(stirredOrder);
  return stirredOrder;
}

/** Its places are free again; what was in it can still be read. */
export function giveUp(
  draft: S360Draft,
  order: Order,
  { status, env }: { readonly status: 'abandoned' | 'expired'; readonly env: S360Env },
): Order {
  for (const { id, sale } of operationsOf(draft, order.id)) {
    const movements = movementsOf(draft, id);
    freePlacesOf(draft, sale.kind === 'item' ? sale.capacityId : undefined, movements);
  }
  return keepOrder(draft, { ...settled(draft, order), status }, env);
}

/** Due at the instant itself: a call at that time finds the order cancelled. */
export const expireOrder: S360Behaviour<ExpireOrder, undefined, never> = (
  draft,
  { orderId },
  env,
) => {
  const order = draft.orders.get(orderId);
  if (order && (order.status === 'open' || order.status === 'validated')) {
    giveUp(draft, order, { status: 'expired', env });
  }
  return done(undefined);
};
