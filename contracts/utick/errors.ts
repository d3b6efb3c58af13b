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
  'payment-unknown': code(404, 'Unknown payment', 'No payment has this id.'),
  'payment-method-unknown': code(404, 'Unknown payment method', 'No payment method has this id.'),
  'counter-unknown': code(404, 'Unknown counter', 'No counter has this id.'),
  'promo-code-unknown': code(404, 'Unknown promo code', 'No promo code has this id.'),
  'event-unknown': code(404, 'Unknown event', 'No event has this id.'),
  'time-slot-unknown': code(404, 'Unknown time slot', 'No time slot has this id.'),
  'attraction-unknown': code(404, 'Unknown attraction', 'No attraction has this id.'),
  'venue-unknown': code(404, 'Unknown venue', 'No venue has this id.'),
  'pack-unknown': code(404, 'Unknown pack', 'No published pack has this id.'),
  'seat-unknown': code(404, 'Unknown seat', 'The stock has no seat with this id.'),
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
  'order-unconfirmed': chosen(
    409,
    'The order is not confirmed',
    'A payment is recorded for an order in creation.',
  ),
  'payment-order-fixed': chosen(
    409,
    'The payment belongs to another order',
    'A payment is changed under an order that it was not made for.',
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
  'not-a-pack': chosen(
    409,
    'The main product is not a pack',
    'A product is attached to one that is neither a pack nor a subscription.',
  ),
  'pack-in-other-order': chosen(
    409,
    'The pack is in another order',
    'A product is attached to a pack product of another order.',
  ),
  'not-for-pack': chosen(
    409,
    'The product does not go into the pack',
    'A pack is attached, an undated product to a subscription, or one outside enforced sets.',
  ),
  'pack-full': code(409, 'The pack is full', 'More products are attached than the pack holds.'),
  'pack-incomplete': code(
    409,
    'The pack is incomplete',
    'An order is confirmed whose pack has fewer products than it needs.',
  ),
  'promo-code-unusable': chosen(
    409,
    'The promo code cannot be used',
    'A code is attached that is not valid now, used up, or for nothing in the order.',
  ),
  'seat-taken': chosen(409, 'The seat is taken', 'A seat is chosen that is not free.'),
  'tickets-not-ready': code(
    409,
    'There are no tickets yet',
    'The PDF is asked for before the order is paid.',
  ),
  'not-built': chosen(
    501,
    'Not built yet',
    'The operation is declared, but nothing decides it yet.',
  ),
  injected: code(500, 'Injected failure', 'A fault rule asks for a vendor failure without a code.'),
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type UtickFailureKind = keyof typeof errors;
