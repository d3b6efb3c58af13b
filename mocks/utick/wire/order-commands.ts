import { AUTH } from '#contracts/utick/envelope.ts';
import type { BooleanLike } from '#contracts/utick/order-fields.ts';
import type { UtickOperations } from '#contracts/utick/index.ts';
import { done } from '#kernel/outcome.ts';
import type { Request } from '#kit/operation.ts';
import { integerOf } from '#kit/types.ts';
import type { CreateOrder, UpdateOrder } from '#mocks/utick/domain/order-behaviours.ts';
import type { OrderDetails } from '#mocks/utick/domain/order.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import { given, invalid, sent, type Parsed } from './commands.ts';
import { settableStatus } from './mapping.ts';

type MessageOf<N extends keyof UtickOperations> = Request<UtickOperations[N]>;
type OrderMessage = Omit<MessageOf<'updateOrder'>, 'id' | 'statusid'>;

export function createOrderCommand(message: MessageOf<'createOrder'>): Parsed<CreateOrder> {
  const details = detailsOf(message, { language: message.language, keepsEmpty: false });
  if (!details.ok) return details;
  return done({ contactId: given(message.contactid), details: details.value });
}

export function updateOrderCommand(
  message: MessageOf<'updateOrder'>,
  settings: UtickSettings,
): Parsed<UpdateOrder> {
  const isWhole = message.name !== undefined;
  const details = detailsOf(message, {
    language: isWhole || isLanguageAlone(message) ? message.language : undefined,
    keepsEmpty: isWhole && !settings.emptyMeansUnset,
  });
  if (!details.ok) return details;
  const { statusid } = message;
  return done({
    orderId: message.id,
    contactId: given(message.contactid),
    status: statusid === undefined ? undefined : settableStatus(integerOf(statusid)),
    details: details.value,
  });
}

interface Reading {
  /**
   * `language` has two meanings: it is the order's on creation, when nothing else is sent, or in
   * the whole-order form, which has a name; otherwise it is the language of the answer.
   */
  readonly language: string | undefined;
  /** What is empty stays as it is. */
  readonly keepsEmpty: boolean;
}

function detailsOf(message: OrderMessage, reading: Reading): Parsed<Partial<OrderDetails>> {
  const metadata = metadataOf(message.metadata);
  if (!metadata.ok) return metadata;
  const isEmpty = Object.keys(metadata.value ?? {}).length === 0;
  const text = reading.keepsEmpty ? given : (value: string | undefined) => value;
  return done(
    sent<Omit<OrderDetails, 'shipping'>>({
      name: text(message.name),
      language: text(reading.language),
      country: text(message.country),
      postalCode: text(message.postalcode),
      automaticCancel: booleanOf(message.automaticcancel),
      notes: text(message.notes),
      metadata: isEmpty && reading.keepsEmpty ? undefined : metadata.value,
    }),
  );
}

const isLanguageAlone = (message: OrderMessage): boolean =>
  Object.keys(message).every((key) => key === 'id' || key in AUTH);

const booleanOf = (value: BooleanLike | undefined): boolean | undefined =>
  value === undefined ? undefined : [true, 1, '1', 'true'].includes(value);

/** An object; a JSON text of one; or `[]`, which is how PHP writes an empty one. */
function metadataOf(given: OrderMessage['metadata']): Parsed<OrderDetails['metadata'] | undefined> {
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
