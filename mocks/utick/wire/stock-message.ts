import type {
  Stock as StockMessage,
  StockCategory as CategoryMessage,
  StockPrice as PriceMessage,
  StockPromo as PromoMessage,
} from '#contracts/utick/index.ts';
import { freePlaces } from '#mocks/utick/domain/capacity.ts';
import type { PromoCode } from '#mocks/utick/domain/promo-code.ts';
import type {
  CategorySheet,
  PriceSheet,
  StockSheet,
} from '#mocks/utick/domain/stock-behaviours.ts';
import type { Price } from '#mocks/utick/domain/stock.ts';
import type { Links } from '#wire/vendor.ts';
import { productTypeIds, stockTypeIds } from './mapping.ts';

export const stockMessages =
  (links: Links) =>
  (sheets: readonly StockSheet[]): readonly StockMessage[] =>
    sheets.map((sheet) => stockMessage(sheet, links));

export const stockMessage = (sheet: StockSheet, links: Links): StockMessage => {
  const { stock, capacity, categories } = sheet;
  return {
    id: stock.id,
    label: stock.label,
    typeid: stockTypeIds[stock.type],
    producttypeid: productTypeIds[stock.productType],
    eventid: stock.eventId ?? '',
    timeslotid: stock.timeSlotId ?? '',
    streamid: stock.streamId ?? '',
    planid: stock.planId ?? '',
    priceconfigid: '',
    merchandisingid: stock.merchandiseId ?? '',
    packid: stock.packId ?? '',
    capacity_total: capacity.total,
    capacity_free: freePlaces(capacity),
    shop_url: links.personal(`/?module=STOCKMODULE&sid=${encodeURIComponent(stock.id)}`),
    notes: stock.notes,
    haspromocodes: stock.hasPromoCodes,
    categories: categories.map(categoryMessage),
  };
};

const categoryMessage = ({ category, capacity, prices }: CategorySheet): CategoryMessage => ({
  id: category.id,
  label: category.label,
  description: category.description,
  color: category.color,
  capacity_total: capacity.total,
  capacity_free: freePlaces(capacity),
  prices: prices.map(priceMessage),
});

const priceMessage = ({ price, amountMinor, code }: PriceSheet): PriceMessage => ({
  id: price.id,
  label: price.label,
  description: price.description,
  quantity_min: price.quantityMin,
  quantity_max: price.quantityMax,
  quantity_step: price.quantityStep,
  value: { amount: amountMinor, currency: price.currency },
  ...(code ? { promo: promoMessage(code, price) } : {}),
});

/** `initalprice`: spelt so by the vendor. */
const promoMessage = ({ description }: PromoCode, price: Price): PromoMessage => ({
  description,
  initalprice: price.amountMinor,
});
