import type {
  Payment as PaymentMessage,
  PaymentMethod as PaymentMethodMessage,
} from '#contracts/utick/index.ts';
import { sheetOf } from '#mocks/utick/domain/payment-behaviours.ts';
import type {
  Payment,
  PaymentMethod,
  PaymentMethodType,
  PaymentStatus,
} from '#mocks/utick/domain/payment.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { dateOrNull } from './mapping.ts';

/** All prices and payments are in it. */
export const CURRENCY = 'EUR';

const methodTypeIds: Readonly<Record<PaymentMethodType, PaymentMethodMessage['typeid']>> = {
  unknown: -1,
  cash: 1,
  'bank-transfer': 2,
  online: 3,
  invoice: 4,
  'client-account': 5,
};

const statusLabels: Readonly<Record<PaymentStatus, string>> = {
  paid: 'Paid',
  pending: 'Pending',
  cancelled: 'Cancelled',
};

const statusId = (status: PaymentStatus, settings: UtickSettings): number => {
  switch (status) {
    case 'paid':
      return settings.paidPaymentStatusId;
    case 'pending':
      return settings.pendingPaymentStatusId;
    case 'cancelled':
      return settings.cancelledPaymentStatusId;
  }
};

/** Two statuses may be set to one id: it then stands for the first of them. */
export const paymentStatusOf = (id: number, settings: UtickSettings): PaymentStatus | undefined =>
  (['paid', 'pending', 'cancelled'] as const).find((status) => statusId(status, settings) === id);

/** `1 Paid, 0 Pending, -10 Cancelled`, as the settings have it. */
export const paymentStatusText = (settings: UtickSettings): string =>
  (['paid', 'pending', 'cancelled'] as const)
    .map((status) => `${statusId(status, settings)} ${statusLabels[status]}`)
    .join(', ');

export const paymentMethodMessage = (method: PaymentMethod): PaymentMethodMessage => ({
  id: method.id,
  label: method.label,
  typeid: methodTypeIds[method.type],
  metadata: method.metadata,
});

export function paymentMessage(
  draft: UtickDraft,
  payment: Payment,
  settings: UtickSettings,
): PaymentMessage {
  const { method, counter } = sheetOf(draft, payment);
  return {
    id: payment.id,
    label: method?.label ?? '',
    orderid: payment.orderId,
    paymentmethodid: payment.methodId ?? '',
    externalid: payment.externalId,
    couponcode: payment.couponCode,
    notes: payment.notes,
    value: {
      amount: payment.amountMinor,
      expectedamount: payment.expectedMinor,
      currency: CURRENCY,
    },
    paymentdate: dateOrNull(payment.paidAt),
    status: { id: statusId(payment.status, settings), label: statusLabels[payment.status] },
    paymentmethod: method ? paymentMethodMessage(method) : null,
    counter: counter ? { id: counter.id, label: counter.label } : null,
  };
}
