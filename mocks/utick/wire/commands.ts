import type { StockRequest, UtickOperations } from '#contracts/utick/index.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Request } from '#kit/operation.ts';
import { integerOf, type IntegerLike } from '#kit/types.ts';
import type { ListPage } from '#mocks/utick/domain/behaviour.ts';
import type { ProductRequest, RequestProducts } from '#mocks/utick/domain/request-products.ts';
import type { ListStocks, OfferingFilter } from '#mocks/utick/domain/stock-behaviours.ts';
import { MOST_CENTS } from '#mocks/utick/domain/payment.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { ParameterInvalid } from './voice.ts';

export type Parsed<T> = Outcome<T, ParameterInvalid>;
type MessageOf<N extends keyof UtickOperations> = Request<UtickOperations[N]>;

export const invalid = (pointer: string, message: string, keyword: string) =>
  refused<ParameterInvalid>({
    kind: 'parameter-invalid',
    violation: { pointer, message, keyword },
  });

/** The SDK sends `""` for what it does not know. */
export const given = (text: string | undefined): string | undefined =>
  text === '' ? undefined : text;

/** Without the fields that were not sent. */
export function sent<T extends object>(fields: {
  readonly [K in keyof T]: T[K] | undefined;
}): Partial<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Made of the entries of a T, some of which are missing.
  return Object.fromEntries(entries) as Partial<T>;
}

interface PageParameters {
  readonly limit?: IntegerLike;
  readonly offset?: IntegerLike;
  readonly entry_count?: IntegerLike;
  readonly entry_start?: IntegerLike;
}

export function pageOf(message: PageParameters, settings: UtickSettings): Parsed<ListPage> {
  const most = settings.pageSize;
  const limit = integerOf(message.limit ?? message.entry_count ?? most);
  const offset = integerOf(message.offset ?? message.entry_start ?? 0);
  if (limit < 0) return invalid('/limit', 'This must not be negative.', 'minimum');
  if (offset < 0) return invalid('/offset', 'This must not be negative.', 'minimum');
  return done({ limit: Math.min(limit, most), offset });
}

export function requestProductsCommand(
  message: MessageOf<'requestProducts'>,
): Parsed<RequestProducts> {
  const requests: ProductRequest[] = [];
  for (const [at, asked] of message.requests.entries()) {
    const request = productRequest(asked, `/requests/${at}`);
    if (!request.ok) return request;
    requests.push(request.value);
  }
  return done({ requests });
}

function productRequest(asked: StockRequest, pointer: string): Parsed<ProductRequest> {
  const quantity = integerOf(asked.quantity);
  if (quantity < 1) return invalid(`${pointer}/quantity`, 'This must be 1 or more.', 'minimum');
  const forced = asked.forcedpricevalue ?? '';
  const forcedAmountMinor = forced === '' ? undefined : Number(forced);
  if (forcedAmountMinor !== undefined && !isAmount(forcedAmountMinor)) {
    return invalid(`${pointer}/forcedpricevalue`, 'This must be whole cents.', 'minimum');
  }
  return done({
    stockId: asked.stockid,
    categoryId: asked.categoryid,
    priceId: asked.priceid,
    quantity,
    orderId: given(asked.orderid),
    forcedAmountMinor,
    promoCodeIds: asked.promocodeids ?? [],
  });
}

const isAmount = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= MOST_CENTS;

export function listStocksCommand(
  message: MessageOf<'listStocks'>,
  settings: UtickSettings,
): Parsed<ListStocks> {
  const page = pageOf(message, settings);
  if (!page.ok) return page;
  const filters = [
    ['event', message.eventid],
    ['timeSlot', message.timeslotid],
    ['stream', message.streamid],
    ['pack', message.packid],
    ['merchandise', message.merchandisingid],
  ] as const;
  const offeredBy = filters.flatMap(([offering, id = '']): readonly OfferingFilter[] =>
    id === '' ? [] : [{ offering, id }],
  );
  return done({ ...page.value, offeredBy, promoCodeIds: message.promocodeids ?? [] });
}
