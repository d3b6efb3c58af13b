import type { CurrencyCash, TranslatedString } from '#contracts/s360/scalars.ts';
import { modulo, SECOND_MS, type Instant } from '#kernel/instant.ts';
import { formatZoned, type Zone } from '#kernel/zone.ts';
import type {
  MainCategory,
  ProductFamily,
  SaleState,
  SecondaryCategory,
} from '#mocks/s360/domain/catalogue.ts';
import type { Currency } from '#mocks/s360/domain/institution.ts';
import type { Texts } from '#mocks/s360/domain/texts.ts';
import { oncePer } from './told.ts';

/** `2022-01-11T00:00:00.000+01:00` */
export function dateText(instant: Instant, zone: Zone): string {
  const text = formatZoned(instant, zone);
  const ms = String(modulo(instant, SECOND_MS)).padStart(3, '0');
  return `${text.slice(0, SECONDS_END)}.${ms}${text.slice(SECONDS_END)}`;
}

const SECONDS_END = 'yyyy-mm-ddThh:mm:ss'.length;

/** Ids are numbers on the wire. */
export const idOf = (id: string): number => Number(id);

export const translated = (texts: Texts): TranslatedString => ({
  translations: Object.entries(texts).map(([locale, value]) => ({ locale, value })),
});

export const currencyMessage = oncePer(
  ({ code, symbol, fractionDigits, leastMilli }: Currency): CurrencyCash => ({
    currencyCode: code,
    symbol,
    fractionDigit: fractionDigits,
    minAmount: leastMilli,
  }),
);

export const saleStates = {
  preparing: 'PREPARING',
  validated: 'VALIDATED',
  running: 'RUNNING',
  suspended: 'SUSPENDED',
  cancelled: 'CANCELED',
  closed: 'CLOSED',
  'cancelled-closed': 'CANCELED_CLOSED',
} as const satisfies Record<SaleState, string>;

export const mainCategories = {
  occasional: 'OCCASIONAL',
  subscriber: 'SUBSCRIBER',
  'in-season-ticket': 'INSIDE_SEASONTICKET',
  member: 'MEMBER',
  invited: 'INVITED',
} as const satisfies Record<MainCategory, string>;

export const secondaryCategories = {
  individual: 'INDIVIDUAL',
  community: 'COMMUNITY',
  group: 'GROUP',
  taxed: 'TAXED',
  free: 'FREE',
  promotional: 'PROMOTIONAL',
  error: 'ERROR',
} as const satisfies Record<SecondaryCategory, string>;

export const families = {
  'single-entry': 'SINGLE_ENTRY',
  'season-ticket': 'SEASONTICKET',
  pass: 'PASS',
  package: 'PACKAGE',
  membership: 'MEMBERSHIP',
  service: 'SERVICE',
  goods: 'GOODS',
  transport: 'TRANSPORT',
  hospitality: 'HOSPITALITY',
} as const satisfies Record<ProductFamily, string>;

export const audienceKinds = { full: 'FULL', reduced: 'REDUCED', free: 'FREE' } as const;
