import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import type { UtickBehaviour } from './behaviour.ts';
import type { FailureOf } from './failure.ts';
import { productsOf } from './holding.ts';
import { statusNumbers, type Order } from './order.ts';
import { ticketed, type Ticketed } from './ticket.ts';

export interface ListTicketSets {
  readonly orderId: string | undefined;
  readonly contactId: string | undefined;
}

/** All tickets of one stock. */
export interface TicketSet {
  readonly stockId: string;
  readonly tickets: readonly Ticketed[];
}

export interface IssuedTickets {
  readonly order: Order;
  readonly tickets: readonly Ticketed[];
}

const isIssued = ({ status }: Order, { ticketsFrom }: UtickSettings): boolean =>
  statusNumbers[status] >= ticketsFrom;

/** Of an order, of all orders of a contact, or of neither: nothing says whose then. */
export const listTicketSets: UtickBehaviour<ListTicketSets, readonly TicketSet[], never> = (
  draft,
  command,
  { settings },
) => {
  const products = ordersOf(draft, command)
    .filter((order) => isIssued(order, settings))
    .flatMap(({ id }) => productsOf(draft, id));
  const sets = new Map<string, Ticketed[]>();
  for (const ticket of ticketed(draft, products)) {
    const { id } = ticket.offer.stock;
    const tickets = sets.get(id);
    if (tickets) tickets.push(ticket);
    else sets.set(id, [ticket]);
  }
  return done([...sets].map(([stockId, tickets]) => ({ stockId, tickets })));
};

function ordersOf(draft: UtickDraft, { orderId, contactId }: ListTicketSets): readonly Order[] {
  if (orderId === undefined) {
    return contactId === undefined ? [] : draft.orders.where('byContact', contactId);
  }
  const order = draft.orders.get(orderId);
  const isSought = order && (contactId === undefined || order.contactId === contactId);
  return isSought ? [order] : [];
}

/** What the links lead to, and what decides whether there are links. */
export function issuedTickets(
  draft: UtickDraft,
  orderId: string,
  settings: UtickSettings,
): Outcome<IssuedTickets, FailureOf<'order-unknown' | 'tickets-not-ready'>> {
  const order = draft.orders.get(orderId);
  if (!order) return refused({ kind: 'order-unknown', id: orderId });
  if (!isIssued(order, settings)) {
    return refused({ kind: 'tickets-not-ready', status: order.status });
  }
  return done({ order, tickets: ticketed(draft, productsOf(draft, orderId)) });
}
