import type { Order as OrderMessage } from '#contracts/utick/index.ts';
import type { UtickEnv } from '#mocks/utick/domain/behaviour.ts';
import { hasPromoCodes } from '#mocks/utick/domain/promo-uses.ts';
import type { Order } from '#mocks/utick/domain/order.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { Links } from '#wire/vendor.ts';
import { dateText, orderLabel, statusMessages } from './mapping.ts';

/** All fields, always: the SDK sends back `""` for what is missing, and so wipes it. */
export const orderMessage = (order: Order, hasPromoCodes: boolean, links: Links): OrderMessage => ({
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
  haspromocodes: hasPromoCodes,
  notes: order.details.notes,
  metadata: order.details.metadata,
});

export const orderAs =
  (draft: UtickDraft, links: Links, { settings }: UtickEnv) =>
  (order: Order): OrderMessage =>
    orderMessage(order, hasPromoCodes(draft, order.id, settings), links);
