import { Type, type Static } from '@sinclair/typebox';
import { described, evidence, List, OneOf, xsd } from '#kit/types.ts';
import { Location } from './performance-schemas.ts';
import {
  CurrencyCash,
  Flag,
  Int,
  LongId,
  MainCategory,
  ProductFamily,
  Text,
  Thousandths,
  type,
  VendorDate,
} from './scalars.ts';

const ORDER_TYPES = [
  'SALE',
  'REFUND_CLIENT',
  'REFUND_ORGANIZATION',
  'EXCHANGE_ORGANIZATION',
  'EXCHANGE_CLIENT',
  'RESERVATION',
  'RENEWAL',
  'OPTION',
  'RESERVATION_FREEING',
  'OPTION_FREEING',
  'ST_TRANSFER',
] as const;
export const OrderType = OneOf(ORDER_TYPES);
export const GivenOrderType = evidence(
  'public',
  described('`SALE` is the one that is documented.', OrderType),
);

/** Of charges there is no item, no place and no quota: those fields are not there. */
const OPERATION = {
  operationId: LongId,
  type: evidence(
    'inferred',
    described(
      'Documented is `PRE_SALE`, while the order is open.',
      OneOf(['PRE_SALE', 'SALE', 'RESERVATION', 'OPTION']),
    ),
  ),
  kind: Type.Optional(
    evidence(
      'public',
      described('Of events `SINGLE_ENTRY`; `CHARGE`, of charges, is a guess.', Text),
    ),
  ),
  quantity: Int,
  basePrice: Thousandths,
  unitPrice: Thousandths,
  withoutVatTotalAmount: Thousandths,
  totalAmount: Thousandths,
  productId: Type.Optional(LongId),
  product: Text,
  productCode: Text,
  itemId: Type.Optional(LongId),
  performanceId: Type.Optional(evidence('public', LongId)),
  performance: Type.Optional(evidence('public', Text)),
  eventId: Type.Optional(evidence('public', LongId)),
  contingentId: Type.Optional(LongId),
  contingent: Type.Optional(Text),
  numbered: Flag,
  audienceSubCategoryId: Type.Optional(LongId),
  audienceSubCategory: Type.Optional(Text),
  audienceSubCategoryRank: Type.Optional(Int),
  audienceSubCategoryRequireAttachment: Type.Optional(Flag),
  audienceSubCategoryExternalDescription: Type.Optional(
    described('HTML over SOAP, plain text over REST.', Text),
  ),
  vatRate: xsd('int', Type.Integer({ description: '2100 is 2.1 %.' })),
  vatCountryCode: Text,
  selfPaidVat: Flag,
  operationNumber: xsd('int', Type.Integer({ description: 'From 1 on within the order.' })),
  productFamilyType: Type.Optional(ProductFamily),
  productFamilySubType: Type.Optional(Text),
  itemDisplayExternalDesignation: Text,
  locations: List(Location),
  fileId: LongId,
  waitingAccountBalance: Thousandths,
  season: Type.Optional(Text),
  crossSellParentOperationIds: List(LongId),
  comfortVariableValues: Type.Record(Type.String(), Type.String()),
  includedInShipmentFee: Flag,
  audienceCatId: Type.Optional(LongId),
  exchangeable: Flag,
  catalogCurrency: CurrencyCash,
  isNominative: Flag,
} as const;

export const OperationData = type('OperationData', OPERATION);
export interface OperationData extends Static<typeof OperationData> {}

/** One seat, one place or one unit. */
export const MovementData = type('MovementData', {
  movementId: LongId,
  operationId: LongId,
  type: Type.Optional(
    evidence('public', described('`SEAT`; `AREA`, of a place without number, is a guess.', Text)),
  ),
  seatId: Type.Optional(evidence('public', LongId)),
  seatCategoryId: Type.Optional(evidence('public', LongId)),
  seatCategory: Type.Optional(evidence('public', Text)),
  areaId: Type.Optional(evidence('public', LongId)),
  contingentId: Type.Optional(LongId),
  contingent: Type.Optional(Text),
  startValidityDate: Type.Optional(VendorDate),
  endValidityDate: Type.Optional(VendorDate),
  instanceNumber: Int,
  resumed: Flag,
  attributionMatch: Text,
  transferable: Flag,
  externalReferences: List(Text),
  ticketId: Type.Optional(evidence('guess', LongId)),
  barcode: Type.Optional(evidence('guess', Text)),
  taxNumber: Type.Optional(evidence('guess', Text)),
  ticketState: Type.Optional(
    evidence('guess', OneOf(['VALID', 'CANCELLED', 'NOT_PRINTED', 'INVALIDATED'])),
  ),
  ticketMedium: Type.Optional(
    evidence('guess', OneOf(['CONTENT', 'E_TICKET', 'THERMAL', 'MOBILE'])),
  ),
});
export interface MovementData extends Static<typeof MovementData> {}

export const OrderOriginData = type('OrderOriginData', { toCreateToken: Flag });

export const AudienceCategoryPriceLevel = type('AudienceCategoryPriceLevel', {
  audienceCatId: LongId,
  mainCategory: MainCategory,
});

export const ContactQuality = type('ContactQuality', {
  audienceCategories: List(AudienceCategoryPriceLevel),
  seasonId: LongId,
});

/** Its fields are not public: the list is always empty. */
export const ContiguityData = type('ContiguityData', {
  contiguityId: Type.Optional(evidence('guess', LongId)),
});

const ORDER_UPDATE = {
  orderId: LongId,
  orderState: Type.Optional(evidence('guess', Text)),
  operationDataUpdates: List(OperationData),
  removeOperationIds: List(LongId),
  movementDataUpdates: List(MovementData),
  removeMovementIds: List(LongId),
  mainOperationId: Type.Optional(described('The first operation that the call made.', LongId)),
  generatedContiguities: List(ContiguityData),
  generatedContactQualities: Type.Record(Type.String(), ContactQuality),
  origin: OrderOriginData,
  orderSecretId: Type.String({ description: '`<uuid>_<orderId>`' }),
  catalogCurrency: CurrencyCash,
} as const;

export const OrderUpdateData = type('OrderUpdateData', ORDER_UPDATE);
export interface OrderUpdateData extends Static<typeof OrderUpdateData> {}

/** A charge and what it was calculated for. */
export const LinkOperationData = type('LinkOperationData', {
  operationId: LongId,
  linkedOperationId: LongId,
});

export const OrderDetailsData = type('OrderDetailsData', {
  orderId: LongId,
  orderState: described('`CLOSED` is the only value that is public.', Text),
  orderType: OrderType,
  creationDateTime: VendorDate,
  referenceDate: described('Midnight of the day of sale.', VendorDate),
  expirationDate: Type.Optional(described('Last activity and delay.', VendorDate)),
  saleAmount: Thousandths,
  preSaleAmount: Thousandths,
  reservationAmount: Thousandths,
  optionAmount: Thousandths,
  waitingAccountBalanceAmount: Thousandths,
  operationDatas: List(OperationData),
  movementDatas: List(MovementData),
  linkOperationDatas: Type.Optional(evidence('guess', List(LinkOperationData))),
  catalogCurrency: CurrencyCash,
  contactReference: Type.Optional(Text),
  orderOriginData: OrderOriginData,
  orderOriginator: Text,
  orderSecretId: Text,
  salesChannelCode: Text,
  salesChannelName: Text,
});
export interface OrderDetailsData extends Static<typeof OrderDetailsData> {}
