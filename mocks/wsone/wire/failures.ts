import type { WsoneFailureKind } from '#contracts/wsone/index.ts';
import { errors } from '#contracts/wsone/errors.ts';
import type { ErrorCode } from '#kit/operation.ts';
import type { Answer, WireFailure } from '#wire/vendor.ts';
import { refusal, type WsoneContext } from './envelope.ts';
import { amountText } from './mapping.ts';
import type { WsoneVoice } from './voice.ts';

type Failure = WsoneVoice['failure'] | WireFailure;
type Details = {
  readonly [K in Failure['kind']]: (failure: Extract<Failure, { kind: K }>) => string;
};

/** `/ReceiptRequest/receiptNumber` as the vendor's own documentation would write it. */
const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.') || 'the body';

const identifierText = ({ type, value }: { readonly type: number; readonly value: string }) =>
  `type ${type}, ${value}`;

/** What is added to the text of a code: the field, the number that it is about. */
const details: Details = {
  'malformed-body': ({ why }) => why,
  'body-too-large': ({ limitBytes }) => `at most ${limitBytes} bytes`,
  'unknown-path': ({ path, nearest }) => (nearest ? `${path}, did you mean ${nearest}?` : path),
  'method-not-allowed': ({ allowed }) => `use ${allowed.join(', ')}`,
  'unknown-sandbox': ({ sandbox, hint }) => `${sandbox}; ${hint}`,
  'not-built': ({ operation }) => operation,
  'credentials-missing': () => 'Authorization: Basic base64(username:password)',
  'credentials-wrong': ({ username }) => username,
  'parameter-invalid': ({ violation }) => `${fieldOf(violation.pointer)}: ${violation.message}`,
  'parameter-missing': ({ pointer }) => fieldOf(pointer),
  'parameter-unreadable': ({ pointer, expected }) => `${fieldOf(pointer)} is not ${expected}`,
  'identifier-unknown': identifierText,
  'identifier-inactive': (failure) => `${identifierText(failure)} is ${failure.status}`,
  'person-unknown': ({ groupeId }) => `groupeId ${groupeId}`,
  'entity-unknown': ({ id }) => id,
  'transaction-unknown': ({ id }) => id,
  'receipt-conflict': ({ number, transactionId }) =>
    `${number} is transaction ${transactionId}, with other content`,
  'transition-forbidden': ({ id, from, to }) => `${id} is ${from} and cannot become ${to}`,
  'refund-exceeds': ({ id, mostMinor }) => `at most ${amountText(mostMinor)} of ${id} is left`,
  'subscription-unknown': ({ id }) => id,
  'person-exists': ({ groupeId }) => `groupeId ${groupeId}`,
  'identifier-taken': identifierText,
  'nobody-found': () => 'nothing fits all that was asked',
  'offer-definition-unknown': ({ id }) => `offerId ${id}`,
  'offer-not-enabled': ({ id, points }) =>
    points
      ? `offerId ${id} costs ${points.needed} points of ${points.held}`
      : `offerId ${id} is not issued for points`,
  'form-unknown': ({ id }) => id,
  'question-unknown': ({ id }) => id,
  injected: ({ failure }) => failure,
};

const isKnown = (kind: string): kind is WsoneFailureKind => Object.hasOwn(errors, kind);

/** A missing field is told apart from one of a wrong type. */
function settled(failure: Failure): Failure {
  if (failure.kind !== 'parameter-invalid' || failure.violation.keyword !== 'required') {
    return failure;
  }
  return { kind: 'parameter-missing', pointer: failure.violation.pointer };
}

export function refuse(refused: Failure, context: WsoneContext): Answer {
  const failure = settled(refused);
  const kind =
    failure.kind === 'injected' && isKnown(failure.failure) ? failure.failure : failure.kind;
  const entry: ErrorCode = errors[kind];
  // An injected failure knows of no field or number that its text could name.
  const isBare = failure.kind === 'injected' && kind !== 'injected';
  const message = isBare ? entry.message : `${entry.message}: ${detailOf(failure)}`;
  const status = entry.status === 200 ? context.settings.errorHttpStatus : entry.status;
  const code = String(entry.code);
  const text = `${message} (code ${code} is a proposal of sosie, not the vendor's)`;
  return {
    ...refusal({ status, code, text }, context),
    ...(status === 401 ? CHALLENGE : {}),
    evidence: entry.evidence,
  };
}

const CHALLENGE = { headers: { 'www-authenticate': 'Basic realm="WsOne"' } } as const;

/** The table has one entry per kind, each taking its own failure, which a look-up cannot show. */
const detailOf = (failure: Failure): string =>
  (details[failure.kind] as (failure: Failure) => string)(failure);

/** HTTP 500 whatever the settings say: no client may take a defect of the double for an answer. */
export const defect = (text: string, context: WsoneContext): Answer =>
  refusal({ status: 500, code: '999', text }, context);
