import type { Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import type { Row } from '#kernel/table-spec.ts';
import type {
  CaptureFailure,
  RefundFailure,
  ReauthorisationFailure,
  ResetFailure,
} from './failure.ts';

/**
 * How it began: authorised to be captured later, captured at once (a sale), captured of an
 * authorisation from elsewhere (a debit), or no money at all (a verification).
 */
export type PaymentKind = 'authorisation' | 'sale' | 'debit' | 'verification';

interface PaymentFacts extends Row {
  readonly kind: PaymentKind;
  readonly merchantId: string;
  readonly currency: string;
  readonly authorisedMinor: number;
  readonly capturedMinor: number;
  /** Of what is captured. */
  readonly settledMinor: number;
  readonly refundedMinor: number;
  /** From then on it cannot be captured. */
  readonly expiresAt: Instant;
}

/** An accepted payment and its money. */
export type Payment =
  /** Something can still be captured, until it expires. */
  | (PaymentFacts & { readonly status: 'authorised' })
  /** Nothing is left to capture. */
  | (PaymentFacts & { readonly status: 'captured' })
  | (PaymentFacts & { readonly status: 'cancelled' })
  /** Authorised anew: the other one is captured instead. */
  | (PaymentFacts & { readonly status: 'superseded'; readonly by: string });

type Live = Extract<Payment, { readonly status: 'authorised' | 'captured' }>;

export const isExpired = (payment: Payment, now: Instant): boolean =>
  payment.status === 'authorised' && now >= payment.expiresAt;

export const uncapturedMinor = ({ authorisedMinor, capturedMinor }: Payment): number =>
  authorisedMinor - capturedMinor;

export interface Capture {
  readonly amountMinor: number;
  /** Nothing more will be captured; the rest is given up. */
  readonly isLast: boolean;
}

export function capture(
  payment: Payment,
  { amountMinor, isLast }: Capture,
  now: Instant,
): Outcome<Payment, CaptureFailure> {
  if (payment.kind === 'verification') return refused({ kind: 'not-capturable' });
  if (payment.kind !== 'authorisation') return refused({ kind: 'captured-at-once' });
  switch (payment.status) {
    case 'cancelled':
      return refused({ kind: 'not-capturable' });
    case 'superseded':
      return refused({ kind: 'authorisation-expired' });
    case 'captured':
      return refused({ kind: 'captured-already' });
    case 'authorised': {
      if (isExpired(payment, now)) return refused({ kind: 'authorisation-expired' });
      if (amountMinor > uncapturedMinor(payment)) {
        return refused({ kind: 'capture-exceeds-authorisation' });
      }
      const captured = { ...payment, capturedMinor: payment.capturedMinor + amountMinor };
      return done(isLast ? { ...captured, status: 'captured' } : byWhatIsLeft(captured));
    }
  }
}

/** The deferred capture takes all that is left, whatever the kind. */
export function captureRest(payment: Payment, now: Instant): Payment | undefined {
  if (payment.status !== 'authorised' || isExpired(payment, now)) return undefined;
  if (uncapturedMinor(payment) === 0) return undefined;
  return { ...payment, capturedMinor: payment.authorisedMinor, status: 'captured' };
}

export function refund(payment: Payment, amountMinor: number): Outcome<Payment, RefundFailure> {
  if (payment.kind === 'verification') return refused({ kind: 'not-refundable' });
  if (payment.capturedMinor === 0) return refused({ kind: 'not-captured-yet' });
  const refundedMinor = payment.refundedMinor + amountMinor;
  if (refundedMinor > payment.capturedMinor) return refused({ kind: 'refund-exceeds-capture' });
  return done({ ...payment, refundedMinor });
}

export interface Reset {
  /** None: all of it. */
  readonly amountMinor: number | undefined;
  /** Whether captures that are not settled are cancelled with their authorisation. */
  readonly cancelsCaptures: boolean;
}

export function reset(
  payment: Payment,
  asked: Reset,
  now: Instant,
): Outcome<Payment, ResetFailure> {
  if (payment.kind === 'verification') return refused({ kind: 'reset-unsupported' });
  if (payment.status === 'cancelled') return refused({ kind: 'reset-already' });
  if (payment.status === 'superseded') return refused({ kind: 'authorisation-expired' });
  if (payment.capturedMinor === 0 && isExpired(payment, now)) {
    return refused({ kind: 'authorisation-expired' });
  }
  if (payment.settledMinor > 0 || payment.refundedMinor > 0) {
    return refused({ kind: 'settled-already' });
  }
  const { amountMinor = payment.authorisedMinor } = asked;
  return amountMinor === payment.authorisedMinor
    ? cancel(payment, asked)
    : resetPart(payment, amountMinor);
}

function cancel(payment: Live, { cancelsCaptures }: Reset): Outcome<Payment, ResetFailure> {
  const isCaptured = payment.kind === 'authorisation' && payment.capturedMinor > 0;
  if (isCaptured && !cancelsCaptures) return refused({ kind: 'settled-already' });
  return done({ ...payment, capturedMinor: 0, status: 'cancelled' });
}

/** Of an authorisation what is not captured, of a sale and a debit what is. */
function resetPart(payment: Live, amountMinor: number): Outcome<Payment, ResetFailure> {
  const isAuthorisation = payment.kind === 'authorisation' || payment.capturedMinor === 0;
  const rest = isAuthorisation ? uncapturedMinor(payment) : payment.capturedMinor;
  if (amountMinor > rest) return refused({ kind: 'reset-exceeds-rest' });
  const authorisedMinor = payment.authorisedMinor - amountMinor;
  if (!isAuthorisation) {
    return done({ ...payment, authorisedMinor, capturedMinor: rest - amountMinor });
  }
  return done(byWhatIsLeft({ ...payment, authorisedMinor }));
}

/** Takes a refund back that is not settled. */
export const withoutRefund = (payment: Payment, amountMinor: number): Payment => ({
  ...payment,
  refundedMinor: payment.refundedMinor - amountMinor,
});

export interface Reauthorisation {
  readonly amountMinor: number;
  readonly isEarlyAllowed: boolean;
  readonly isLimited: boolean;
}

/** Whether what is left of a payment may be authorised anew. */
export function reauthorisable(
  payment: Payment,
  { amountMinor, isEarlyAllowed, isLimited }: Reauthorisation,
  now: Instant,
): Outcome<Payment, ReauthorisationFailure | { readonly kind: 'transaction-unfit' }> {
  if (payment.kind !== 'authorisation') return refused({ kind: 'transaction-unfit' });
  switch (payment.status) {
    case 'captured':
      return refused({ kind: 'captured-already' });
    case 'cancelled':
      return refused({ kind: 'reset-already' });
    case 'superseded':
      return refused({ kind: 'transaction-unfit' });
    case 'authorised':
      if (!isExpired(payment, now) && !isEarlyAllowed) {
        return refused({ kind: 'transaction-unfit' });
      }
      return isLimited && amountMinor > uncapturedMinor(payment)
        ? refused({ kind: 'reauthorisation-exceeds-rest' })
        : done(payment);
  }
}

const byWhatIsLeft = (payment: Live): Payment =>
  uncapturedMinor(payment) === 0 ? { ...payment, status: 'captured' } : payment;
