import type { Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';
import type { Texts } from './texts.ts';

export type SaleState =
  'preparing' | 'validated' | 'running' | 'suspended' | 'cancelled' | 'closed' | 'cancelled-closed';

export type MainCategory = 'occasional' | 'subscriber' | 'in-season-ticket' | 'member' | 'invited';
export type SecondaryCategory =
  'individual' | 'community' | 'group' | 'taxed' | 'free' | 'promotional' | 'error';

export type ProductFamily =
  | 'single-entry'
  | 'season-ticket'
  | 'pass'
  | 'package'
  | 'membership'
  | 'service'
  | 'goods'
  | 'transport'
  | 'hospitality';

/** What an institution sells changes seldom: the row stands for all of it as it is now. */
export interface Catalogue extends Row {
  readonly revision: number;
}

export interface Season extends Row {
  readonly institutionId: string;
  readonly rank: number;
  readonly code: string;
  readonly state: SaleState;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly name: Texts;
}

export interface PriceLevel extends Row {
  readonly seasonId: string;
  readonly rank: number;
  readonly code: string;
  readonly mainCategory: MainCategory;
}

export interface AudienceCategory extends Row {
  readonly seasonId: string;
  readonly rank: number;
  readonly code: string;
  readonly mainCategory: MainCategory;
  readonly secondaryCategory: SecondaryCategory;
  readonly name: Texts;
}

/** For whom a price is: adults, children. */
export interface AudienceSubCategory extends Row {
  readonly categoryId: string;
  /** From 1 on, as operations show it. */
  readonly rank: number;
  readonly code: string;
  readonly kind: 'full' | 'reduced' | 'free';
  readonly name: Texts;
  readonly description: Texts;
}

export interface Product extends Row {
  readonly institutionId: string;
  readonly seasonId: string;
  readonly rank: number;
  readonly code: string;
  readonly family: ProductFamily;
  readonly subFamily: string | undefined;
  readonly state: SaleState;
  readonly vatCodeId: string | undefined;
  readonly name: Texts;
  readonly description: Texts;
  readonly isExchangeable: boolean;
  readonly isNominative: boolean;
  readonly minQuantity: number;
  readonly spaceId: string;
  /** None: all of the institution's. */
  readonly salesChannelIds: readonly string[] | undefined;
  readonly chargeId: string | undefined;
  /** How many months one unit is valid, from the day it is sold on; none for dated products. */
  readonly validMonths: number | undefined;
  readonly timeslots: readonly Timeslot[];
  /** Of a season ticket: what it holds. */
  readonly lines: readonly SeasonTicketLine[];
}

export interface Timeslot {
  readonly id: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** On the wall, as in `10:30`. */
  readonly startTime: string;
  readonly durationSeconds: number;
  readonly quota: number;
}

export interface SeasonTicketLine {
  readonly id: string;
  readonly productId: string;
}

/** The unit that can be sold. */
export interface Item extends Row {
  readonly productId: string;
  readonly performanceId: string | undefined;
  readonly prices: readonly Price[];
}

export interface Price {
  readonly audienceSubCategoryId: string;
  /** Of a performance. */
  readonly seatCategoryId: string | undefined;
  readonly priceLevelId: string | undefined;
  readonly amountMilli: number;
}

/** One date of an event. */
export interface Performance extends Row {
  readonly productId: string;
  readonly rank: number;
  readonly code: string;
  readonly name: Texts;
  readonly state: SaleState;
  readonly startsAt: Instant;
  readonly durationSeconds: number | undefined;
  readonly itemId: string;
  readonly logicalConfigurationId: string;
  readonly isNumbered: boolean;
  readonly seatCategories: readonly SeatCategory[];
}

export interface SeatCategory {
  readonly id: string;
  readonly code: string;
  readonly name: Texts;
  readonly areaIds: readonly string[];
}

/** How much of a catalogue is asked for. */
export type Scope = 'on-sale' | 'extended';

/** A catalogue shows what is running or suspended; the extended one also what is no longer sold. */
export const isShown = (state: SaleState, scope: Scope): boolean => {
  switch (state) {
    case 'running':
    case 'suspended':
      return true;
    case 'cancelled':
    case 'closed':
    case 'cancelled-closed':
      return scope === 'extended';
    case 'preparing':
    case 'validated':
      return false;
  }
};

export const isOfferedBy = ({ salesChannelIds }: Product, salesChannelId: string): boolean =>
  salesChannelIds === undefined || salesChannelIds.includes(salesChannelId);
