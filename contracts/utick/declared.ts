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

const sdk = declare(known);
const device = declare(scanner);

const payments = {
  listCounterSessions: sdk('GET', 'shop/counters/sessions', 'Sessions of a counter.'),
  openCounterSession: sdk('POST', 'shop/counters/sessions', 'Opens a session at a counter.'),
  updateCounterSession: sdk('PATCH', 'shop/counters/sessions/{id}', 'Closes a counter session.'),
} as const;

const contacts = {
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
  updateEvent: sdk('PATCH', 'agenda/events/{id}', 'Changes the status of an event.'),
  duplicateEvent: sdk('POST', 'agenda/events/duplicate/{id}', 'Copies an event.'),
  listAttractionCategories: sdk('GET', 'agenda/attractions/categories', 'Attraction categories.'),
  getAttractionCategory: sdk('GET', 'agenda/attractions/categories/{id}', 'One category.'),
} as const;

const catalogue = {
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
  ...payments,
  ...contacts,
  ...agenda,
  ...catalogue,
  ...accessControl,
  ...cineville,
} as const;
