import { describe, expect, it, test } from 'vitest';
import { updateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import type { SettableStatus } from '#mocks/utick/domain/order.ts';
import { requestProducts } from '#mocks/utick/domain/request-products.ts';
import { issuedTickets, listTicketSets } from '#mocks/utick/domain/ticket-behaviours.ts';
import type { UtickBehaviour } from '#mocks/utick/domain/behaviour.ts';
import { settings as questions, type UtickSettings } from '#mocks/utick/settings.ts';
import { ticketFileOf, ticketUrl } from '#mocks/utick/wire/ticket-file.ts';
import { ticketMessages } from '#mocks/utick/wire/product-message.ts';
import { settingsReader } from '#kernel/settings.ts';
import { NOBODY, openShop, valueOf, type Shop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

type Issued = ReturnType<typeof issuedTickets>;
const issued: UtickBehaviour<
  { orderId: string },
  Extract<Issued, { ok: true }>['value'],
  Extract<Issued, { ok: false }>['failure']
> = (draft, { orderId }, { settings }) => issuedTickets(draft, orderId, settings);

/** Two places of Hedda and one visit, in one order that goes to a status. */
async function orderIn(shop: Shop, status: SettableStatus, contact = 'lecomte'): Promise<string> {
  const requests = [shop.wish('hedda_single_full', 2), shop.wish('visit_single_full', 1)];
  const [product] = valueOf(await shop.ask(requestProducts, { requests }));
  const orderId = product?.orderId ?? '';
  const contactId = shop.id('contacts', contact);
  valueOf(await shop.ask(updateOrder, { orderId, contactId, status, details: {} }));
  return orderId;
}

const setsOf = async (shop: Shop, orderId?: string, contactId?: string) =>
  valueOf(await shop.ask(listTicketSets, { orderId, contactId }));

test('a paid order has a set of tickets for each stock, a ticket for each product', async () => {
  const shop = await openShop();
  const orderId = await orderIn(shop, 'paid');
  const sets = await setsOf(shop, orderId);
  expect(sets.map(({ stockId, tickets }) => [stockId, tickets.length])).toEqual([
    [shop.id('stocks', 'hedda'), 2],
    [shop.id('stocks', 'visit'), 1],
  ]);
});

test('each ticket has its code, the reference of the order and its holder', async () => {
  const shop = await openShop();
  const [set] = await setsOf(shop, await orderIn(shop, 'completed'));
  const { settings } = settingsReader(questions)(undefined);
  const [ticket] = ticketMessages(set?.tickets ?? [], settings);
  expect(ticket).toMatchObject({
    orderreference: 'ORD00000001',
    qrcode: `${ticket?.id}-1`,
    spectatorlabel: 'LECOMTE Marianne',
    categorylabel: 'SERIE UNIQUE - PLEIN TARIF',
    pricelabel: '23,00 €',
    typeid: 1,
    metadata: [],
  });
});

/** From which status on there are tickets, and whether an order in a status has some. */
const readiness = rowsOf(`
  from   status      tickets
  15     creating    no
  15     confirmed   no
  15     paid        yes
  15     completed   yes
  0      creating    yes
  1      creating    no
  1      confirmed   yes
  30     paid        no
  30     completed   yes
`);

describe('tickets', () => {
  it.each(told(readiness, 'from $from on, of an order that is $status: $tickets'))(
    '%s',
    async (_, row) => {
      const ticketsFrom = Number(row['from']) as UtickSettings['ticketsFrom'];
      const shop = await openShop({ settings: { ticketsFrom } });
      const orderId = await orderIn(shop, row['status'] as SettableStatus);
      const isReady = row['tickets'] === 'yes';
      expect(await setsOf(shop, orderId)).toHaveLength(isReady ? 2 : 0);
      const outcome = await shop.ask(issued, { orderId });
      expect(outcome.ok ? 'yes' : outcome.failure.kind).toBe(isReady ? 'yes' : 'tickets-not-ready');
    },
  );
});

test('tickets of a contact are those of all paid orders, a set for each stock', async () => {
  const shop = await openShop();
  await orderIn(shop, 'paid');
  const contactId = shop.id('contacts', 'lecomte');
  const requests = [shop.wish('hedda_single_full', 1)];
  const [product] = valueOf(await shop.ask(requestProducts, { requests }));
  const orderId = product?.orderId ?? '';
  valueOf(await shop.ask(updateOrder, { orderId, contactId, status: 'paid', details: {} }));
  const sets = await setsOf(shop, undefined, contactId);
  expect(sets.map(({ tickets }) => tickets.length)).toEqual([3, 1]);
  expect(await setsOf(shop, orderId, shop.id('contacts', 'denis'))).toEqual([]);
});

test('of an unknown order there are no ticket sets, and no PDF', async () => {
  const shop = await openShop();
  expect(await setsOf(shop, NOBODY)).toEqual([]);
  expect(await setsOf(shop)).toEqual([]);
  expect(await shop.ask(issued, { orderId: NOBODY })).toMatchObject({
    failure: { kind: 'order-unknown' },
  });
});

test('the links to the PDF name the order and the layout', () => {
  const links = { personal: (path: string) => path, service: () => '' };
  const urls = (['sheet', 'mobile'] as const).map((layout) => ticketUrl('O 1', layout, links));
  expect(urls).toEqual(['/tickets/O%201.pdf', '/tickets/O%201.mobile.pdf']);
  expect(ticketFileOf('O 1.pdf')).toEqual({ orderId: 'O 1', layout: 'sheet' });
  expect(ticketFileOf('O 1.mobile.pdf')).toEqual({ orderId: 'O 1', layout: 'mobile' });
  expect(ticketFileOf('O 1.png')).toBeUndefined();
});
