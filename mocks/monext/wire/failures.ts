import { errors } from '#contracts/monext/errors.ts';
import { isCode, returnCodes, type MonextFailureKind } from '#contracts/monext/index.ts';
import type { ErrorCode } from '#kit/operation.ts';
import type { MonextSettings } from '#mocks/monext/settings.ts';
import type { Answer, AnswerContext, SoapFailure, SoapFault } from '#wire/vendor.ts';
import { answerWithout, type OperationName } from './filling.ts';
import { versionOf } from './mapping.ts';
import { resultOf } from './result.ts';
import type { MonextVoice } from './voice.ts';

export type Failure = MonextVoice['failure'] | SoapFailure;

/** The pipeline may tell which operation is answered when no handler could. */
export type MonextContext = AnswerContext<MonextSettings> & {
  readonly operation?: string | undefined;
};

/** Codes that a setting chooses; the table of errors holds their defaults. */
const chosen: Readonly<Partial<Record<string, (settings: MonextSettings) => string>>> = {
  'capture-exceeds-authorisation': ({ overCapture }) => overCapture,
  'captured-at-once': ({ captureAtOnceAgain }) => captureAtOnceAgain,
  'not-captured-yet': ({ refundUncaptured }) => refundUncaptured,
  'settled-already': ({ resetSettled }) => resetSettled,
  'reset-exceeds-rest': ({ resetTooMuch }) => resetTooMuch,
  'transaction-not-found': ({ unknownTransaction }) => unknownTransaction,
  'order-not-found': ({ unmatchedOrder }) => unmatchedOrder,
};

/** Codes of the credentials where they are told in band. */
const inBand: Readonly<Partial<Record<string, string>>> = {
  'credentials-missing': '09101',
  'credentials-wrong': '09101',
  'merchant-locked': '09102',
};

/** Says no over SOAP: HTTP 401, a result of the operation's own, or a fault. */
export function refuse(failure: Failure, context: MonextContext): Answer {
  const told = codeOf(failure, context);
  const operation = operationOf(failure, context);
  if (told && operation) return inResult(told, operation, { failure, context });
  if (isUnauthorised(failure.kind)) return unauthorised(failure.kind);
  const error = errorOf(failure);
  const text = told ? `${told.code} ${returnTextOf(told.code)}` : textOf(failure, error);
  return fault(error, text, context.settings);
}

interface ToldCode {
  readonly code: string;
  readonly evidence: ErrorCode['evidence'];
}

/** The return code of a failure, where it has one. */
function codeOf(failure: Failure, { settings }: MonextContext): ToldCode | undefined {
  if (failure.kind === 'injected' && isCode(failure.failure)) {
    return { code: failure.failure, evidence: returnCodes[failure.failure].evidence.longMessage };
  }
  const { kind } = known(failure);
  if (isUnauthorised(kind)) {
    const code = settings.wrongCredentials === 'in-band' ? inBand[kind] : undefined;
    return code === undefined ? undefined : { code, evidence: 'inferred' };
  }
  const { code, status, evidence }: ErrorCode = errors[kind];
  if (status !== 200) return undefined;
  // Of one code, every field has a text of its own.
  const sure = failure.kind === 'field-invalid' ? failure.evidence : evidence;
  return { code: chosen[kind]?.(settings) ?? String(code), evidence: sure };
}

/** In the words of the errors: what cannot happen here is said in those of its neighbour. */
function known(failure: Failure): { readonly kind: MonextFailureKind } {
  switch (failure.kind) {
    case 'injected':
      return { kind: isKnown(failure.failure) ? failure.failure : 'injected' };
    case 'wrong-namespace':
      return { kind: 'unknown-operation' };
    case 'parameter-invalid':
      return { kind: 'malformed-body' };
    default:
      return failure;
  }
}

const isKnown = (kind: string): kind is MonextFailureKind => Object.hasOwn(errors, kind);
export const errorOf = (failure: Failure): ErrorCode => errors[known(failure).kind];

function operationOf(failure: Failure, context: MonextContext): OperationName | undefined {
  const named =
    'operation' in failure && failure.kind !== 'not-built' ? failure.operation : context.operation;
  // Only the operations of the contract are ever routed; an unknown one has a failure of its own.
  return failure.kind === 'unknown-operation' ? undefined : (named as OperationName | undefined);
}

interface Saying {
  readonly failure: Failure;
  readonly context: MonextContext;
}

function inResult(
  { code, evidence }: ToldCode,
  operation: OperationName,
  { failure, context }: Saying,
): Answer {
  const version = versionOf(String(context.message?.['version'] ?? ''));
  const result = resultOf(code, { version, settings: context.settings }, longMessageOf(failure));
  const message = answerWithout(operation, result);
  return { status: 200, shape: 'response', code, evidence, message };
}

/** What a text says beyond its code's own. */
function longMessageOf(failure: Failure): string | undefined {
  switch (failure.kind) {
    case 'field-invalid':
      return `${errors['field-invalid'].message} : ${failure.label} : ${failure.rule}`;
    case 'authorization-number-missing':
      return `${errors['field-invalid'].message} : authorizationNumber is missing or empty : null`;
    case 'mode-invalid':
      return `${errors['mode-invalid'].message}payment mode`;
    default:
      return undefined;
  }
}

const returnTextOf = (code: string): string => (isCode(code) ? returnCodes[code].longMessage : '');

const isUnauthorised = (kind: string): boolean => kind in inBand;

const PAGE =
  '<html><head><title>401 Unauthorized</title></head><body><h1>Unauthorized</h1></body></html>';

const unauthorised = (kind: string): Answer => ({
  status: 401,
  code: 401,
  evidence: isKnown(kind) ? errors[kind].evidence : 'guess',
  headers: {
    'www-authenticate': 'Basic realm="Payline"',
    'content-type': 'text/html; charset=utf-8',
  },
  message: undefined,
  text: PAGE,
});

/** What is added to the text of an error: the path, the operation, why a body cannot be read. */
export function textOf(failure: Failure, { message }: ErrorCode): string {
  const detail = detailOf(failure);
  return detail === undefined ? message : `${message}: ${detail}`;
}

function detailOf(failure: Failure): string | undefined {
  switch (failure.kind) {
    case 'malformed-body':
      return failure.why;
    case 'body-too-large':
      return `at most ${failure.limitBytes} bytes`;
    case 'soap-version':
      return failure.version;
    case 'header-not-understood':
      return failure.header;
    case 'unknown-path':
      return near(failure.path, failure.nearest);
    case 'method-not-allowed':
      return `use ${failure.allowed.join(', ')}`;
    case 'unknown-sandbox':
      return `${failure.sandbox}; ${failure.hint}`;
    case 'unknown-operation':
      return near(failure.operation, failure.nearest);
    case 'not-built':
      return failure.operation;
    case 'injected':
      return failure.failure;
    default:
      return undefined;
  }
}

const near = (name: string, nearest: string | undefined): string =>
  nearest ? `${name}, did you mean ${nearest}?` : name;

const SOAP_CODES = ['Client', 'Server', 'VersionMismatch', 'MustUnderstand'] as const;

/** The setting says what HTTP makes of a fault of SOAP's own. */
function fault(
  { status, code, evidence }: ErrorCode,
  text: string,
  settings: MonextSettings,
): Answer {
  const soapCode =
    SOAP_CODES.find((known) => known === code) ?? (status < 500 ? 'Client' : 'Server');
  const message: SoapFault = { code: soapCode, text };
  return { status: status === 500 ? settings.faultStatus : status, code, evidence, message };
}

/** HTTP 500, so that every client raises. */
export const defect = (text: string): Answer => ({
  status: 500,
  message: { code: 'Server', text } satisfies SoapFault,
});
