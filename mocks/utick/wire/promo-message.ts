import type { PromoCode as PromoCodeMessage } from '#contracts/utick/index.ts';
import { freeUses, type PromoCode } from '#mocks/utick/domain/promo-code.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import { dateOrNull, dateText } from './mapping.ts';

const typeIds = { discount: 100, 'price-reveal': 300 } as const;

export const promoCodeMessage = (code: PromoCode, settings: UtickSettings): PromoCodeMessage => ({
  id: code.id,
  label: code.label,
  created: dateText(code.createdAt),
  description: code.description,
  message: code.message,
  starttime: dateText(code.startsAt),
  endtime: dateOrNull(code.endsAt),
  typeid: typeIds[code.kind],
  capacity_total: code.uses.total,
  capacity_free: freeUses(code, settings),
  discount: discountOf(code),
  ...(code.category ? { product_category: code.category } : {}),
});

/** As text: the sample quotes both numbers. */
const discountOf = (code: PromoCode): PromoCodeMessage['discount'] =>
  code.kind === 'discount'
    ? { value: String(code.valueMinor), percentage: String(code.percentage) }
    : { value: '0', percentage: '0' };
