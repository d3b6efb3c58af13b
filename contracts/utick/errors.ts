import type { ErrorCode } from '#kit/operation.ts';

const code = (status: number, message: string, when: string): ErrorCode => ({
  status,
  code: status,
  message,
  evidence: 'inferred',
  when,
});

/** A choice of ours: nothing of the vendor's tells what it would answer. */
const chosen = (status: number, message: string, when: string): ErrorCode => ({
  ...code(status, message, when),
  evidence: 'guess',
});

/**
 * In order of precedence: the first that applies is the answer.
 * The vendor's own list of codes and texts is not known; every code equals its HTTP status.
 */
export const errors = {
  'malformed-body': code(400, 'Malformed request body', 'The body is not a JSON object.'),
  'body-too-large': chosen(413, 'Request body too large', 'The body is longer than the limit.'),
  'unknown-path': code(404, 'Unknown path', 'No operation has this path.'),
  'method-not-allowed': code(
    405,
    'Method not allowed',
    'The path exists, but not for this method.',
  ),
  'unknown-sandbox': chosen(
    404,
    'Unknown sandbox',
    'The request names a sandbox that is not there.',
  ),
  'authentication-missing': code(
    401,
    'Authentication missing',
    'The body lacks publickey, timestamp or signature.',
  ),
  'public-key-unknown': code(401, 'Unknown public key', 'No application has this public key.'),
  'signature-invalid': code(
    401,
    'Invalid signature',
    'The signature does not match public key, timestamp and private key.',
  ),
  'timestamp-outside-window': code(
    401,
    'Timestamp outside the accepted window',
    'The signature is older or newer than the accepted window.',
  ),
  'device-unknown': code(403, 'Unknown device', 'The application has no device with this id.'),
  'parameter-invalid': code(
    400,
    'Invalid parameter',
    'A parameter is missing or has the wrong type.',
  ),
  'order-unknown': code(404, 'Unknown order', 'No order has this id.'),
  'product-unknown': code(404, 'Unknown product', 'No product has this id.'),
  'stock-unknown': code(404, 'Unknown stock', 'No stock has this id.'),
  'category-unknown': code(404, 'Unknown category', 'The stock has no category with this id.'),
  'price-unknown': code(404, 'Unknown price', 'The category has no price with this id.'),
  'contact-unknown': code(404, 'Unknown contact', 'No contact has this id.'),
  'status-not-settable': code(
    400,
    'Status cannot be set',
    'A client asks for a status other than 0, 1, 15, 30 or -10.',
  ),
  'order-closed': code(
    409,
    'The order is closed',
    'An abandoned, cancelled or archived order is changed.',
  ),
  'transition-forbidden': code(
    409,
    'Status change not allowed',
    'The order may not go from its status to the one asked for.',
  ),
  'contact-required': code(
    409,
    'A contact is required',
    'An order without a contact is confirmed or paid.',
  ),
  'order-empty': chosen(409, 'The order is empty', 'An order without products is confirmed.'),
  'not-built': chosen(
    501,
    'Not built yet',
    'The operation is declared, but nothing decides it yet.',
  ),
  injected: code(500, 'Injected failure', 'A fault rule asks for a vendor failure without a code.'),
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type UtickFailureKind = keyof typeof errors;
