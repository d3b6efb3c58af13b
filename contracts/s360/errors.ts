import type { ErrorCode } from '#kit/operation.ts';

/** HTTP itself says no; the vendor's own texts are not public. */
const http = (status: number, code: string, message: string, when: string): ErrorCode => ({
  status,
  code,
  message,
  evidence: 'guess',
  when,
});

/** The method answers, with HTTP 200: its `statusCode` is the code, its `statusDetail` the text. */
const business = (code: string, message: string, when: string): ErrorCode => ({
  status: 200,
  code,
  message,
  evidence: 'guess',
  when,
});

/**
 * In order of precedence: the first that applies is the answer. Two codes of the vendor's are
 * public, `error.order.availability` is the one in use here; the others are made up like it.
 */
export const errors = {
  'malformed-body': http(
    400,
    'error.request.malformed',
    'Malformed request body',
    'The body is not a JSON object.',
  ),
  'body-too-large': http(
    413,
    'error.request.tooLarge',
    'Request body too large',
    'The body is longer than the limit.',
  ),
  'unknown-path': http(
    404,
    'error.request.path',
    'Unknown path',
    'No module, service, version and method have this path.',
  ),
  'method-not-allowed': http(
    405,
    'error.request.method',
    'Method not allowed',
    'The path exists, but methods are called by POST only.',
  ),
  'unknown-sandbox': http(
    404,
    'error.sandbox.notFound',
    'Unknown sandbox',
    'The request names a sandbox that is not there.',
  ),
  'authentication-missing': http(
    401,
    'error.authentication.missing',
    'Authentication missing',
    'There is no bearer token; at the auth endpoint, no operator or no secret.',
  ),
  'token-malformed': http(
    401,
    'error.authentication.token',
    'Not a token',
    'The bearer token is not a JWT signed with HS256 that names an operator and its end.',
  ),
  'operator-unknown': http(
    401,
    'error.authentication.operator',
    'Unknown operator',
    'No operator has the name in the token or in the call.',
  ),
  'secret-wrong': http(
    401,
    'error.authentication.secret',
    'Wrong password or signature',
    'The password is another, or the token is signed with another.',
  ),
  'token-expired': http(
    401,
    'error.authentication.expired',
    'The token has expired',
    'The token ended before the call.',
  ),
  'token-too-long': http(
    401,
    'error.authentication.lifetime',
    'The token is not fresh or lives too long',
    'Under strict rules a token lives more than 30 seconds, or was not issued just now.',
  ),
  'rate-limited': {
    ...http(
      509,
      'error.rate.limit',
      'Bandwidth limit exceeded',
      'A service is called more often than the limits that were set allow.',
    ),
    evidence: 'public',
  },
  'parameter-invalid': business(
    'error.parameter.invalid',
    'Invalid parameter',
    'A parameter has the wrong type; when it is missing the code is error.parameter.mandatory.',
  ),
  'not-built': http(
    501,
    'error.notBuilt',
    'Not built yet',
    'The operation is declared, but nothing decides it yet.',
  ),
  injected: business(
    'error.technical',
    'Injected failure',
    'A fault rule asks for a vendor failure without a code.',
  ),
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type S360FailureKind = keyof typeof errors;
