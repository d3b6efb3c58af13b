import type { PaymentValueRequest, UtickOperations } from '#contracts/utick/index.ts';
import { parseInstant, type Instant } from '#kernel/instant.ts';
import { done } from '#kernel/outcome.ts';
import type { Request } from '#kit/operation.ts';
import { integerOf, type IntegerLike } from '#kit/types.ts';
import type { CreatePayment, UpdatePayment } from '#mocks/utick/domain/payment-behaviours.ts';
import { MOST_CENTS, type PaymentFields } from '#mocks/utick/domain/payment.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import { given, invalid, sent, type Parsed } from './commands.ts';
import { CURRENCY, paymentStatusOf, paymentStatusText } from './payment-message.ts';

type MessageOf<N extends keyof UtickOperations> = Request<UtickOperations[N]>;
type PaymentMessage = Omit<MessageOf<'updatePayment'>, 'id'>;

export function createPaymentCommand(
  message: MessageOf<'createPayment'>,
  settings: UtickSettings,
): Parsed<CreatePayment> {
  const fields = paymentFields(message, settings);
  if (!fields.ok) return fields;
  const amountMinor = amountOf(message.value.amount, '/value/amount');
  if (!amountMinor.ok) return amountMinor;
  return done({ orderId: message.orderid, amountMinor: amountMinor.value, fields: fields.value });
}

export function updatePaymentCommand(
  message: MessageOf<'updatePayment'>,
  settings: UtickSettings,
): Parsed<UpdatePayment> {
  const fields = paymentFields(message, settings);
  if (!fields.ok) return fields;
  return done({ id: message.id, orderId: given(message.orderid), fields: fields.value });
}

/** An empty id says nothing: the SDK sends one for a counter that it never reads. */
function paymentFields(message: PaymentMessage, settings: UtickSettings): Parsed<PaymentFields> {
  const value = valueFields(message.value);
  if (!value.ok) return value;
  const paidAt = paidAtOf(message.paymentdate);
  if (!paidAt.ok) return paidAt;
  const status = statusOf(message.status, settings);
  if (!status.ok) return status;
  const texts = sent<Pick<PaymentFields, 'externalId' | 'couponCode' | 'notes'>>({
    externalId: message.externalid,
    couponCode: message.couponcode,
    notes: message.notes,
  });
  return done({
    ...sent<Pick<PaymentFields, 'methodId' | 'counterId'>>({
      methodId: given(message.paymentmethodid),
      counterId: given(message.counterid),
    }),
    ...texts,
    ...value.value,
    ...paidAt.value,
    ...status.value,
  });
}

function valueFields(value: Partial<PaymentValueRequest> | undefined): Parsed<PaymentFields> {
  const { amount, expectedamount, currency } = value ?? {};
  if (currency !== undefined && currency !== '' && currency !== CURRENCY) {
    return invalid('/value/currency', `Payments are in ${CURRENCY}.`, 'const');
  }
  const amountMinor = optionalAmount(amount, '/value/amount');
  if (!amountMinor.ok) return amountMinor;
  const expectedMinor = optionalAmount(expectedamount, '/value/expectedamount');
  if (!expectedMinor.ok) return expectedMinor;
  return done(
    sent<Pick<PaymentFields, 'amountMinor' | 'expectedMinor'>>({
      amountMinor: amountMinor.value,
      expectedMinor: expectedMinor.value,
    }),
  );
}

const optionalAmount = (
  amount: IntegerLike | undefined,
  pointer: string,
): Parsed<number | undefined> =>
  amount === undefined ? done(undefined) : amountOf(amount, pointer);

function amountOf(amount: IntegerLike, pointer: string): Parsed<number> {
  const cents = integerOf(amount);
  return Math.abs(cents) <= MOST_CENTS
    ? done(cents)
    : invalid(pointer, `This must be at most ${MOST_CENTS} cents.`, 'maximum');
}

function paidAtOf(date: string | null | undefined): Parsed<Pick<PaymentFields, 'paidAt'>> {
  if (date === undefined) return done({});
  if (date === null || date === '') return done({ paidAt: undefined });
  const paidAt: Instant | undefined = parseInstant(date);
  return paidAt === undefined
    ? invalid('/paymentdate', 'This must be ISO 8601 with a zone.', 'format')
    : done({ paidAt });
}

function statusOf(
  status: MessageOf<'updatePayment'>['status'],
  settings: UtickSettings,
): Parsed<Pick<PaymentFields, 'status'>> {
  if (!status) return done({});
  const known = paymentStatusOf(integerOf(status.id), settings);
  const message = `This must be one of ${paymentStatusText(settings)}.`;
  return known ? done({ status: known }) : invalid('/status/id', message, 'enum');
}
