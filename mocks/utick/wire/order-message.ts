import type { Order as OrderMessage } from '#contracts/utick/index.ts';
import type { Order } from '#mocks/utick/domain/order.ts';
import type { Links } from '#wire/vendor.ts';
import { dateText, orderLabel, statusMessages } from './mapping.ts';

/** All fields, always: the SDK sends back `""` for what is missing, and so wipes it. */
export const orderMessage = (order: Order, links: Links): OrderMessage => ({
  id: order.id,
  label: orderLabel(order.number),
  created: dateText(order.createdAt),
  expires: dateText(order.expiresAt),
  contactid: order.contactId ?? '',
  info_url: links.personal(`/?module=INFOMODULE&oid=${encodeURIComponent(order.id)}`),
  status: statusMessages[order.status],
  name: order.details.name,
  language: order.details.language,
  country: order.details.country,
  postalcode: order.details.postalCode,
  automaticcancel: order.details.automaticCancel,
  haspromocodes: false,
  notes: order.details.notes,
  metadata: order.details.metadata,
});

export const orderMessages =
  (links: Links) =>
  (orders: readonly Order[]): readonly OrderMessage[] =>
    orders.map((order) => orderMessage(order, links));
