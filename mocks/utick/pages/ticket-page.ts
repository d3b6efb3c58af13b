import type { Ticket } from '#contracts/utick/index.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { UtickEnv } from '#mocks/utick/domain/behaviour.ts';
import type { FailureOf } from '#mocks/utick/domain/failure.ts';
import { issuedTickets } from '#mocks/utick/domain/ticket-behaviours.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { orderLabel } from '#mocks/utick/wire/mapping.ts';
import { ticketMessages } from '#mocks/utick/wire/product-message.ts';
import type { PrintedOrder } from './ticket-pdf.ts';

/** What the page of an order shows; `ticketPdf` makes a document of it, after the turn. */
export interface TicketPage {
  readonly order: PrintedOrder;
  readonly tickets: readonly Ticket[];
}

interface PageCall {
  readonly params: { readonly order: string };
}

/** Behind the links of `getTicketPdf`: `/tickets/{order}.pdf`. */
export function ticketPage(
  draft: UtickDraft,
  { params }: PageCall,
  { settings }: UtickEnv,
): Outcome<TicketPage, FailureOf<'order-unknown' | 'tickets-not-ready'>> {
  const issued = issuedTickets(draft, params.order, settings);
  if (!issued.ok) return issued;
  const { order, tickets } = issued.value;
  return done({
    order: { label: orderLabel(order.number), createdAt: order.createdAt },
    tickets: ticketMessages(tickets, settings),
  });
}
