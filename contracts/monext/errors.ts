import type { ErrorCode, Evidence } from '#kit/operation.ts';
import { returnCodes, type Code } from './return-codes.ts';

/** HTTP says no, or SOAP does: nothing of the vendor's tells with which words. */
const outside = (status: number, code: number | string, [message, when]: [string, string]) =>
  ({ status, code, message, evidence: 'guess', when }) as const satisfies ErrorCode;

/** A result with this code: HTTP 200, as for a success. */
const result = (code: Code, evidence: Evidence, when: string): ErrorCode => ({
  status: 200,
  code,
  message: returnCodes[code].longMessage,
  evidence,
  when,
});

/** What is wrong before anybody looks at the message. */
const envelope = {
  'malformed-body': outside(500, 'Client', ['Malformed request', 'The body is no XML envelope.']),
  'body-too-large': outside(413, 'Client', [
    'Request body too large',
    'The body is longer than the limit.',
  ]),
  'soap-version': outside(500, 'VersionMismatch', [
    'Not a SOAP 1.1 envelope',
    'The envelope stands in another namespace than that of SOAP 1.1.',
  ]),
  'header-not-understood': outside(500, 'MustUnderstand', [
    'Header not understood',
    'A header that must be understood is not.',
  ]),
  'unknown-path': outside(404, 404, ['Unknown path', 'No service has this path.']),
  'method-not-allowed': outside(405, 405, [
    'Method not allowed',
    'A service is asked for with another method than POST, and not for its WSDL.',
  ]),
  'unknown-sandbox': outside(404, 404, [
    'Unknown sandbox',
    'The request names a sandbox that is not there.',
  ]),
  'unknown-operation': outside(500, 'Client', [
    'Unknown operation',
    'The element in the body is no request of this service.',
  ]),
  'not-built': outside(501, 'Server', [
    'Not built yet',
    'The operation is declared, but nothing decides it yet.',
  ]),
  injected: outside(500, 'Server', [
    'Injected failure',
    'A fault rule asks for a failure that has neither word nor code here.',
  ]),
} as const;

/** Who may call. Where `wrongCredentials` is `in-band`, the codes 09101 and 09102 stand instead. */
const access = {
  'credentials-missing': {
    ...outside(401, 401, ['Unauthorized', 'There is no Basic Authorization header.']),
    evidence: 'inferred',
  },
  'credentials-wrong': {
    ...outside(401, 401, ['Unauthorized', 'The merchant is unknown, or its access key is wrong.']),
    evidence: 'public',
  },
  'merchant-locked': outside(401, 401, [
    'Unauthorized',
    'The merchant was locked out: monext/set-merchant.',
  ]),
} as const;

/** What a field may hold. */
const fields = {
  'authorization-number-missing': result(
    '02305',
    'public',
    'doDebit without authorization.number.',
  ),
  'field-invalid': result('02305', 'public', 'A field breaks its rule: the text names both.'),
  'action-invalid': result('02321', 'public', 'payment.action is none that the operation takes.'),
  'mode-invalid': result('02308', 'public', 'payment.mode is none of CPT, DIF, NX and REC.'),
  'contract-unknown': result('02303', 'inferred', 'The merchant has no such contract.'),
  'card-twice': result('02538', 'public', 'A card comes with its number and with a token.'),
  'card-encrypted': result('02201', 'inferred', 'A card comes encrypted: there are no keys yet.'),
  'card-luhn': result('02614', 'inferred', 'The last digit of a card number is wrong.'),
  'card-token-unknown': result('02540', 'inferred', 'No card was seen under this token.'),
  'cardholder-invalid': result(
    '02322',
    'inferred',
    'A cardholder of 1, or more than 30 characters.',
  ),
  'birthdate-with-3d-secure': result(
    '02323',
    'inferred',
    'A birthdate comes with a proof of 3-D Secure.',
  ),
  'order-missing': result('02101', 'guess', 'No order, where `orderMissing` says so.'),
  'private-data-too-many': result('02514', 'inferred', 'More than 99 pairs of private data.'),
  'not-available': result('02010', 'guess', 'A search by a client of version 1 or 2.'),
  'currency-unknown': result('01181', 'guess', 'No ISO currency, where `unknownCurrency` says so.'),
  'amount-above-contract': result('02610', 'inferred', 'More than the contract allows.'),
  'amount-below-contract': result('02611', 'inferred', 'Less than the contract allows.'),
} as const;

/** What is looked for. */
const lookups = {
  'search-criteria-invalid': result('02312', 'inferred', 'A search by nothing, or by no date.'),
  'search-interval-too-long': result('02320', 'inferred', 'A search over more than 31 days.'),
  'search-too-many': result('02311', 'inferred', 'More matches than the answer may hold.'),
  'search-nothing': result('02310', 'inferred', 'No transaction matches.'),
  'transaction-not-found': result('02301', 'guess', 'Details of an id that nobody issued.'),
  'order-not-found': result('02310', 'inferred', 'Details of an order that nobody made.'),
  'transaction-unknown': result('02301', 'public', 'A transactionID that nobody issued.'),
  'transaction-unfit': result('02302', 'inferred', 'The transaction was declined, or is replaced.'),
} as const;

/** What the state of a payment allows. */
const states = {
  'not-capturable': result('02313', 'inferred', 'Nothing of it can be captured: it was reset.'),
  'captured-at-once': result('02110', 'public', 'A capture of an action 101.'),
  'authorisation-expired': result('02602', 'inferred', 'Seven days after the authorisation.'),
  'captured-already': result('02617', 'inferred', 'All of it is captured.'),
  'capture-exceeds-authorisation': result('02613', 'inferred', 'More than is authorised.'),
  'not-refundable': result('02314', 'inferred', 'A refund of a refund or of a credit.'),
  'not-captured-yet': result('02618', 'guess', 'A refund of what is only authorised.'),
  'refund-exceeds-capture': result('02613', 'inferred', 'More than is captured.'),
  'reset-unsupported': result('02600', 'inferred', 'A reset of a capture or of a reset.'),
  'reset-already': result('02601', 'inferred', 'It is reset as a whole.'),
  'settled-already': result('02603', 'guess', 'It is settled, or refunded.'),
  'reset-exceeds-rest': result('02613', 'guess', 'More than is left to reset.'),
  'reauthorisation-unsubscribed': result('02619', 'inferred', 'The contract has not the option.'),
  'reauthorisation-exceeds-rest': result('02613', 'guess', 'More than was left to capture.'),
  'currency-differs': result('02620', 'inferred', 'Another currency than the authorisation’s.'),
} as const;

/**
 * In order of precedence: the first that applies is the answer. A payment that is declined is none
 * of these but a transaction with a code of its own.
 */
export const errors = {
  ...envelope,
  ...access,
  ...fields,
  ...lookups,
  ...states,
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type MonextFailureKind = keyof typeof errors;
