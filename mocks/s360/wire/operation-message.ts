import type { MovementData, OperationData } from '#contracts/s360/index.ts';
import { assert } from '#kernel/defect.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Zone } from '#kernel/zone.ts';
import type { Seat } from '#mocks/s360/domain/capacity.ts';
import type {
  AudienceSubCategory,
  Performance,
  Product,
  SeatCategory,
} from '#mocks/s360/domain/catalogue.ts';
import type { Charge, Institution } from '#mocks/s360/domain/institution.ts';
import type { Movement, Operation, Order, Sale } from '#mocks/s360/domain/order.ts';
import { inLanguage } from '#mocks/s360/domain/texts.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import { described, type DescriptionForm } from './description.ts';
import { currencyMessage, dateText, families, idOf } from './mapping.ts';
import { locationMessage } from './offer-message.ts';
import { told } from './told.ts';

/** How an order is told: in which language and form, by which institution. */
export interface Telling {
  readonly draft: S360Draft;
  readonly institution: Institution;
  readonly language: string;
  readonly descriptions: DescriptionForm;
}

/** What stands behind an operation. */
interface Subject {
  readonly operation: Operation;
  readonly order: Order;
  /** Negative: what of it was paid on account. */
  readonly balanceMilli: number;
}

export function operationMessage(telling: Telling, subject: Subject): OperationData {
  const { sale } = subject.operation;
  return sale.kind === 'item'
    ? itemOperation(telling, subject, sale)
    : chargeOperation(telling, subject, sale.chargeId);
}

type ItemSale = Extract<Sale, { kind: 'item' }>;

/** Key order is that of the seed's answer over REST. */
function itemOperation(telling: Telling, subject: Subject, sale: ItemSale): OperationData {
  const { draft, language } = telling;
  const { operation } = subject;
  const { product, showing, space, season, audience } = surroundingsOf(draft, sale);
  const name = inLanguage(product.name, language);
  return told<OperationData>({
    operationId: idOf(operation.id),
    type: typeOf(subject.order),
    kind: showing && 'SINGLE_ENTRY',
    quantity: operation.quantity,
    basePrice: operation.unitMilli,
    unitPrice: operation.unitMilli,
    withoutVatTotalAmount: withoutVatMilli(operation),
    totalAmount: totalMilli(operation),
    productId: idOf(product.id),
    product: name,
    productCode: product.code,
    itemId: idOf(sale.itemId),
    performanceId: showing && idOf(showing.id),
    performance: showing && inLanguage(showing.name, language),
    // An event is the product whose dates its performances are.
    eventId: showing && idOf(product.id),
    contingentId: idOf(sale.contingentId),
    contingent: contingentName(telling, sale),
    numbered: showing?.isNumbered ?? false,
    audienceSubCategoryId: idOf(audience.id),
    audienceSubCategory: inLanguage(audience.name, language),
    audienceSubCategoryRank: audience.rank,
    audienceSubCategoryRequireAttachment: false,
    audienceSubCategoryExternalDescription: audienceDescription(telling, audience),
    vatRate: operation.vatRate,
    vatCountryCode: operation.vatCountry,
    selfPaidVat: false,
    operationNumber: operation.number,
    productFamilyType: families[product.family],
    productFamilySubType: product.subFamily,
    itemDisplayExternalDesignation: name,
    locations: [locationMessage(space)],
    fileId: idOf(operation.fileId),
    waitingAccountBalance: subject.balanceMilli,
    season: inLanguage(season.name, language),
    crossSellParentOperationIds: [],
    comfortVariableValues: {},
    includedInShipmentFee: false,
    audienceCatId: idOf(audience.categoryId),
    exchangeable: product.isExchangeable,
    catalogCurrency: currencyMessage(telling.institution.currency),
    isNominative: product.isNominative,
  });
}

/** Of charges the vendor's material tells that they are operations, and no more. */
function chargeOperation(telling: Telling, subject: Subject, chargeId: string): OperationData {
  const { operation } = subject;
  const charge: Charge | undefined = telling.draft.charges.get(chargeId);
  assert(charge, `operation ${operation.id} is of no charge`);
  const name = inLanguage(charge.name, telling.language);
  return {
    operationId: idOf(operation.id),
    type: typeOf(subject.order),
    kind: 'CHARGE',
    quantity: operation.quantity,
    basePrice: operation.unitMilli,
    unitPrice: operation.unitMilli,
    withoutVatTotalAmount: withoutVatMilli(operation),
    totalAmount: totalMilli(operation),
    product: name,
    productCode: charge.code,
    numbered: false,
    vatRate: operation.vatRate,
    vatCountryCode: operation.vatCountry,
    selfPaidVat: false,
    operationNumber: operation.number,
    itemDisplayExternalDesignation: name,
    locations: [],
    fileId: idOf(operation.fileId),
    waitingAccountBalance: subject.balanceMilli,
    crossSellParentOperationIds: [],
    comfortVariableValues: {},
    includedInShipmentFee: false,
    exchangeable: false,
    catalogCurrency: currencyMessage(telling.institution.currency),
    isNominative: false,
  };
}

/** `PRE_SALE` until the order is closed. */
const typeOf = ({ status }: Order): OperationData['type'] =>
  status === 'closed' ? 'SALE' : 'PRE_SALE';

const VAT_WHOLE = 100_000;

const totalMilli = ({ quantity, unitMilli }: Operation): number => quantity * unitMilli;

/** The price holds its VAT: without it, it is rounded to whole thousandths. */
const withoutVatMilli = (operation: Operation): number =>
  Math.round((totalMilli(operation) * VAT_WHOLE) / (VAT_WHOLE + operation.vatRate));

interface Sold {
  readonly product: Product;
  readonly showing: Performance | undefined;
}

function soldBy(draft: S360Draft, { itemId }: ItemSale): Sold {
  const item = draft.items.get(itemId);
  const product = item && draft.products.get(item.productId);
  assert(product, `item ${itemId} is of no product`);
  const { performanceId } = item;
  const showing = performanceId === undefined ? undefined : draft.performances.get(performanceId);
  return { product, showing };
}

function surroundingsOf(draft: S360Draft, sale: ItemSale) {
  const sold = soldBy(draft, sale);
  const space = draft.spaces.get(sold.product.spaceId);
  const season = draft.seasons.get(sold.product.seasonId);
  const audience = draft.audienceSubCategories.get(sale.audienceSubCategoryId);
  assert(space && season && audience, `product ${sold.product.id} is nowhere or for nobody`);
  return { space, season, audience, ...sold };
}

function contingentName({ draft, language }: Telling, { contingentId }: ItemSale): string {
  const contingent = draft.contingents.get(contingentId);
  return contingent ? inLanguage(contingent.name, language) : '';
}

function audienceDescription(
  { language, descriptions }: Telling,
  { description }: AudienceSubCategory,
): string | undefined {
  const text = inLanguage(description, language);
  return text === '' ? undefined : described(text, descriptions);
}

export function movementMessage(
  telling: Telling,
  movement: Movement,
  operation: Operation,
): MovementData {
  const { areaId, validFrom, validUntil, ticket } = movement;
  const { zone } = telling.institution;
  const sale = operation.sale.kind === 'item' ? operation.sale : undefined;
  const category = sale && seatCategoryOf(telling, sale);
  const seat = seatOf(telling, movement);
  return told<MovementData>({
    movementId: idOf(movement.id),
    operationId: idOf(movement.operationId),
    type: category && (seat ? 'SEAT' : 'AREA'),
    seatId: seat && idOf(seat.physicalId),
    seatCategoryId: category && idOf(category.id),
    seatCategory: category && inLanguage(category.name, telling.language),
    areaId: givenIdOf(category && areaId),
    contingentId: sale && idOf(sale.contingentId),
    contingent: sale && contingentName(telling, sale),
    startValidityDate: givenDate(validFrom, zone),
    endValidityDate: givenDate(validUntil, zone),
    instanceNumber: movement.instanceNumber,
    resumed: false,
    attributionMatch: 'NO_EXPECTATION',
    transferable: false,
    externalReferences: [],
    ticketId: ticket && idOf(ticket.id),
    barcode: ticket?.barCode,
    taxNumber: ticket?.taxNumber,
    ticketState: ticket && 'VALID',
    ticketMedium: ticket && 'E_TICKET',
  });
}

/** Of a place at a performance. */
function seatCategoryOf({ draft }: Telling, sale: ItemSale): SeatCategory | undefined {
  if (sale.seatCategoryId === undefined) return undefined;
  const { showing } = soldBy(draft, sale);
  return showing?.seatCategories.find(({ id }) => id === sale.seatCategoryId);
}

/** None where places are not numbered: then there is an area alone. */
const seatOf = ({ draft }: Telling, { seatId }: Movement): Seat | undefined =>
  seatId === undefined ? undefined : draft.seats.get(seatId);

const givenIdOf = (id: string | undefined): number | undefined =>
  id === undefined ? undefined : idOf(id);

const givenDate = (instant: Instant | undefined, zone: Zone): string | undefined =>
  instant === undefined ? undefined : dateText(instant, zone);
