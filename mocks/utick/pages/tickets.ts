import { errors } from '#contracts/utick/errors.ts';
import type { Ticket } from '#contracts/utick/index.ts';
import { done, refused } from '#kernel/outcome.ts';
import { issuedTickets } from '#mocks/utick/domain/ticket-behaviours.ts';
import type { UtickTables } from '#mocks/utick/state.ts';
import { orderLabel } from '#mocks/utick/wire/mapping.ts';
import { ticketMessages } from '#mocks/utick/wire/product-message.ts';
import { ticketFileOf, type TicketLayout } from '#mocks/utick/wire/ticket-file.ts';
import type { UtickVoice } from '#mocks/utick/wire/voice.ts';
import type { Page } from '#wire/vendor.ts';
import { ticketPdf, type PrintedOrder } from './ticket-pdf.ts';

interface IssuedPage {
  readonly order: PrintedOrder;
  readonly tickets: readonly Ticket[];
  readonly layout: TicketLayout;
}

/** Where the links of `getTicketPdf` lead; whoever has the link needs no credentials. */
export const tickets: Page<UtickTables, UtickVoice, IssuedPage> = {
  path: '/tickets/{file}',
  summary: 'The tickets of an order as a PDF, one to a page.',
  evidence: 'guess',
  read: (draft, { params: { file = '' } }, { settings }) => {
    const named = ticketFileOf(file);
    if (!named) return refused({ kind: 'order-unknown', id: file });
    const issued = issuedTickets(draft, named.orderId, settings);
    if (!issued.ok) return issued;
    const { order, tickets } = issued.value;
    return done({
      order: { label: orderLabel(order.number), createdAt: order.createdAt },
      tickets: ticketMessages(tickets, settings),
      layout: named.layout,
    });
  },
  refuse: ({ kind }) => ({ status: errors[kind].status, text: errors[kind].message }),
  render: async ({ order, tickets, layout }) => ({
    contentType: 'application/pdf',
    body: await ticketPdf(order, tickets, layout),
  }),
};
