import type { MovementData, OperationData } from '#contracts/s360/index.ts';
import { assert } from '#kernel/defect.ts';
import type { Zone } from '#kernel/zone.ts';
import type { Performance, Product, SeatCategory } from '#mocks/s360/domain/catalogue.ts';
import type { Charge, Institution } from '#mocks/s360/domain/institution.ts';
import type { Movement, Operation, Order, Sale } from '#mocks/s360/domain/order.ts';
import { inLanguage } from '#mocks/s360/domain/texts.ts';
import type { S360Draft } from '#mocks/s360/state.ts';
import { described, type DescriptionForm } from './description.ts';
import { currencyMessage, dateText, families, idOf } from './mapping.ts';
import { locationMessage } from './offer-message.ts';

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
  const { product, showing } = soldBy(draft, sale);
  const name = inLanguage(product.name, language);
  const space = draft.spaces.get(product.spaceId);
  const season = draft.seasons.get(product.seasonId);
  assert(space && season, `product ${product.id} is nowhere`);
  return {
    operationId: idOf(operation.id),
    type: typeOf(subject.order),
    ...(showing ? { kind: 'SINGLE_ENTRY' } : {}),
    quantity: operation.quantity,
    ...amounts(operation),
    productId: idOf(product.id),
    product: name,
    productCode: product.code,
    itemId: idOf(sale.itemId),
    ...performanceFields(telling, product, showing),
    ...contingentFields(telling, sale),
    numbered: showing?.isNumbered ?? false,
    ...audienceFields(telling, sale),
    ...vatFields(operation),
    operationNumber: operation.number,
    productFamilyType: families[product.family],
    ...(product.subFamily === undefined ? {} : { productFamilySubType: product.subFamily }),
    itemDisplayExternalDesignation: name,
    locations: [locationMessage(space)],
    fileId: idOf(operation.fileId),
    waitingAccountBalance: subject.balanceMilli,
    season: inLanguage(season.name, language),
    crossSellParentOperationIds: [],
    comfortVariableValues: {},
    includedInShipmentFee: false,
    audienceCatId: audienceCategoryOf(draft, sale),
    exchangeable: product.isExchangeable,
    catalogCurrency: currencyMessage(telling.institution.currency),
    isNominative: product.isNominative,
  };
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
    ...amounts(operation),
    product: name,
    productCode: charge.code,
    numbered: false,
    ...vatFields(operation),
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

/** The price holds its VAT: without it, it is rounded to whole thousandths. */
function amounts({ quantity, unitMilli, vatRate }: Operation) {
  const totalMilli = quantity * unitMilli;
  const withoutVatMilli = Math.round((totalMilli * VAT_WHOLE) / (VAT_WHOLE + vatRate));
  return {
    basePrice: unitMilli,
    unitPrice: unitMilli,
    withoutVatTotalAmount: withoutVatMilli,
    totalAmount: totalMilli,
  };
}

const vatFields = ({ vatRate, vatCountry }: Operation) => ({
  vatRate,
  vatCountryCode: vatCountry,
  selfPaidVat: false,
});

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

/** An event is the product whose dates its performances are. */
const performanceFields = (
  { language }: Telling,
  product: Product,
  showing: Performance | undefined,
) =>
  showing
    ? {
        performanceId: idOf(showing.id),
        performance: inLanguage(showing.name, language),
        eventId: idOf(product.id),
      }
    : {};

function contingentFields({ draft, language }: Telling, { contingentId }: ItemSale) {
  const contingent = draft.contingents.get(contingentId);
  return {
    contingentId: idOf(contingentId),
    contingent: contingent ? inLanguage(contingent.name, language) : '',
  };
}

function audienceFields(
  { draft, language, descriptions }: Telling,
  { audienceSubCategoryId }: ItemSale,
) {
  const audience = draft.audienceSubCategories.get(audienceSubCategoryId);
  assert(audience, `there is no audience sub-category ${audienceSubCategoryId}`);
  const description = inLanguage(audience.description, language);
  return {
    audienceSubCategoryId: idOf(audience.id),
    audienceSubCategory: inLanguage(audience.name, language),
    audienceSubCategoryRank: audience.rank,
    audienceSubCategoryRequireAttachment: false,
    ...(description === ''
      ? {}
      : { audienceSubCategoryExternalDescription: described(description, descriptions) }),
  };
}

const audienceCategoryOf = (draft: S360Draft, { audienceSubCategoryId }: ItemSale): number =>
  idOf(draft.audienceSubCategories.get(audienceSubCategoryId)?.categoryId ?? '0');

export function movementMessage(
  telling: Telling,
  movement: Movement,
  operation: Operation,
): MovementData {
  const { sale } = operation;
  const { zone } = telling.institution;
  return {
    movementId: idOf(movement.id),
    operationId: idOf(movement.operationId),
    ...(sale.kind === 'item' ? placeFields(telling, movement, sale) : {}),
    ...(sale.kind === 'item' ? contingentFields(telling, sale) : {}),
    ...validityFields(movement, zone),
    instanceNumber: movement.instanceNumber,
    resumed: false,
    attributionMatch: 'NO_EXPECTATION',
    transferable: false,
    externalReferences: [],
    ...ticketFields(movement),
  };
}

/** Of a place at a performance: its seat, or the area where it is not numbered. */
function placeFields({ draft, language }: Telling, { seatId, areaId }: Movement, sale: ItemSale) {
  const { showing } = soldBy(draft, sale);
  const category: SeatCategory | undefined = showing?.seatCategories.find(
    ({ id }) => id === sale.seatCategoryId,
  );
  if (!category) return {};
  const seat = seatId === undefined ? undefined : draft.seats.get(seatId);
  return {
    type: seat ? 'SEAT' : 'AREA',
    ...(seat ? { seatId: idOf(seat.physicalId) } : {}),
    seatCategoryId: idOf(category.id),
    seatCategory: inLanguage(category.name, language),
    ...(areaId === undefined ? {} : { areaId: idOf(areaId) }),
  };
}

const validityFields = ({ validFrom, validUntil }: Movement, zone: Zone) => ({
  ...(validFrom === undefined ? {} : { startValidityDate: dateText(validFrom, zone) }),
  ...(validUntil === undefined ? {} : { endValidityDate: dateText(validUntil, zone) }),
});

const ticketFields = ({ ticket }: Movement) =>
  ticket
    ? ({
        ticketId: idOf(ticket.id),
        ...(ticket.barCode === undefined ? {} : { barcode: ticket.barCode }),
        taxNumber: ticket.taxNumber,
        ticketState: 'VALID',
        ticketMedium: 'E_TICKET',
      } as const)
    : {};
