import type { StockRequest, UtickOperations } from '#contracts/utick/index.ts';
import { AUTH } from '#contracts/utick/envelope.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Request } from '#kit/operation.ts';
import { integerOf, type IntegerLike } from '#kit/types.ts';
import type { ListPage } from '#mocks/utick/domain/behaviour.ts';
import type { UpdateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import type { OrderDetails } from '#mocks/utick/domain/order.ts';
import type { ProductRequest, RequestProducts } from '#mocks/utick/domain/request-products.ts';
import type { ListStocks, OfferingFilter } from '#mocks/utick/domain/stock-behaviours.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import { settableStatus } from './mapping.ts';
import type { ParameterInvalid } from './voice.ts';

type Parsed<T> = Outcome<T, ParameterInvalid>;
type MessageOf<N extends keyof UtickOperations> = Request<UtickOperations[N]>;

const invalid = (pointer: string, message: string, keyword: string) =>
  refused<ParameterInvalid>({
    kind: 'parameter-invalid',
    violation: { pointer, message, keyword },
  });

/** The SDK sends `""` for what it does not know. */
export const given = (text: string | undefined): string | undefined =>
  text === '' ? undefined : text;

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
  });
}

const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

export function updateOrderCommand(message: MessageOf<'updateOrder'>): Parsed<UpdateOrder> {
  const metadata = metadataOf(message.metadata);
  if (!metadata.ok) return metadata;
  const { statusid } = message;
  return done({
    orderId: message.id,
    contactId: given(message.contactid),
    status: statusid === undefined ? undefined : settableStatus(integerOf(statusid)),
    details: {
      ...(message.notes === undefined ? {} : { notes: message.notes }),
      ...(metadata.value ? { metadata: metadata.value } : {}),
      ...languageOf(message),
    },
  });
}

/** An object; a JSON text of one; or `[]`, which is how PHP writes an empty one. */
function metadataOf(
  given: MessageOf<'updateOrder'>['metadata'],
): Parsed<OrderDetails['metadata'] | undefined> {
  if (given === undefined) return done(undefined);
  const value = typeof given === 'string' ? parsedJson(given) : given;
  if (isList(value) && value.length === 0) return done({});
  if (isObject(value)) return done(value);
  return invalid('/metadata', 'This is not an object, nor the JSON text of one.', 'type');
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * `language` has two meanings: it is the order's when nothing else is sent or in the whole-order
 * form, which has a name; otherwise it is the language of the answer.
 */
function languageOf(message: MessageOf<'updateOrder'>): Partial<OrderDetails> {
  const { language } = message;
  if (language === undefined) return {};
  const isAlone = Object.keys(message).every((key) => key === 'id' || key in AUTH);
  return isAlone || 'name' in message ? { language } : {};
}

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
  return done({ ...page.value, offeredBy });
}
