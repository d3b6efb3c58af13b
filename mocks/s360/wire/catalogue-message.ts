import type {
  CatalogData,
  PhysicalConfiguration,
  Product as ProductMessage,
  Season as SeasonMessage,
} from '#contracts/s360/index.ts';
import type { Zone } from '#kernel/zone.ts';
import type {
  AudienceSheet,
  CatalogueSheet,
  ProductSheet,
  SeasonSheet,
} from '#mocks/s360/domain/catalogue-behaviours.ts';
import type { AudienceSubCategory, Timeslot } from '#mocks/s360/domain/catalogue.ts';
import type { Space } from '#mocks/s360/domain/institution.ts';
import { translatedDescription, type DescriptionForm } from './description.ts';
import {
  audienceKinds,
  dateText,
  families,
  idOf,
  mainCategories,
  saleStates,
  secondaryCategories,
  translated,
} from './mapping.ts';
import { eventMessage, itemMessage } from './offer-message.ts';

export interface CatalogueForm {
  readonly zone: Zone;
  readonly descriptions: DescriptionForm;
}

export const catalogueMessage = (
  { institution, seasons, spaces }: CatalogueSheet,
  descriptions: DescriptionForm,
): CatalogData => {
  const form = { zone: institution.zone, descriptions };
  return {
    seasons: seasons.map((sheet) => seasonMessage(sheet, form)),
    physicalConfigurations: spaces.map(configurationMessage),
    externalVerifications: [],
    groupCriterions: [],
  };
};

const seasonMessage = (
  { season, priceLevels, audiences, products }: SeasonSheet,
  form: CatalogueForm,
): SeasonMessage => ({
  id: idOf(season.id),
  code: season.code,
  state: saleStates[season.state],
  start: dateText(season.startsAt, form.zone),
  end: dateText(season.endsAt, form.zone),
  externalName: translated(season.name),
  topics: [],
  priceLevels: priceLevels.map(({ id, code, mainCategory }) => ({
    id: idOf(id),
    code,
    mainCategory: mainCategories[mainCategory],
  })),
  audienceCategories: audiences.map((sheet) => audienceMessage(sheet, form)),
  products: products.map((sheet) => productMessage(sheet, form)),
});

const audienceMessage = (
  { category, subCategories }: AudienceSheet,
  { descriptions }: CatalogueForm,
) => ({
  id: idOf(category.id),
  code: category.code,
  mainCategory: mainCategories[category.mainCategory],
  secondaryCategory: secondaryCategories[category.secondaryCategory],
  externalName: translated(category.name),
  audienceSubCategories: subCategories.map((sub) => subCategoryMessage(sub, descriptions)),
});

const subCategoryMessage = (
  { id, code, name, description, kind }: AudienceSubCategory,
  descriptions: DescriptionForm,
) => ({
  id: idOf(id),
  code,
  externalName: translated(name),
  ...(Object.keys(description).length > 0
    ? { externalDescription: translatedDescription(description, descriptions) }
    : {}),
  audienceCategoryKind: audienceKinds[kind],
  requiredAudienceSubCategoryIds: [],
  crossSeatCategory: false,
});

const productMessage = (sheet: ProductSheet, form: CatalogueForm): ProductMessage => {
  const { product } = sheet;
  return {
    id: idOf(product.id),
    code: product.code,
    productFamilyType: families[product.family],
    ...(product.subFamily === undefined ? {} : { productFamilySubType: product.subFamily }),
    state: saleStates[product.state],
    ...(product.vatCodeId === undefined ? {} : { vatCodeId: idOf(product.vatCodeId) }),
    externalName: translated(product.name),
    internalName: Object.values(product.name)[0] ?? product.code,
    description: translatedDescription(product.description, form.descriptions),
    exchangeable: product.isExchangeable,
    grantedToTourPromoter: false,
    minQuantity: product.minQuantity,
    crossSellProductLinks: [],
    ...offerMessage(sheet, form),
  };
};

/** Exactly one, by family. */
function offerMessage(sheet: ProductSheet, form: CatalogueForm): Partial<ProductMessage> {
  const simple = { items: sheet.items.map(simpleItem), charges: chargesOf(sheet) };
  switch (sheet.product.family) {
    case 'single-entry':
      return { event: eventMessage(sheet, form.zone) };
    case 'pass':
      return { pass: passMessage(sheet, form) };
    case 'season-ticket':
      return { seasonTicket: seasonTicketMessage(sheet, form) };
    case 'service':
      return { service: simple };
    case 'goods':
      return { goods: simple };
    case 'membership':
      return { membership: simple };
    case 'package':
    case 'transport':
    case 'hospitality':
      return {};
  }
}

const simpleItem = (item: ProductSheet['items'][number]) => itemMessage(item, []);

const chargesOf = ({ charge }: ProductSheet) =>
  charge
    ? [
        {
          id: idOf(charge.id),
          code: charge.code,
          externalName: translated(charge.name),
          amount: charge.amountMilli,
        },
      ]
    : [];

const passMessage = ({ product, items }: ProductSheet, { zone }: CatalogueForm) => ({
  consecutive: 'INDIFFERENT',
  dateMandatory: false,
  guided: false,
  items: items.map((item) => itemMessage(item, product.timeslots)),
  timeslots: product.timeslots.map((timeslot) => timeslotMessage(timeslot, zone)),
});

const timeslotMessage = (timeslot: Timeslot, zone: Zone) => ({
  id: idOf(timeslot.id),
  startDate: dateText(timeslot.startsAt, zone),
  endDate: dateText(timeslot.endsAt, zone),
  startTime: timeslot.startTime,
  duration: timeslot.durationSeconds,
  salesTolerance: 0,
  quota: timeslot.quota,
  allVisitLanguages: true,
  allVisitThemes: true,
});

const seasonTicketMessage = ({ items, lines }: ProductSheet, { zone }: CatalogueForm) => ({
  seasonTicketItems: items.map(({ id, prices: [price] }) => ({
    id: idOf(id),
    ...(price ? { price: price.amountMilli } : {}),
  })),
  seasonTicketLines: lines.map(({ id, product: inner }) => ({
    id: idOf(id),
    product: {
      id: idOf(inner.product.id),
      code: inner.product.code,
      productFamilyType: families[inner.product.family],
      externalName: translated(inner.product.name),
      ...(inner.product.family === 'single-entry' ? { event: eventMessage(inner, zone) } : {}),
    },
  })),
});

const configurationMessage = (space: Space): PhysicalConfiguration => {
  const { site } = space;
  return {
    id: idOf(space.id),
    code: space.code,
    externalName: translated(space.name),
    siteCode: site.code,
    siteId: idOf(site.id),
    siteExternalName: translated(site.name),
    spaceCode: space.code,
    spaceId: idOf(space.id),
    spaceExternalName: translated(space.name),
    spaceType: 'INDOOR',
    street: site.address.street,
    town: site.address.town,
    zipcode: site.address.zipCode,
    countryCode: site.address.country,
    type: 'PHYSICAL',
    kind: 'STANDARD',
    areas: space.areas.map(({ id, code }) => ({ id: idOf(id), code })),
  };
};
