import { Type, type Static, type TProperties } from '@sinclair/typebox';
import { alphabetical, IntegerLike, List, OneOf, xsd } from '#kit/types.ts';

export const closed = { additionalProperties: false } as const;

/** 64 bits for the vendor; every id seen fits a JSON number. */
export const LongId = Type.Integer({ minimum: 0 });
/** An id as a client may write it: a number, or its digits as text. */
export const GivenId = IntegerLike;
export const Int = xsd('int', Type.Integer());
export const GivenInt = xsd('int', IntegerLike);
export const Text = Type.String();
export const Flag = Type.Boolean();

/** Money: 17000 is 17.000 €. */
export const Thousandths = Type.Integer({ description: 'Thousandths of the currency unit.' });

/** True or false, or its text. */
export const GivenFlag = Type.Union([Type.Boolean(), OneOf(['true', 'false', '1', '0'])], {
  description: 'A boolean, or its text.',
});
export type GivenFlag = Static<typeof GivenFlag>;

/** With milliseconds and the organisation's offset: `2022-01-11T00:00:00.000+01:00`. */
export const VendorDate = xsd(
  'dateTime',
  Type.String({
    format: 'date-time',
    pattern:
      '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}[+-][0-9]{2}:[0-9]{2}$',
  }),
);

/** A type of the vendor's answers. */
export const type = <P extends TProperties>(title: string, properties: P) =>
  alphabetical(Type.Object(properties, { ...closed, title }));

/** A type of requests: what it does not know is ignored. */
export const given = <P extends TProperties>(title: string, properties: P) =>
  Type.Object(properties, { title });

export const Translation = type('Translation', {
  locale: Type.String({ minLength: 1 }),
  value: Type.String({ minLength: 1 }),
});

export const TranslatedString = type('TranslatedString', { translations: List(Translation) });
export interface TranslatedString extends Static<typeof TranslatedString> {}

export const CurrencyCash = type('CurrencyCash', {
  currencyCode: Type.String({ description: 'ISO 4217 code.' }),
  symbol: Text,
  fractionDigit: Int,
  minAmount: xsd('int', Thousandths),
});
export interface CurrencyCash extends Static<typeof CurrencyCash> {}

export const SALE_STATES = [
  'PREPARING',
  'VALIDATED',
  'RUNNING',
  'SUSPENDED',
  'CANCELED',
  'CLOSED',
  'CANCELED_CLOSED',
] as const;
export const SaleState = OneOf(SALE_STATES);

export const MAIN_CATEGORIES = [
  'OCCASIONAL',
  'SUBSCRIBER',
  'INSIDE_SEASONTICKET',
  'MEMBER',
  'INVITED',
] as const;
export const MainCategory = OneOf(MAIN_CATEGORIES);

export const PRODUCT_FAMILIES = [
  'SINGLE_ENTRY',
  'SEASONTICKET',
  'PASS',
  'PACKAGE',
  'MEMBERSHIP',
  'SERVICE',
  'GOODS',
  'TRANSPORT',
  'HOSPITALITY',
] as const;
export const ProductFamily = OneOf(PRODUCT_FAMILIES);
