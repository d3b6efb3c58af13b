import { Type, type TObject, type TSchema, type TUnknown } from '@sinclair/typebox';
import type { Evidence, HttpMethod, Operation } from '#kit/operation.ts';
import { Id } from '#kit/types.ts';
import { answered, AUTH } from './envelope.ts';

/** Known by method and path only: nothing decides it yet, so its messages stay open. */
export interface Declared extends Operation {
  readonly request: TObject<typeof AUTH>;
  readonly result: TUnknown;
  readonly response: ReturnType<typeof answered<TUnknown>>;
  readonly notBuilt: true;
}

interface Described {
  readonly evidence: Evidence;
  readonly access: string;
}

const documented: Described = { evidence: 'documented', access: 'application' };
const known: Described = { evidence: 'public', access: 'application' };
const scanner: Described = { evidence: 'public', access: 'device' };

const pathParameters = (path: string): Record<string, TSchema> =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, Id]));

const declare =
  (described: Described) =>
  (method: HttpMethod, path: string, summary: string): Declared => {
    const result = Type.Unknown();
    return {
      method,
      path: `/v1/${path}`,
      summary,
      ...described,
      request: Type.Object({ ...pathParameters(path), ...AUTH }),
      result,
      response: answered(result),
      notBuilt: true,
    };
  };

const seed = declare(documented);
const sdk = declare(known);
const device = declare(scanner);

const shop = {
  listPromoCodes: seed('GET', 'shop/promocodes', 'Validates a promo code.'),
  getPromoCode: seed('GET', 'shop/promocodes/{id}', 'One promo code.'),
  attachPromoCode: sdk('POST', 'shop/promocodes/{id}', 'Reprices an order with a promo code.'),
  listTicketSets: seed('GET', 'shop/orders/tickets', 'Tickets of an order, by stock.'),
  getTicketPdf: seed('GET', 'shop/orders/tickets/pdf', 'Links to the PDF tickets of an order.'),
  updateProduct: sdk('PATCH', 'shop/products/{id}', 'Changes a product.'),
  attachProduct: seed(
    'PATCH',
    'shop/products/{id}/attach',
    'Attaches a product to a pack product.',
  ),
  listSuggestedStocks: seed(
    'GET',
    'shop/products/stocks/suggestions/{id}',
    'Stocks suggested beside another.',
  ),
  listPlanCategories: sdk(
    'GET',
    'shop/products/stocks/plancategories/{stockid}',
    'Seats still free, by category.',
  ),
  takeSeat: sdk(
    'PATCH',
    'shop/products/stocks/plancategories/{stockid}',
    'Takes one numbered seat for an order.',
  ),
  adaptStock: sdk('PATCH', 'shop/products/stocks/adapt/{id}', 'Adapts a stock.'),
} as const;

const payments = {
  listCounters: seed('GET', 'shop/counters', 'Counters.'),
  getCounter: seed('GET', 'shop/counters/{id}', 'One counter.'),
  listCounterSessions: sdk('GET', 'shop/counters/sessions', 'Sessions of a counter.'),
  openCounterSession: sdk('POST', 'shop/counters/sessions', 'Opens a session at a counter.'),
  updateCounterSession: sdk('PATCH', 'shop/counters/sessions/{id}', 'Closes a counter session.'),
} as const;

const contacts = {
  listContacts: sdk('GET', 'contacts', 'Contacts, by name, postal code, e-mail or order.'),
  getContact: sdk('GET', 'contacts/{id}', 'One contact.'),
  createContact: sdk('POST', 'contacts', 'Creates a contact.'),
  updateContact: sdk('PATCH', 'contacts/{id}', 'Changes a contact.'),
  listNewsletters: sdk('GET', 'contacts/newsletters', 'Newsletters.'),
  getNewsletter: sdk('GET', 'contacts/newsletters/{id}', 'One newsletter.'),
  subscribeToNewsletter: sdk(
    'POST',
    'contacts/newsletters/{newsletterid}/{contactid}',
    'Subscribes a contact.',
  ),
  unsubscribeFromNewsletter: sdk(
    'DELETE',
    'contacts/newsletters/{newsletterid}/{contactid}',
    'Unsubscribes a contact.',
  ),
} as const;

const agenda = {
  listEvents: sdk('GET', 'agenda/events', 'Events.'),
  getEvent: sdk('GET', 'agenda/events/{id}', 'One event.'),
  updateEvent: sdk('PATCH', 'agenda/events/{id}', 'Changes the status of an event.'),
  duplicateEvent: sdk('POST', 'agenda/events/duplicate/{id}', 'Copies an event.'),
  listAttractions: sdk('GET', 'agenda/attractions', 'Attractions.'),
  getAttraction: sdk('GET', 'agenda/attractions/{id}', 'One attraction.'),
  listAttractionCategories: sdk('GET', 'agenda/attractions/categories', 'Attraction categories.'),
  getAttractionCategory: sdk('GET', 'agenda/attractions/categories/{id}', 'One category.'),
  listTimeSlots: sdk('GET', 'agenda/timeslots', 'Time slots of an event.'),
  getTimeSlot: sdk('GET', 'agenda/timeslots/{id}', 'One time slot.'),
  listVenues: sdk('GET', 'agenda/venues', 'Venues.'),
  getVenue: sdk('GET', 'agenda/venues/{id}', 'One venue.'),
} as const;

const catalogue = {
  listPacks: sdk('GET', 'catalogue/packs', 'Published packs.'),
  getPack: sdk('GET', 'catalogue/packs/{id}', 'One pack.'),
  getPackDetails: sdk('GET', 'catalogue/packs/details/{id}', 'One pack with its sets of stocks.'),
  listStreams: sdk('GET', 'catalogue/streams', 'Streams.'),
  getStream: sdk('GET', 'catalogue/streams/{id}', 'One stream.'),
  checkStreamAccess: sdk(
    'GET',
    'catalogue/streams/{id}/control',
    'Whether a contact or an access code may watch a stream.',
  ),
  listMerchandising: sdk('GET', 'catalogue/merchandising', 'Merchandise.'),
  getMerchandising: sdk('GET', 'catalogue/merchandising/{id}', 'One piece of merchandise.'),
  listMerchandisingCategories: sdk(
    'GET',
    'catalogue/merchandising/categories',
    'Merchandise categories.',
  ),
  getMerchandisingCategory: sdk('GET', 'catalogue/merchandising/categories/{id}', 'One category.'),
  listFinanceItems: sdk('GET', 'catalogue/financeitems', 'Coupons and contributions.'),
  getFinanceItem: sdk('GET', 'catalogue/financeitems/{id}', 'One coupon or contribution.'),
  getFinanceItemDetails: sdk(
    'GET',
    'catalogue/financeitems/details/{id}',
    'One coupon or contribution with its details.',
  ),
  getPlan: sdk('GET', 'catalogue/plans/{id}', 'A seating plan as SVG.'),
} as const;

const accessControl = {
  getDevice: device('GET', 'accesscontrol/deviceinfo', 'The device that scans.'),
  listScannableEvents: device('GET', 'accesscontrol/events', 'Events that the device may scan.'),
  scanEntry: device('PATCH', 'accesscontrol/events/{eventid}/control', 'Lets tickets in.'),
  scanExit: device('DELETE', 'accesscontrol/events/{eventid}/control', 'Lets tickets out.'),
} as const;

const cineville = {
  getCinevillePackProduct: sdk('GET', 'cineville/packproducts', 'The pack product of a customer.'),
  listCinevilleProducts: sdk('GET', 'cineville/products', 'Products of a pack product.'),
  confirmCinevilleProduct: sdk('POST', 'cineville/products/{id}', 'Confirms a product.'),
  cancelCinevilleProduct: sdk('DELETE', 'cineville/products/{id}', 'Cancels a product.'),
  attachCinevilleProduct: sdk('PATCH', 'cineville/products/{id}/attach', 'Attaches a product.'),
  detachCinevilleProduct: sdk('DELETE', 'cineville/products/{id}/attach', 'Detaches a product.'),
} as const;

/** Operations that the vendor has and this double only knows by name. */
export const declared = {
  ...shop,
  ...payments,
  ...contacts,
  ...agenda,
  ...catalogue,
  ...accessControl,
  ...cineville,
} as const;
