import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Ticket } from '#contracts/utick/index.ts';
import { ticketPdf } from '#mocks/utick/pages/ticket-pdf.ts';
import { createSosie } from '#server/index.ts';
import { namesOf, utick } from '../../support/utick.ts';
import { OPENING } from './shop.ts';

const order = { label: 'ORD02215619', createdAt: OPENING };

const ticket: Ticket = {
  id: '24249420',
  typeid: 1,
  spectatorlabel: 'LECOMTE Marianne',
  positionlabel: 'D 16',
  categorylabel: 'SERIE UNIQUE - PLEIN TARIF - 65 ANS ET +  /  CARTE PROF FWB',
  entrycount: 1,
  pricelabel: '10,00 €',
  price: 1000,
  orderreference: 'ORD02215619',
  qrcode: '24249420-2215619',
  attractionlabel: 'Edmond',
  eventstarttime: '2023-01-04T19:00:00+01:00',
  eventendtime: null,
  presentinglabel: 'Introduction au spectacle 45 minutes avant le début',
  notes: '',
  venuelabel: 'Théâtre de Liège - Salle de la Grande Main',
  venueaddressL1: 'Place du 20-août 16',
  venueaddressL2: '4000 LIEGE',
  language: 'fr',
  metadata: [],
};

test('each ticket has a page of its own', async () => {
  const second = { ...ticket, id: '24249421', qrcode: '24249421-2215619' };
  const bytes = await ticketPdf(order, [ticket, second]);
  const pdf = await PDFDocument.load(bytes);
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-');
  expect(pdf.getPageCount()).toBe(2);
  expect(pdf.getTitle()).toBe('ORD02215619');
});

test('the same tickets give the same bytes, others do not', async () => {
  const [one, again, other] = await Promise.all(
    ['24249420-2215619', '24249420-2215619', '24249421-2215619'].map((qrcode) =>
      ticketPdf(order, [{ ...ticket, qrcode }]),
    ),
  );
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test('a page for a telephone is narrow', async () => {
  const pdf = await PDFDocument.load(await ticketPdf(order, [ticket], 'mobile'));
  expect(pdf.getPage(0).getSize()).toEqual({ width: 320, height: 568 });
});

test('letters that the fonts do not know do not stop a ticket', async () => {
  const exotic = { ...ticket, spectatorlabel: 'ŁUKASZ 王', attractionlabel: 'Ø'.repeat(200) };
  const pdf = await PDFDocument.load(await ticketPdf(order, [exotic]));
  expect(pdf.getPageCount()).toBe(1);
});

test('an order without tickets gives a page that says which order it is', async () => {
  const pdf = await PDFDocument.load(await ticketPdf(order, []));
  expect(pdf.getPageCount()).toBe(1);
});

test('the buyer opens the PDF behind the link, without credentials', async () => {
  const sosie = await createSosie({ dataset: 'demo', seed: 1, hardened: true });
  const orderid = namesOf(sosie)['orders']?.['lecomte'];
  const { body } = await utick<{ ticket_url: string }>(sosie, {
    method: 'GET',
    path: 'shop/orders/tickets/pdf//',
    fields: { orderid },
  });
  const { pathname: url } = new URL(body.response.ticket_url);
  const page = await sosie.handle({ method: 'GET', url });
  if (page.kind !== 'answer') throw new Error(page.kind);
  expect([page.status, page.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect((await PDFDocument.load(page.body)).getPageCount()).toBe(2);
  const missing = await sosie.handle({ method: 'GET', url: '/utick/tickets/nobody.pdf' });
  expect(missing).toMatchObject({ kind: 'answer', status: 404 });
  await sosie.close();
});
