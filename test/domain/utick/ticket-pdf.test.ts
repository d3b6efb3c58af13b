import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Ticket } from '#contracts/utick/index.ts';
import { ticketPdf } from '#mocks/utick/pages/ticket-pdf.ts';
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
