import type { Row } from '#kernel/table-spec.ts';
import type { Zone } from '#kernel/zone.ts';
import type { Texts } from './texts.ts';

/** A client of the vendor's: a museum, a club. Its id is its code: `MOSA`. */
export interface Institution extends Row {
  readonly organizationId: string;
  readonly name: Texts;
  readonly zone: Zone;
  readonly currency: Currency;
  /** The first is the main one. */
  readonly languages: readonly string[];
  readonly address: Address;
  readonly mostPlacesPerPerformance: number;
}

export interface Currency {
  readonly code: string;
  readonly symbol: string;
  readonly fractionDigits: number;
  readonly leastMilli: number;
}

export interface Address {
  readonly street: string;
  readonly zipCode: string;
  readonly town: string;
  readonly country: string;
}

/** Who calls: a virtual operator works at one point of sales. Its id is its name: `MOSA_B2C`. */
export interface Operator extends Row {
  readonly institutionId: string;
  readonly pointOfSalesId: string;
  /** Its password over SOAP, the key of its tokens over REST. */
  readonly secret: string;
}

export interface SalesChannel extends Row {
  readonly institutionId: string;
  readonly code: string;
  readonly name: Texts;
  /** How long an order may be idle, in the unit that the settings say. */
  readonly abandonDelay: number;
  /** A reseller has access to one only. */
  readonly contingentId: string;
}

export interface PointOfSales extends Row {
  readonly institutionId: string;
  readonly salesChannelId: string;
  readonly rank: number;
  readonly code: string;
}

/** A quota that places are taken from. */
export interface Contingent extends Row {
  readonly institutionId: string;
  readonly name: Texts;
}

export interface VatCode extends Row {
  readonly institutionId: string;
  readonly code: string;
  /** 2100 is 2.1 %. */
  readonly rate: number;
  readonly country: string;
}

/** What is added to the price of some products, as an operation of its own. */
export interface Charge extends Row {
  readonly institutionId: string;
  readonly rank: number;
  readonly code: string;
  readonly name: Texts;
  /** For each unit of the operation that it is calculated for. */
  readonly amountMilli: number;
}

/** Where the money comes from: a card by way of a provider, the contact's account, cash, or else. */
export type PaymentNature = 'card' | 'waiting-account' | 'cash' | 'manual';

export interface PaymentMethod extends Row {
  readonly institutionId: string;
  readonly rank: number;
  readonly code: string;
  readonly name: Texts;
  readonly nature: PaymentNature;
  /** Takes more than is due. */
  readonly takesTooMuch: boolean;
}

/** A place within a site; what is sold happens there. */
export interface Space extends Row {
  readonly institutionId: string;
  readonly rank: number;
  readonly code: string;
  readonly name: Texts;
  readonly site: Site;
  readonly areas: readonly Area[];
}

export interface Site {
  readonly id: string;
  readonly code: string;
  readonly name: Texts;
  readonly address: Address;
}

export interface Area {
  readonly id: string;
  readonly code: string;
}
