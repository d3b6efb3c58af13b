import type { ErrorCode } from '#kit/operation.ts';

/** HTTP itself says no; the vendor's own texts are not public. */
const http =
  (status: number) =>
  (code: string, message: string, when: string): ErrorCode => ({
    status,
    code,
    message,
    evidence: 'guess',
    when,
  });

/** The method answers, with HTTP 200: its `statusCode` is the code, its `statusDetail` the text. */
const business = http(200);

/**
 * In order of precedence: the first that applies is the answer. Two codes of the vendor's are
 * public, `error.order.availability` is the one in use here; the others are made up like it.
 */
export const errors = {
  'malformed-body': http(400)(
    'error.request.malformed',
    'Malformed request body',
    'The body is not a JSON object.',
  ),
  'body-too-large': http(413)(
    'error.request.tooLarge',
    'Request body too large',
    'The body is longer than the limit.',
  ),
  'unknown-path': http(404)(
    'error.request.path',
    'Unknown path',
    'No module, service, version and method have this path.',
  ),
  'method-not-allowed': http(405)(
    'error.request.method',
    'Method not allowed',
    'The path exists, but methods are called by POST only.',
  ),
  'unknown-sandbox': http(404)(
    'error.sandbox.notFound',
    'Unknown sandbox',
    'The request names a sandbox that is not there.',
  ),
  'authentication-missing': http(401)(
    'error.authentication.missing',
    'Authentication missing',
    'There is no bearer token; at the auth endpoint, no operator or no secret.',
  ),
  'token-malformed': http(401)(
    'error.authentication.token',
    'Not a token',
    'The bearer token is not a JWT signed with HS256 that names an operator and its end.',
  ),
  'operator-unknown': http(401)(
    'error.authentication.operator',
    'Unknown operator',
    'No operator has the name in the token or in the call.',
  ),
  'secret-wrong': http(401)(
    'error.authentication.secret',
    'Wrong password or signature',
    'The password is another, or the token is signed with another.',
  ),
  'token-expired': http(401)(
    'error.authentication.expired',
    'The token has expired',
    'The token ended before the call.',
  ),
  'token-too-long': http(401)(
    'error.authentication.lifetime',
    'The token is not fresh or lives too long',
    'Under strict rules a token lives more than 30 seconds, or was not issued just now.',
  ),
  'rate-limited': {
    ...http(509)(
      'error.rate.limit',
      'Bandwidth limit exceeded',
      'A service is called more often than the limits allow that were set; public is the status alone.',
    ),
    evidence: 'public',
  },
  'parameter-invalid': business(
    'error.parameter.invalid',
    'Invalid parameter',
    'A parameter has the wrong type; when it is missing the code is error.parameter.mandatory.',
  ),
  'parameter-missing': business(
    'error.parameter.mandatory',
    'Mandatory parameter missing',
    'An order is made without any operation, or an operation, payment or contact lacks a field.',
  ),
  'point-of-sales-unknown': business(
    'error.pos.notFound',
    'Unknown point of sales',
    'The institution has no point of sales with this id.',
  ),
  'order-unknown': business(
    'error.order.notFound',
    'Unknown order',
    'The institution has no order with this id.',
  ),
  'order-expired': business(
    'error.order.expired',
    'The order was cancelled because it was inactive',
    'An order that was idle for too long is changed or closed.',
  ),
  'order-closed': business(
    'error.order.alreadyClosed',
    'The order is closed already',
    'A closed order is closed once more.',
  ),
  'order-frozen': business(
    'error.order.notModifiable',
    'The order cannot be modified',
    'An order that is validated, closed or abandoned is changed.',
  ),
  'file-unknown': business(
    'error.file.notFound',
    'Unknown file',
    'The institution has no file with this id.',
  ),
  'contact-unknown': business(
    'error.contact.notFound',
    'Unknown contact',
    'The institution has no contact with this number.',
  ),
  'login-taken': business(
    'error.contact.loginExists',
    'The login exists',
    'A contact is to have a login with an e-mail that another one logs in with.',
  ),
  'operation-unknown': business(
    'error.operation.notFound',
    'Unknown operation',
    'The order has no operation with this id.',
  ),
  'movement-unknown': business(
    'error.movement.notFound',
    'Unknown movement',
    'The order has no movement with this id.',
  ),
  'item-unknown': business(
    'error.item.notFound',
    'Unknown item',
    'The sales channel has no item, or performance and seat category, with these ids.',
  ),
  'price-unknown': business(
    'error.price.notFound',
    'No price for this audience',
    'The item is not sold to this audience sub-category.',
  ),
  'contingent-forbidden': business(
    'error.contingent.notAllowed',
    'Contingent not allowed',
    'The call names another contingent than the only one of the sales channel.',
  ),
  'item-off-sale': business(
    'error.item.notOnSale',
    'Not on sale',
    'The product, its performance or its season is not running.',
  ),
  'quantity-invalid': business(
    'error.parameter.invalid',
    'Invalid quantity',
    'A quantity is not between the least of the product and the most of one call.',
  ),
  'sold-out': {
    ...business(
      'error.order.availability',
      'Not available',
      'Fewer places are left than the call asks for.',
    ),
    evidence: 'public',
  },
  'seat-unknown': business(
    'error.seat.notFound',
    'Unknown seat',
    'The performance has no seat with this id in the seat category and contingent.',
  ),
  'seat-taken': business(
    'error.order.availability',
    'The seat is taken',
    'A seat is chosen that is not free.',
  ),
  'order-empty': business(
    'error.order.empty',
    'The order is empty',
    'An order without operations is validated or closed.',
  ),
  'payment-method-unknown': business(
    'error.paymentMethod.notFound',
    'Unknown payment method',
    'The institution has no payment method with this id.',
  ),
  'waiting-account-forbidden': business(
    'error.contact.waitingAccount',
    'The contact has no waiting account',
    'A payment on account names a contact that is not allowed to, or none.',
  ),
  'payment-amount': business(
    'error.payment.amount',
    'The payments do not match the amount due',
    'They are more than is due, or less where that is not accepted.',
  ),
  'not-built': http(501)(
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
