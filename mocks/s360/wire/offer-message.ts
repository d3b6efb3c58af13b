import type { Location } from '#contracts/s360/index.ts';
import type { Zone } from '#kernel/zone.ts';
import type { PerformanceSheet, ProductSheet } from '#mocks/s360/domain/catalogue-behaviours.ts';
import type { Item, Timeslot } from '#mocks/s360/domain/catalogue.ts';
import type { Space } from '#mocks/s360/domain/institution.ts';
import { dateText, idOf, saleStates, translated } from './mapping.ts';
import { oncePer } from './told.ts';

export const itemMessage = ({ id, prices }: Item, timeslots: readonly Timeslot[]) => ({
  itemId: idOf(id),
  itemPrices: prices.map(({ amountMilli, audienceSubCategoryId, priceLevelId }) => ({
    amount: amountMilli,
    audSubCatId: idOf(audienceSubCategoryId),
    ...(priceLevelId === undefined ? {} : { priceLevelId: idOf(priceLevelId) }),
  })),
  timeslotIds: timeslots.map((timeslot) => idOf(timeslot.id)),
});

export const eventMessage = ({ performances, space }: ProductSheet, zone: Zone) => ({
  performances: performances.map((sheet) => performanceMessage(sheet, { space, zone })),
});

interface Place {
  readonly space: Space;
  readonly zone: Zone;
}

const performanceMessage = ({ showing, item }: PerformanceSheet, { space, zone }: Place) => ({
  id: idOf(showing.id),
  code: showing.code,
  state: saleStates[showing.state],
  start: dateText(showing.startsAt, zone),
  ...(showing.durationSeconds === undefined ? {} : { duration: showing.durationSeconds }),
  seatCategories: showing.seatCategories.map(({ id, code, name }) => ({
    id: idOf(id),
    code,
    externalName: translated(name),
  })),
  prices: item.prices.flatMap((price) =>
    price.seatCategoryId === undefined
      ? []
      : [
          {
            seatCatId: idOf(price.seatCategoryId),
            audSubCatId: idOf(price.audienceSubCategoryId),
            ...(price.priceLevelId === undefined ? {} : { priceLevelId: idOf(price.priceLevelId) }),
            amount: price.amountMilli,
          },
        ],
  ),
  itemIds: [idOf(showing.itemId)],
  location: locationMessage(space),
  logicalConfigurationId: idOf(showing.logicalConfigurationId),
  breaksQuantity: 0,
  forceNominativeTickets: false,
  alwaysAllowIsolatedSeats: true,
  externalName: translated(showing.name),
});

export const locationMessage = oncePer(({ code, name, site }: Space): Location => ({
  spaceCode: code,
  siteCode: site.code,
  spaceExternalName: translated(name),
  siteExternalName: translated(site.name),
  siteAddress: {
    firstAddressLine: site.address.street,
    zipCode: site.address.zipCode,
    locality: site.address.town,
    countryCode: site.address.country,
  },
}));
