import type { ErrorCode } from '#kit/operation.ts';

/** HTTP 200: that the vendor says no in its own code and not in HTTP's is inferred. */
const proposal = (code: string, message: string, when: string): ErrorCode => ({
  status: 200,
  code,
  message,
  evidence: 'guess',
  when,
});

/** What a web server says before the vendor's program is asked. */
const overHttp = (status: number, error: ErrorCode): ErrorCode => ({ ...error, status });

/**
 * The vendor's list of codes is not known: only `000` is certain. Every code here is a proposal of
 * the double's, in a range that nobody should take for the real one, and this file is the only
 * place where they stand. In order of precedence: the first that applies is the answer.
 */
export const errors = {
  'malformed-body': proposal('900', 'Malformed request body', 'The body is not a JSON object.'),
  'body-too-large': overHttp(
    413,
    proposal('992', 'Request body too large', 'The body is too long.'),
  ),
  'unknown-path': overHttp(404, proposal('990', 'Unknown path', 'No operation has this path.')),
  'method-not-allowed': overHttp(
    405,
    proposal('991', 'Method not allowed', 'The path exists, but not for this method.'),
  ),
  'unknown-sandbox': overHttp(
    404,
    proposal('993', 'Unknown sandbox', 'The request names a sandbox that is not there.'),
  ),
  'not-built': overHttp(
    501,
    proposal('998', 'Not built yet', 'The operation is declared, but nothing decides it yet.'),
  ),
  'credentials-missing': overHttp(
    401,
    proposal(
      '980',
      'Credentials missing',
      'The request has no Authorization header with Basic credentials.',
    ),
  ),
  'credentials-wrong': overHttp(
    401,
    proposal('981', 'Wrong credentials', 'No client has this user name and password.'),
  ),
  'parameter-invalid': proposal('900', 'Wrong type', 'A field has a value of the wrong type.'),
  'parameter-missing': proposal('901', 'Required field missing', 'A required field is not there.'),
  'parameter-unreadable': proposal(
    '902',
    'Wrong format',
    'A text should be a date or a number and is not.',
  ),
  'identifier-unknown': proposal(
    '910',
    'Unknown identifier',
    'No customer has this identifier, or it is attached to nobody.',
  ),
  'identifier-inactive': proposal(
    '912',
    'Identifier not active',
    'The identifier was replaced or blocked.',
  ),
  'person-unknown': proposal(
    '910',
    'Unknown customer',
    'No customer has this groupeId, or the identifier beside it is of another one.',
  ),
  'entity-unknown': proposal('920', 'Unknown entity', 'No store has this number.'),
  'transaction-unknown': proposal(
    '930',
    'Unknown transaction',
    'No transaction has this id or this receipt number, or the customer has none that counts.',
  ),
  'receipt-conflict': proposal(
    '931',
    'Receipt already processed',
    'A receipt of the same store, till, date and number was sent with other content.',
  ),
  'transition-forbidden': proposal(
    '932',
    'Wrong state',
    'A transaction is validated twice, or cancelled or refunded in a state that forbids it.',
  ),
  'refund-exceeds': proposal(
    '933',
    'Refund too high',
    'More is given back than is left of the transaction.',
  ),
  'subscription-unknown': proposal(
    '960',
    'Unknown subscription',
    'There is nothing of this id to subscribe to.',
  ),
  'person-exists': proposal(
    '913',
    'Customer exists already',
    'Setting `duplicatePersons` is `refuse`, and there is one of this name and day of birth, e-mail ' +
      'or telephone.',
  ),
  'identifier-taken': proposal(
    '911',
    'Identifier exists already',
    'A new identifier is there already, or one that is to be associated is attached to somebody.',
  ),
  'nobody-found': proposal(
    '910',
    'No customer found',
    'Setting `emptySearch` is `refuse`, and a search finds nobody.',
  ),
  'offer-definition-unknown': proposal('940', 'Unknown offer', 'No offer has this offerId.'),
  'offer-not-enabled': proposal(
    '942',
    'Offer not enabled',
    'The customer has too few points for the offer, or it is not issued for points.',
  ),
  'form-unknown': proposal('950', 'Unknown form', 'No questionnaire has this id.'),
  'question-unknown': proposal('951', 'Unknown question', 'The questionnaire does not ask this.'),
  injected: overHttp(
    500,
    proposal('999', 'Internal error', 'A fault rule asks for a vendor failure without a code.'),
  ),
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type WsoneFailureKind = keyof typeof errors;
