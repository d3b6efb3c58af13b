import { Type, type Static } from '@sinclair/typebox';
import { described, evidence, List } from '#kit/types.ts';
import {
  CurrencyCash,
  Flag,
  Int,
  LongId,
  ProductFamily,
  Text,
  TranslatedString,
  type,
} from './scalars.ts';

export const PaymentMethod = type('PaymentMethod', {
  code: Text,
  id: LongId,
  externalName: TranslatedString,
  externalDescription: Type.Optional(TranslatedString),
  authorizationMode: Text,
  changeReturnAllowed: Flag,
  forPayment: Flag,
  forReimbursement: Flag,
  inSplitPaymentAllowed: Flag,
  manualValidation: Flag,
  paymentType: Text,
  rank: Int,
  tooMuchPerceivedAllowed: Flag,
  withFollowUp: Flag,
});
export interface PaymentMethod extends Static<typeof PaymentMethod> {}

export const PosCharge = type('PosCharge', {
  code: Text,
  id: LongId,
  externalName: TranslatedString,
  modifiable: Flag,
  type: Text,
});

export const Country = type('Country', {
  code: Text,
  internationalPhonePrefix: Text,
  name: TranslatedString,
  phoneFormat: Text,
});

export const HubPointOfSales = type('HubPointOfSales', {
  allCountriesAllowed: Flag,
  code: Text,
  id: LongId,
  internetUrl: Text,
  rank: Int,
  running: Flag,
});

export const Hub = type('Hub', { id: LongId, pointsOfSales: List(HubPointOfSales) });

export const PlaceAddress = type('PlaceAddress', {
  countryCode: Text,
  firstAddressLine: Text,
  locality: Text,
  zipCode: Text,
});

export const PosProductFamily = type('PosProductFamily', {
  id: LongId,
  externalName: TranslatedString,
  productFamilyType: ProductFamily,
  productFamilySubType: Text,
  contactRequired: Flag,
  defaultQuantity: Int,
  directOption: Text,
  netPrices: Flag,
  reservable: Text,
});

const parameters = Type.Record(Type.String(), Type.String());

/** One point of sales, with what its sales channel and its organisation allow. */
export const PosConfigData = type('POSConfigData', {
  allowedChars: Text,
  amazonS3InstitutionBucketName: Text,
  catalogCurrencies: evidence('guess', List(CurrencyCash)),
  charges: List(PosCharge),
  contactAccountCreationAllowed: Flag,
  contactFileAccessAllowed: Flag,
  contactLoginMode: Text,
  countries: List(Country),
  currencyCode: Text,
  currencySymbol: Text,
  guestLoginAvailable: Flag,
  hub: Type.Optional(Hub),
  institCode: Text,
  institutionCurrency: CurrencyCash,
  invoicingAllowed: Flag,
  languageList: Text,
  loginPosition: Text,
  mainLanguage: Text,
  maxAutoSuggestedSeatsTrials: Int,
  maxSeatsPerPerformance: Int,
  modeOfUse: Text,
  multiCatalogCurrencyEnabled: Flag,
  netPrices: Flag,
  orderAbandonDelay: described('How long an idle order lives; the unit is not public.', Int),
  organizationCode: Text,
  organizationCurrency: CurrencyCash,
  organizationId: LongId,
  organizationName: TranslatedString,
  organizationTimeZone: Type.String({ minLength: 1 }),
  paymentMethods: List(PaymentMethod),
  placeAddressData: Type.Optional(PlaceAddress),
  posActivityState: Text,
  posCode: Text,
  posId: described('`pointOfSalesId` in orders.', LongId),
  posNumber: Text,
  posParameters: parameters,
  posType: Text,
  productFamilies: List(PosProductFamily),
  pspAccessMethod: Text,
  pspParameters: parameters,
  salesChannelActivityState: Text,
  salesChannelCode: Text,
  salesChannelId: LongId,
  seatSelectionMode: Text,
  testInstitution: Flag,
  virtualOperatorName: Text,
});
export interface PosConfigData extends Static<typeof PosConfigData> {}
