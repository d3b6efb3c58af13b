import { errors } from '#contracts/s360/errors.ts';
import type { S360FailureKind } from '#contracts/s360/index.ts';
import type { ErrorCode } from '#kit/operation.ts';
import type { Answer, WireFailure } from '#wire/vendor.ts';
import type { S360Context } from './envelope.ts';
import type { S360Voice } from './voice.ts';

type Failure = S360Voice['failure'] | WireFailure;
type Details = {
  readonly [K in Failure['kind']]: (failure: Extract<Failure, { kind: K }>) => string | undefined;
};

const nothing = (): undefined => undefined;

/** What is added to the text of a code: the parameter, the id, the state it is about. */
const details: Details = {
  'malformed-body': ({ why }) => why,
  'body-too-large': ({ limitBytes }) => `at most ${limitBytes} bytes`,
  'unknown-path': ({ path, nearest }) => (nearest ? `${path}, did you mean ${nearest}?` : path),
  'method-not-allowed': ({ allowed }) => `use ${allowed.join(', ')}`,
  'unknown-sandbox': ({ sandbox, hint }) => `${sandbox}; ${hint}`,
  'authentication-missing': ({ what }) => what,
  'token-malformed': nothing,
  'operator-unknown': ({ operator }) => operator,
  'secret-wrong': nothing,
  'token-expired': nothing,
  'token-too-long': nothing,
  'rate-limited': ({ what }) => what,
  'parameter-invalid': ({ violation }) => `${violation.pointer || '/'}: ${violation.message}`,
  'parameter-missing': ({ parameter }) => parameter,
  'point-of-sales-unknown': ({ id }) => id,
  'order-unknown': ({ id }) => id,
  'order-expired': ({ id }) => id,
  'order-closed': ({ id }) => id,
  'order-frozen': ({ id, status }) => `${id} is ${status}`,
  'file-unknown': ({ id }) => id,
  'contact-unknown': ({ number }) => number,
  'login-taken': ({ login }) => login,
  'operation-unknown': ({ id }) => id,
  'movement-unknown': ({ id }) => id,
  'item-unknown': ({ id }) => id,
  'price-unknown': ({ itemId, audienceId }) => `item ${itemId}, audience ${audienceId}`,
  'contingent-forbidden': ({ id, allowed }) => `${id}, only ${allowed} is`,
  'item-off-sale': ({ id, state }) => `${id} is ${state}`,
  'quantity-invalid': ({ quantity, least, most }) => `${quantity}, from ${least} to ${most}`,
  'sold-out': ({ asked, free }) => `${asked} are asked for, ${free} are left`,
  'seat-unknown': ({ id }) => id,
  'seat-taken': ({ id }) => id,
  'order-empty': ({ id }) => id,
  'payment-method-unknown': ({ id }) => id,
  'waiting-account-forbidden': ({ number }) => number ?? 'no contact is named',
  'payment-amount': ({ dueMilli, paidMilli }) => `${paidMilli} paid, ${dueMilli} due`,
  'not-built': ({ operation }) => operation,
  injected: ({ failure }) => failure,
};

const isKnown = (kind: string): kind is S360FailureKind => Object.hasOwn(errors, kind);

/** HTTP says no to whoever may not call; of a method that fails, the answer says so. */
export function refuse(failure: Failure, { settings }: S360Context): Answer {
  const kind =
    failure.kind === 'injected' && isKnown(failure.failure) ? failure.failure : failure.kind;
  const { status, code, message, evidence }: ErrorCode = errors[kind];
  const statusCode = isMissing(failure) ? errors['parameter-missing'].code : code;
  // An injected failure knows of no order or parameter that its text could name.
  const isBare = failure.kind === 'injected' && kind !== 'injected';
  const detail = isBare ? undefined : detailOf(failure);
  const statusDetail = detail === undefined ? message : `${message}: ${detail}`;
  return {
    status: kind === 'rate-limited' ? settings.rateLimitStatus : status,
    code: statusCode,
    message: { statusCode, statusDetail, ...(isExpected(failure) && EXPECTED) },
    evidence,
  };
}

const EXPECTED = { expectedException: true } as const;

/** What is not built is no refusal of the vendor's. */
const isExpected = (failure: Failure): boolean =>
  'expected' in failure && failure.expected && failure.kind !== 'not-built';

const isMissing = (failure: Failure): boolean =>
  failure.kind === 'parameter-invalid' && failure.violation.keyword === 'required';

/** The table has one entry per kind, each taking its own failure, which a look-up cannot show. */
const detailOf = (failure: Failure): string | undefined =>
  (details[failure.kind] as (failure: Failure) => string | undefined)(failure);

/** HTTP 500, so that no client takes a defect of the double for an answer. */
export const defect = (text: string): Answer => ({
  status: 500,
  message: { statusCode: 'error.technical', statusDetail: text },
});
