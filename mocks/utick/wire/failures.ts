import { ORDER_STATUS_LABELS, type UtickFailureKind } from '#contracts/utick/index.ts';
import { errors } from '#contracts/utick/errors.ts';
import type { ErrorCode } from '#kit/operation.ts';
import type { PackProblem } from '#mocks/utick/domain/failure.ts';
import type { PromoProblem } from '#mocks/utick/domain/promo-code.ts';
import type { Answer, WireFailure } from '#wire/vendor.ts';
import { refusal, type UtickContext } from './envelope.ts';
import { statusMessages } from './mapping.ts';
import type { UtickVoice } from './voice.ts';

type Failure = UtickVoice['failure'] | WireFailure;
type Details = {
  readonly [K in Failure['kind']]: (
    failure: Extract<Failure, { kind: K }>,
    context: UtickContext,
  ) => string;
};

const settable = [0, 1, 15, 30, -10] as const;
const settableText = settable.map((id) => `${id} ${ORDER_STATUS_LABELS[id]}`).join(', ');

const promoProblems: Readonly<Record<PromoProblem, string>> = {
  'not-yet-valid': 'is not valid yet',
  expired: 'has expired',
  'used-up': 'is used up',
  'not-applicable': 'applies to nothing in the order',
};

const packProblems: Readonly<Record<PackProblem, string>> = {
  'is-a-pack': 'is a pack itself',
  undated: 'has no date',
  'outside-sets': 'is in no set of the pack',
};

/** What is added to the text of a code: the parameter, the id, the status it is about. */
const details: Details = {
  'malformed-body': ({ why }) => why,
  'body-too-large': ({ limitBytes }) => `at most ${limitBytes} bytes`,
  'unknown-path': ({ path, nearest }) => (nearest ? `${path}, did you mean ${nearest}?` : path),
  'method-not-allowed': ({ allowed }) => `use ${allowed.join(', ')}`,
  'unknown-sandbox': ({ sandbox, hint }) => `${sandbox}; ${hint}`,
  'authentication-missing': ({ field }) => field,
  'public-key-unknown': ({ publicKey }) => publicKey,
  'signature-invalid': () =>
    'it is the lower-case hex of HMAC-SHA256 over publickey and timestamp, keyed with the private key',
  'timestamp-outside-window': ({ timestamp }) => timestamp,
  'parameter-invalid': ({ violation }) => `${violation.pointer || '/'}: ${violation.message}`,
  'order-unknown': ({ id }) => id,
  'product-unknown': ({ id }) => id,
  'stock-unknown': ({ id }) => id,
  'category-unknown': ({ id, stockId }) => `${id} in stock ${stockId}`,
  'price-unknown': ({ id, categoryId }) => `${id} in category ${categoryId}`,
  'contact-unknown': ({ id }) => id,
  'promo-code-unknown': ({ id }) => id,
  'event-unknown': ({ id }) => id,
  'time-slot-unknown': ({ id }) => id,
  'attraction-unknown': ({ id }) => id,
  'venue-unknown': ({ id }) => id,
  'pack-unknown': ({ id }) => id,
  'seat-unknown': ({ id, stockId }) => `${id} in stock ${stockId}`,
  'payment-unknown': ({ id }) => id,
  'payment-method-unknown': ({ id }) => id,
  'counter-unknown': ({ id }) => id,
  'status-not-settable': (_, { message }) =>
    `${String(message?.['statusid'])}; a client sets ${settableText}`,
  'order-closed': ({ status }) => statusMessages[status].label,
  'order-unconfirmed': ({ id }) => id,
  'payment-order-fixed': ({ orderId }) => orderId,
  'transition-forbidden': ({ from, to }) =>
    `from ${statusMessages[from].label} to ${statusMessages[to].label}`,
  'contact-required': () => 'contactid',
  'order-empty': () => 'request products for it first',
  'not-a-pack': ({ id }) => `product ${id}`,
  'pack-in-other-order': ({ orderId }) => `order ${orderId}`,
  'not-for-pack': ({ id, why }) => `product ${id} ${packProblems[why]}`,
  'pack-full': ({ most }) => `it holds ${most} at most`,
  'pack-incomplete': ({ id, least }) => `product ${id} needs ${least} at least`,
  'promo-code-unusable': ({ id, why }) => `${id} ${promoProblems[why]}`,
  'seat-taken': ({ id }) => id,
  'tickets-not-ready': ({ status }) => statusMessages[status].label,
  'not-built': ({ operation }) => operation,
  injected: ({ failure }) => failure,
};

const isKnown = (kind: string): kind is UtickFailureKind => Object.hasOwn(errors, kind);

export function refuse(failure: Failure, context: UtickContext): Answer {
  const kind =
    failure.kind === 'injected' && isKnown(failure.failure) ? failure.failure : failure.kind;
  const entry: ErrorCode = errors[kind];
  // An injected failure knows of no order or parameter that its text could name.
  const isBare = failure.kind === 'injected' && kind !== 'injected';
  const message = isBare ? entry.message : `${entry.message}: ${detailOf(failure, context)}`;
  const status = context.settings.httpStatus === 'mirror' ? entry.status : 200;
  return {
    ...refusal({ code: Number(entry.code), message }, status, context),
    evidence: entry.evidence,
  };
}

/** The table has one entry per kind, each taking its own failure, which a look-up cannot show. */
const detailOf = (failure: Failure, context: UtickContext): string =>
  (details[failure.kind] as (failure: Failure, context: UtickContext) => string)(failure, context);

/** HTTP 500 whatever the settings say: no SDK may take a defect of the double for an answer. */
export const defect = (text: string, context: UtickContext): Answer =>
  refusal({ code: 500, message: text }, 500, context);
