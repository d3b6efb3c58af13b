import { Type, type Static } from '@sinclair/typebox';
import { described, evidence, List, OneOf, xsd } from '#kit/types.ts';
import { Performance } from './performance-schemas.ts';
import {
  Flag,
  Int,
  LongId,
  MainCategory,
  ProductFamily,
  SaleState,
  Text,
  Thousandths,
  TranslatedString,
  type,
  VendorDate,
} from './scalars.ts';

const Code = Type.String({ minLength: 1 });

export const PriceLevel = type('PriceLevel', {
  id: LongId,
  code: Code,
  mainCategory: MainCategory,
  reduction: Type.Optional(Int),
});

export const AudienceSubCategory = type('AudienceSubCategory', {
  id: LongId,
  code: Code,
  externalName: TranslatedString,
  externalDescription: Type.Optional(TranslatedString),
  audienceCategoryKind: OneOf(['FULL', 'REDUCED', 'FREE']),
  requiredAudienceSubCategoryIds: List(LongId),
  crossSeatCategory: Flag,
});

export const AudienceCategory = type('AudienceCategory', {
  id: LongId,
  code: Code,
  mainCategory: MainCategory,
  secondaryCategory: OneOf([
    'INDIVIDUAL',
    'COMMUNITY',
    'GROUP',
    'TAXED',
    'FREE',
    'PROMOTIONAL',
    'ERROR',
  ]),
  externalName: TranslatedString,
  audienceSubCategories: List(AudienceSubCategory),
});

export const ItemPrice = type('ItemPrice', {
  amount: Thousandths,
  audSubCatId: LongId,
  maxQty: Type.Optional(Int),
  minQty: Type.Optional(Int),
  priceLevelId: Type.Optional(LongId),
});

export const Item = type('Item', {
  itemId: described('What an order names.', LongId),
  itemPrices: List(ItemPrice),
  timeslotIds: List(LongId),
});

/** Where its fields stand is uncertain: clients read them beside the prices. */
export const Timeslot = type('Timeslot', {
  id: LongId,
  startDate: VendorDate,
  endDate: VendorDate,
  startTime: Text,
  duration: xsd('int', Type.Integer({ description: 'Seconds.' })),
  salesTolerance: Int,
  quota: Int,
  allVisitLanguages: Flag,
  allVisitThemes: Flag,
});

export const Pass = type('Pass', {
  consecutive: Type.String({ description: '`INDIFFERENT`; the other values are not public.' }),
  dateMandatory: Flag,
  guided: Flag,
  items: List(Item),
  timeslots: evidence('guess', List(Timeslot)),
});

export const ChargeRef = type('Charge', {
  id: LongId,
  code: Code,
  externalName: TranslatedString,
  amount: Thousandths,
});

/** Services and other simple products: items as of a pass, with the charges they bring. */
export const SimpleOffer = type('SimpleOffer', { items: List(Item), charges: List(ChargeRef) });

export const Event = type('Event', { performances: List(Performance) });

export const SeasonTicketItem = type('SeasonTicketItem', {
  id: LongId,
  price: Type.Optional(described('Of a ticket with a fixed price.', Thousandths)),
});

export const SeasonTicketProduct = type('SeasonTicketProduct', {
  id: LongId,
  code: Code,
  productFamilyType: ProductFamily,
  externalName: TranslatedString,
  event: Type.Optional(Event),
});

export const SeasonTicketLine = type('SeasonTicketLine', {
  id: LongId,
  product: SeasonTicketProduct,
});

export const SeasonTicket = type('SeasonTicket', {
  seasonTicketItems: evidence('guess', List(SeasonTicketItem)),
  seasonTicketLines: evidence('guess', List(SeasonTicketLine)),
});

export const CrossSellProductLink = type('CrossSellProductLink', {
  id: LongId,
  externalName: TranslatedString,
  type: Text,
  baseMinQuantity: Int,
  targetProductId: LongId,
  targetProductRank: Int,
  targetQuantityType: Text,
  targetSameDateAsBase: Flag,
});

const offer = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) => Type.Optional(schema);

export const Product = type('Product', {
  id: LongId,
  code: Code,
  productFamilyType: ProductFamily,
  productFamilySubType: Type.Optional(Text),
  state: SaleState,
  vatCodeId: Type.Optional(LongId),
  externalName: TranslatedString,
  internalName: Text,
  description: TranslatedString,
  exchangeable: Flag,
  grantedToTourPromoter: Flag,
  minQuantity: Int,
  largeImageUrl: Type.Optional(Text),
  mediumImageUrl: Type.Optional(Text),
  logo: Type.Optional(Text),
  crossSellProductLinks: List(CrossSellProductLink),
  event: offer(described('Of the family SINGLE_ENTRY.', Event)),
  pass: offer(Pass),
  seasonTicket: offer(SeasonTicket),
  service: offer(evidence('inferred', SimpleOffer)),
  goods: offer(evidence('inferred', SimpleOffer)),
  membership: offer(evidence('inferred', SimpleOffer)),
});
export interface Product extends Static<typeof Product> {}

export const Season = type('Season', {
  id: LongId,
  code: Code,
  state: SaleState,
  start: VendorDate,
  end: VendorDate,
  externalName: TranslatedString,
  topics: List(Text),
  priceLevels: List(PriceLevel),
  audienceCategories: List(AudienceCategory),
  products: List(Product),
});
export interface Season extends Static<typeof Season> {}

export const Area = type('Area', { id: LongId, code: Code });

export const PhysicalConfiguration = type('PhysicalConfiguration', {
  id: LongId,
  code: Code,
  externalName: TranslatedString,
  siteCode: Code,
  siteId: LongId,
  siteExternalName: TranslatedString,
  spaceCode: Code,
  spaceId: LongId,
  spaceExternalName: TranslatedString,
  spaceType: Text,
  formattedAddress: Type.Optional(Text),
  street: Type.Optional(Text),
  town: Type.Optional(Text),
  zipcode: Type.Optional(Text),
  countryCode: Text,
  physicalGauge: Type.Optional(Int),
  type: Text,
  kind: Text,
  areas: List(Area),
});
export interface PhysicalConfiguration extends Static<typeof PhysicalConfiguration> {}

export const ExternalVerification = type('ExternalVerification', {
  id: LongId,
  description: TranslatedString,
  externalName: TranslatedString,
});

export const GroupCriterion = type('GroupCriterion', {
  id: LongId,
  code: Code,
  externalName: TranslatedString,
  planningRequirement: Flag,
});

export const CatalogData = type('CatalogData', {
  seasons: List(Season),
  physicalConfigurations: List(PhysicalConfiguration),
  externalVerifications: List(ExternalVerification),
  groupCriterions: List(GroupCriterion),
});
export interface CatalogData extends Static<typeof CatalogData> {}
