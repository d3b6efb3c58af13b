import type {
  PaymentMethod as PaymentMethodMessage,
  PosConfigData,
} from '#contracts/s360/index.ts';
import type { PosSheet } from '#mocks/s360/domain/catalogue-behaviours.ts';
import type { ProductFamily } from '#mocks/s360/domain/catalogue.ts';
import type {
  Charge,
  Institution,
  PaymentMethod,
  PaymentNature,
} from '#mocks/s360/domain/institution.ts';
import type { Texts } from '#mocks/s360/domain/texts.ts';
import { currencyMessage, families, idOf, translated } from './mapping.ts';

/** The values of most enumerations are not public: those here are made up. */
export function posMessage(sheet: PosSheet): PosConfigData {
  const { institution, pointOfSales, salesChannel } = sheet;
  const currency = currencyMessage(institution.currency);
  const organisation = organisationOf(sheet);
  return {
    allowedChars: '',
    amazonS3InstitutionBucketName: '',
    catalogCurrencies: [currency],
    charges: sheet.charges.map(chargeMessage),
    contactAccountCreationAllowed: true,
    contactFileAccessAllowed: true,
    contactLoginMode: 'EMAIL',
    countries: [],
    currencyCode: institution.currency.code,
    currencySymbol: institution.currency.symbol,
    guestLoginAvailable: true,
    hub: { id: idOf(institution.organizationId), pointsOfSales: sheet.hub.map(hubEntry) },
    institCode: institution.id,
    institutionCurrency: currency,
    invoicingAllowed: false,
    languageList: institution.languages.join(','),
    loginPosition: 'BEFORE_PAYMENT',
    mainLanguage: institution.languages[0] ?? '',
    maxAutoSuggestedSeatsTrials: 0,
    maxSeatsPerPerformance: institution.mostPlacesPerPerformance,
    modeOfUse: 'ONLINE',
    multiCatalogCurrencyEnabled: false,
    netPrices: false,
    orderAbandonDelay: salesChannel.abandonDelay,
    ...organisation,
    paymentMethods: sheet.paymentMethods.map(paymentMethodMessage),
    placeAddressData: addressMessage(institution.address),
    posActivityState: 'RUNNING',
    posCode: pointOfSales.code,
    posId: idOf(pointOfSales.id),
    posNumber: String(pointOfSales.rank + 1),
    posParameters: {},
    posType: 'EXTERNAL',
    productFamilies: Object.entries(familyNames).map(familyMessage),
    pspAccessMethod: 'EPC',
    pspParameters: {},
    salesChannelActivityState: 'RUNNING',
    salesChannelCode: salesChannel.code,
    salesChannelId: idOf(salesChannel.id),
    seatSelectionMode: 'AUTOMATIC',
    testInstitution: true,
    virtualOperatorName: sheet.operatorId,
  };
}

const chargeMessage = ({ id, code, name }: Charge) => ({
  code,
  id: idOf(id),
  externalName: translated(name),
  modifiable: false,
  type: 'SIMPLE',
});

const addressMessage = ({ country, street, town, zipCode }: Institution['address']) => ({
  countryCode: country,
  firstAddressLine: street,
  locality: town,
  zipCode,
});

const organisationOf = ({ institution }: PosSheet) => ({
  organizationCode: institution.id,
  organizationCurrency: currencyMessage(institution.currency),
  organizationId: idOf(institution.organizationId),
  organizationName: translated(institution.name),
  organizationTimeZone: institution.zone,
});

const hubEntry = ({ id, code, rank }: PosSheet['hub'][number]) => ({
  allCountriesAllowed: true,
  code,
  id: idOf(id),
  internetUrl: '',
  rank,
  running: true,
});

const paymentTypes = {
  card: 'CARD',
  'waiting-account': 'WAITING_ACCOUNT',
  cash: 'CASH',
  manual: 'OTHER',
} as const satisfies Record<PaymentNature, string>;

const paymentMethodMessage = (method: PaymentMethod): PaymentMethodMessage => {
  const isOnAccount = method.nature === 'waiting-account';
  return {
    code: method.code,
    id: idOf(method.id),
    externalName: translated(method.name),
    authorizationMode: method.nature === 'card' ? 'PSP' : 'DIRECT',
    changeReturnAllowed: method.nature === 'cash',
    forPayment: true,
    forReimbursement: isOnAccount,
    inSplitPaymentAllowed: true,
    manualValidation: method.nature === 'manual',
    paymentType: paymentTypes[method.nature],
    rank: method.rank,
    tooMuchPerceivedAllowed: method.takesTooMuch,
    withFollowUp: isOnAccount,
  };
};

/** Families that a data set may sell; their ids are made up. */
const familyNames: Readonly<Partial<Record<ProductFamily, Texts>>> = {
  'single-entry': { fr: 'Billet unitaire', en: 'Single ticket' },
  'season-ticket': { fr: 'Abonnement', en: 'Season ticket' },
  pass: { fr: 'Pass', en: 'Pass' },
  membership: { fr: 'Adhésion', en: 'Membership' },
  service: { fr: 'Service', en: 'Service' },
  goods: { fr: 'Marchandise', en: 'Goods' },
};

const FIRST_FAMILY_ID = 101;

const familyMessage = ([family, name]: [string, Texts], at: number) => ({
  id: FIRST_FAMILY_ID + at,
  externalName: translated(name),
  // The keys above are families.
  productFamilyType: families[family as ProductFamily],
  productFamilySubType: family === 'pass' ? 'OPEN_PASS' : 'STANDARD',
  contactRequired: false,
  defaultQuantity: 1,
  directOption: 'NO',
  netPrices: false,
  reservable: 'NO',
});
