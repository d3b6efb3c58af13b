import type { UtickClient } from '#client/index.ts';
import { hedda, LECOMTE, valueOf } from './shop.ts';

type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A day at the box office, in which each operation that is built is called at least once. */
export async function tour(utick: UtickClient, data: Names): Promise<void> {
  const idOf = (kind: string, name: string): string => data[kind]?.[name] ?? `no ${kind}.${name}`;
  await lookAround(utick, idOf);
  const contactid = await meetCustomers(utick);
  await sell(utick, idOf, contactid);
  await fillPack(utick, idOf);
  await takeBack(utick);
}

type IdOf = (kind: string, name: string) => string;

async function lookAround(utick: UtickClient, idOf: IdOf): Promise<void> {
  const ids = { eventid: idOf('events', 'hedda') };
  await valueOf(utick.ping({ language: 'en' }));
  await valueOf(utick.authenticate());
  await valueOf(utick.listEvents({ limit: 2 }));
  await valueOf(utick.getEvent({ id: ids.eventid }));
  await valueOf(utick.listTimeSlots({ eventid: idOf('events', 'backstage') }));
  await valueOf(utick.getTimeSlot({ id: idOf('timeSlots', 'backstageMorning') }));
  await valueOf(utick.listAttractions({ externalid: 'MOSA-HEDDA' }));
  await valueOf(utick.getAttraction({ id: idOf('attractions', 'hedda') }));
  await valueOf(utick.listVenues());
  await valueOf(utick.getVenue({ id: idOf('venues', 'studio') }));
  await valueOf(utick.listPacks());
  await valueOf(utick.getPack({ id: idOf('packs', 'discovery') }));
  await valueOf(utick.getPackDetails({ id: idOf('packs', 'discovery') }));
  await valueOf(utick.listStocks(ids));
  await valueOf(utick.getStock({ id: hedda.stockid }));
  await valueOf(utick.adaptStock({ id: hedda.stockid }));
  await valueOf(utick.listSuggestedStocks({ id: hedda.stockid }));
  await valueOf(utick.listPlanCategories({ stockid: idOf('stocks', 'edmond') }));
  await valueOf(utick.listCounters());
  await valueOf(utick.getCounter({ id: idOf('counters', 'main') }));
  await valueOf(utick.listPaymentMethods());
  await valueOf(utick.getPaymentMethod({ id: idOf('paymentMethods', 'cash') }));
}

async function meetCustomers(utick: UtickClient): Promise<string> {
  await valueOf(utick.listContacts({ email: 'marianne.lecomte@example.com' }));
  await valueOf(utick.getContact({ id: LECOMTE }));
  const contact = await valueOf(utick.createContact({ lastname: 'Dupont', firstname: 'Anne' }));
  await valueOf(utick.updateContact({ id: contact.id, city: 'Liège' }));
  return contact.id;
}

async function sell(utick: UtickClient, idOf: IdOf, contactid: string): Promise<void> {
  const [code] = await valueOf(
    utick.validatePromoCode({ label: 'SUPERPROMO', stockid: hedda.stockid }),
  );
  await valueOf(utick.getPromoCode({ id: code?.id ?? '' }));
  const order = await valueOf(utick.createOrder({ notes: 'Row A, please' }));
  const request = { ...hedda, quantity: 2, orderid: order.id };
  const [product] = await valueOf(utick.requestProducts({ requests: [request] }));
  await valueOf(utick.getProduct({ id: product?.id ?? '' }));
  await valueOf(utick.updateProduct({ id: product?.id ?? '' }));
  await valueOf(utick.attachPromoCode({ id: code?.id ?? '', orderid: order.id }));
  await valueOf(utick.takeSeat({ ...(await freeSeat(utick, idOf)), orderid: order.id }));
  await valueOf(utick.confirmOrder({ id: order.id, contactid }));
  await pay(utick, idOf, order.id);
  await valueOf(utick.updateOrder({ id: order.id, notes: 'Paid at the desk' }));
  await valueOf(utick.listTicketSets({ orderid: order.id }));
  await valueOf(utick.getTicketPdf({ orderid: order.id }));
  await valueOf(utick.listOrders({ contactid }));
  await valueOf(utick.getOrder({ id: order.id }));
}

async function freeSeat(
  utick: UtickClient,
  idOf: IdOf,
): Promise<{ readonly stockid: string; readonly planseatid: string }> {
  const stockid = idOf('stocks', 'edmond');
  const [category] = await valueOf(utick.listPlanCategories({ stockid }));
  return { stockid, planseatid: category?.seatids[0] ?? 'no free seat' };
}

async function pay(utick: UtickClient, idOf: IdOf, orderid: string): Promise<void> {
  const cash = { orderid, paymentmethodid: idOf('paymentMethods', 'cash') };
  const payment = await valueOf(utick.createPayment({ ...cash, value: { amount: 100 } }));
  await valueOf(utick.updatePayment({ id: payment.id, value: { amount: 200 } }));
  await valueOf(utick.getPayment({ id: payment.id }));
  await valueOf(utick.deletePayment({ id: payment.id }));
  await valueOf(utick.updateMolliePayment({ orderid, molliepaymentid: 'tr_tour' }));
  await valueOf(utick.listPayments({ orderid }));
}

async function fillPack(utick: UtickClient, idOf: IdOf): Promise<void> {
  const pack = {
    quantity: 1,
    stockid: idOf('stocks', 'discoveryPack'),
    categoryid: idOf('categories', 'discoveryPack_single'),
    priceid: idOf('prices', 'discoveryPack_single_full'),
  };
  const products = await valueOf(
    utick.requestProducts({ requests: [pack, { ...hedda, quantity: 1 }] }),
  );
  const isPack = (product: { readonly stockid: string }): boolean =>
    product.stockid === pack.stockid;
  const mainproductid = products.find(isPack)?.id ?? '';
  const id = products.find((product) => !isPack(product))?.id ?? '';
  await valueOf(utick.attachProduct({ id, mainproductid }));
  await valueOf(utick.listProducts({ mainproductid }));
}

async function takeBack(utick: UtickClient): Promise<void> {
  const [first] = await valueOf(utick.requestProducts({ requests: [{ ...hedda, quantity: 3 }] }));
  const orderid = first?.orderid ?? '';
  await valueOf(utick.deleteProduct({ id: first?.id ?? '' }));
  await valueOf(utick.deleteProducts({ orderid }));
  await valueOf(utick.clearOrder({ id: orderid }));
  await valueOf(utick.cancelOrder({ id: orderid }));
}
