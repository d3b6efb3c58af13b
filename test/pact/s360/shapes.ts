import { MatchersV3 } from '@pact-foundation/pact';
import type {
  Location,
  MovementData,
  OperationData,
  OrderDetailsData,
  OrderUpdateData,
} from '#contracts/s360/index.ts';
import { id, keys, some, text, whole, yesOrNo, type Part, type Parts } from '../matching.ts';
import { examples } from './examples.ts';

/** Empty or not: the client relies on nothing in it. */
export const anyList = (): Part => keys([]);
/** An id, which is a number for the vendor. */
export const number = (example: string): Part => whole(Number(example));
/** An object of whatever keys. */
export const anyKeys = (): Part => keys();
export const date = (example = '2026-03-04T10:00:00.000+01:00'): Part =>
  MatchersV3.regex(
    '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}[+-]\\d{2}:\\d{2}$',
    example,
  );
/** One of a list that may yet grow. */
export const word = (example: string): Part => MatchersV3.regex('^[A-Z_]+$', example);

export const translated = (example = 'Example'): Part => ({
  translations: some({ locale: id('fr'), value: id(example) }),
});

export const currency: Part = {
  currencyCode: id('EUR'),
  symbol: text('€'),
  fractionDigit: whole(2),
  minAmount: whole(10),
};

export const location: Parts<Location> = {
  spaceCode: id('SPACE'),
  siteCode: id('SITE'),
  spaceExternalName: translated(),
  siteExternalName: translated(),
  siteAddress: {
    firstAddressLine: text('1 rue de l’Exemple'),
    zipCode: text('75007'),
    locality: text('Paris'),
    countryCode: text('FR'),
  },
};

/** A line of an order. What it costs is what the client relies on most. */
export const operation = (own: Partial<Record<keyof OperationData, Part>> = {}): Part =>
  ({
    operationId: number(examples.operationId),
    type: word('PRE_SALE'),
    quantity: whole(2),
    basePrice: whole(17_000),
    unitPrice: whole(17_000),
    withoutVatTotalAmount: whole(34_000),
    totalAmount: whole(34_000),
    product: text('Example'),
    productCode: text('EXAMPLE'),
    numbered: yesOrNo(),
    vatRate: whole(0),
    vatCountryCode: text('FR'),
    selfPaidVat: yesOrNo(),
    operationNumber: whole(1),
    itemDisplayExternalDesignation: text('Example'),
    locations: anyList(),
    fileId: whole(9_486),
    waitingAccountBalance: whole(0),
    crossSellParentOperationIds: anyList(),
    comfortVariableValues: anyKeys(),
    includedInShipmentFee: yesOrNo(),
    exchangeable: yesOrNo(),
    catalogCurrency: currency,
    isNominative: yesOrNo(),
    ...own,
  }) satisfies Parts<OperationData>;

export const movement = (own: Partial<Record<keyof MovementData, Part>> = {}): Part =>
  ({
    movementId: number(examples.movementId),
    operationId: number(examples.operationId),
    instanceNumber: whole(1),
    resumed: yesOrNo(),
    attributionMatch: word('NO_EXPECTATION'),
    transferable: yesOrNo(),
    externalReferences: anyList(),
    ...own,
  }) satisfies Parts<MovementData>;

const ORDER = {
  orderId: number(examples.orderId),
  orderSecretId: id(`secret_${examples.orderId}`),
  catalogCurrency: currency,
} as const;

export const update = (own: Partial<Record<keyof OrderUpdateData, Part>> = {}): Part =>
  ({
    ...ORDER,
    operationDataUpdates: some(operation()),
    removeOperationIds: anyList(),
    movementDataUpdates: some(movement()),
    removeMovementIds: anyList(),
    generatedContiguities: anyList(),
    generatedContactQualities: anyKeys(),
    origin: { toCreateToken: yesOrNo() },
    ...own,
  }) satisfies Parts<OrderUpdateData>;

export const details = (own: Partial<Record<keyof OrderDetailsData, Part>> = {}): Part =>
  ({
    ...ORDER,
    orderState: id('IN_PROGRESS'),
    orderType: word('SALE'),
    creationDateTime: date(),
    referenceDate: date('2026-03-04T00:00:00.000+01:00'),
    saleAmount: whole(0),
    preSaleAmount: whole(34_000),
    reservationAmount: whole(0),
    optionAmount: whole(0),
    waitingAccountBalanceAmount: whole(0),
    operationDatas: some(operation()),
    movementDatas: some(movement()),
    orderOriginData: { toCreateToken: yesOrNo() },
    orderOriginator: word('EXTERNAL_SALE'),
    salesChannelCode: text('B2C'),
    salesChannelName: text('Example'),
    ...own,
  }) satisfies Parts<OrderDetailsData>;
