import { Type, type Static } from '@sinclair/typebox';
import { described, List, xsd } from '#kit/types.ts';
import {
  Flag,
  Int,
  LongId,
  SaleState,
  Text,
  Thousandths,
  TranslatedString,
  type,
  VendorDate,
} from './scalars.ts';

const Code = Type.String({ minLength: 1 });

export const SiteAddress = type('SiteAddress', {
  firstAddressLine: Text,
  zipCode: Text,
  locality: Text,
  countryCode: Text,
});

export const Location = type('Location', {
  spaceCode: Code,
  siteCode: Code,
  spaceExternalName: TranslatedString,
  siteExternalName: TranslatedString,
  siteAddress: SiteAddress,
});
export interface Location extends Static<typeof Location> {}

export const SeatCategory = type('SeatCategory', {
  id: LongId,
  code: Code,
  externalName: TranslatedString,
});

export const PerformancePrice = type('PerformancePrice', {
  seatCatId: LongId,
  audSubCatId: LongId,
  priceLevelId: Type.Optional(LongId),
  amount: Thousandths,
});

/** One date of an event. */
export const Performance = type('Performance', {
  id: LongId,
  code: Code,
  state: SaleState,
  start: VendorDate,
  duration: Type.Optional(xsd('int', Type.Integer({ description: 'Seconds.' }))),
  seatCategories: List(SeatCategory),
  prices: List(PerformancePrice),
  itemIds: List(LongId),
  location: Location,
  logicalConfigurationId: described('The hall as this performance uses it.', LongId),
  breaksQuantity: Int,
  forceNominativeTickets: Flag,
  alwaysAllowIsolatedSeats: Flag,
  externalName: TranslatedString,
});
export interface Performance extends Static<typeof Performance> {}
