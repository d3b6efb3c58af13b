import { expect } from 'vitest';
import type { CatalogData, PosConfigData, Product, Season } from '#contracts/s360/index.ts';
import { valueOf } from '../agreement.ts';
import { id, some, text, whole, yesOrNo, type Part, type Parts } from '../matching.ts';
import { examples } from './examples.ts';
import { OPERATOR, type Deal } from './partner.ts';
import { anyKeys, anyList, currency, date, number, translated, word } from './shapes.ts';

const subCategory: Part = {
  id: number(examples.audienceId),
  code: id('ADULT'),
  externalName: translated(),
  audienceCategoryKind: word('FULL'),
  requiredAudienceSubCategoryIds: anyList(),
  crossSeatCategory: yesOrNo(),
};

const audience: Part = {
  id: whole(1),
  code: id('PUBLIC'),
  mainCategory: word('OCCASIONAL'),
  secondaryCategory: word('INDIVIDUAL'),
  externalName: translated(),
  audienceSubCategories: some(subCategory),
};

/** Of any family: what of it can be bought stands in a part of its own. */
const product: Parts<Product> = {
  id: whole(2),
  code: id('EXAMPLE'),
  productFamilyType: word('PASS'),
  state: word('RUNNING'),
  externalName: translated(),
  internalName: text('Example'),
  description: { translations: anyList() },
  exchangeable: yesOrNo(),
  grantedToTourPromoter: yesOrNo(),
  minQuantity: whole(1),
  crossSellProductLinks: anyList(),
};

const season: Parts<Season> = {
  id: whole(3),
  code: id('S1'),
  state: word('RUNNING'),
  start: date(),
  end: date(),
  externalName: translated(),
  topics: anyList(),
  priceLevels: some({ id: whole(4), code: id('OCC'), mainCategory: word('OCCASIONAL') }),
  audienceCategories: some(audience),
  products: some(product),
};

const catalogue: Parts<CatalogData> = {
  seasons: some(season),
  physicalConfigurations: anyList(),
  externalVerifications: anyList(),
  groupCriterions: anyList(),
};

const paymentMethod: Part = {
  code: id('CARD'),
  id: number(examples.paymentMethodId),
  externalName: translated(),
  authorizationMode: text('EXAMPLE'),
  changeReturnAllowed: yesOrNo(),
  forPayment: yesOrNo(true),
  forReimbursement: yesOrNo(),
  inSplitPaymentAllowed: yesOrNo(),
  manualValidation: yesOrNo(),
  paymentType: text('CARD'),
  rank: whole(1),
  tooMuchPerceivedAllowed: yesOrNo(),
  withFollowUp: yesOrNo(),
};

const family: Part = {
  id: whole(5),
  externalName: translated(),
  productFamilyType: word('PASS'),
  productFamilySubType: text('OPEN_PASS'),
  contactRequired: yesOrNo(),
  defaultQuantity: whole(1),
  directOption: text(''),
  netPrices: yesOrNo(),
  reservable: text(''),
};

const pointOfSales: Parts<PosConfigData> = {
  allowedChars: text(''),
  amazonS3InstitutionBucketName: text(''),
  catalogCurrencies: some(currency),
  charges: anyList(),
  contactAccountCreationAllowed: yesOrNo(),
  contactFileAccessAllowed: yesOrNo(),
  contactLoginMode: text(''),
  countries: anyList(),
  currencyCode: id('EUR'),
  currencySymbol: text('€'),
  guestLoginAvailable: yesOrNo(),
  institCode: id('TEST'),
  institutionCurrency: currency,
  invoicingAllowed: yesOrNo(),
  languageList: text('fr'),
  loginPosition: text(''),
  mainLanguage: id('fr'),
  maxAutoSuggestedSeatsTrials: whole(1),
  maxSeatsPerPerformance: whole(10),
  modeOfUse: text(''),
  multiCatalogCurrencyEnabled: yesOrNo(),
  netPrices: yesOrNo(),
  orderAbandonDelay: whole(20),
  organizationCode: text('TEST'),
  organizationCurrency: currency,
  organizationId: whole(6),
  organizationName: translated(),
  organizationTimeZone: id('Europe/Paris'),
  paymentMethods: some(paymentMethod),
  posActivityState: text(''),
  posCode: text('WEB'),
  posId: number(examples.pointOfSalesId),
  posNumber: text('1'),
  posParameters: anyKeys(),
  posType: text(''),
  productFamilies: some(family),
  pspAccessMethod: text(''),
  pspParameters: anyKeys(),
  salesChannelActivityState: text(''),
  salesChannelCode: text('B2C'),
  salesChannelId: whole(7),
  seatSelectionMode: text(''),
  testInstitution: yesOrNo(true),
  virtualOperatorName: id(examples.operator),
};

export const catalogues: readonly Deal[] = [
  {
    that: 'the catalogue service is alive',
    given: [OPERATOR],
    ...{ of: 'isCatalogServiceAlive', with: {}, answers: {} },
    by: async (s360) => void valueOf(await s360.isCatalogServiceAlive()),
  },
  {
    that: 'the catalogue is read',
    given: [OPERATOR],
    ...{ of: 'getCatalogDetailed', with: {}, answers: { catalogData: catalogue } },
    by: async (s360) => {
      const { catalogData } = valueOf(await s360.getCatalogDetailed());
      expect(catalogData.seasons[0]?.products).not.toEqual([]);
    },
  },
  {
    that: 'the point of sales is read',
    given: [OPERATOR],
    ...{ of: 'getPOSConfig', with: {}, answers: { posConfigData: pointOfSales } },
    by: async (s360) => {
      const { posConfigData } = valueOf(await s360.getPOSConfig());
      expect(posConfigData.posId).toBe(Number(examples.pointOfSalesId));
      expect(posConfigData.paymentMethods[0]?.forPayment).toBe(true);
    },
  },
];
