import { settingsReader, type SettingsOf, type SettingsSpec } from '#kernel/settings.ts';

const yesOrNo = [true, false] as const;

/** Utick's open questions: what the double does unless told otherwise, and why. */
export const settings = {
  timestampWindowSeconds: {
    default: 0,
    allowed: { min: 0, max: 86_400 },
    evidence: 'inferred',
    note: 'How far a signature may lie from the time of receipt; 0 is any. No window is documented.',
  },
  httpStatus: {
    default: 'mirror',
    allowed: ['mirror', 'always200'],
    evidence: 'inferred',
    note: 'Of a refusal: the same number as status_code, or 200. The SDK reads the body only.',
  },
  acceptQuery: {
    default: true,
    allowed: yesOrNo,
    evidence: 'inferred',
    note: 'Parameters of the query string count too; the body wins. The SDK sends a body only.',
  },
  pageSize: {
    default: 200,
    allowed: { min: 1, max: 200 },
    evidence: 'inferred',
    note: 'Records of a list without a limit, and the most with one: “200 max” is documented.',
  },
  stocksWithoutFilter: {
    default: 'all',
    allowed: ['all', 'none'],
    evidence: 'inferred',
    note: 'What a list of stocks holds when no event, time slot, stream or pack is named.',
  },
  unknownOffer: {
    default: 'refused',
    allowed: ['refused', 'empty'],
    evidence: 'inferred',
    note: 'A request for an unknown stock, category or price: an error, or an empty list.',
  },
  forcedPrice: {
    default: 'honoured',
    allowed: ['honoured', 'ignored'],
    evidence: 'guess',
    note: 'Whether forcedpricevalue becomes the price; only its name tells what it is for.',
  },
  orderTtlMinutes: {
    default: 20,
    allowed: { min: 1, max: 10_080 },
    evidence: 'inferred',
    note: 'Minutes from created to expires; the documented sample shows 20.',
  },
  confirmNeedsContact: {
    default: true,
    allowed: yesOrNo,
    evidence: 'inferred',
    note: 'Whether an order without a contact is refused; contactid is called required.',
  },
  confirmEmpty: {
    default: false,
    allowed: yesOrNo,
    evidence: 'guess',
    note: 'Whether an order without products may be confirmed.',
  },
  confirmAnswers: {
    default: 1,
    allowed: [1, 10],
    evidence: 'inferred',
    note: 'Status after confirming an order that is to be paid: Confirmed, or To pay.',
  },
  freeOrderStatus: {
    default: 15,
    allowed: [15, 30],
    evidence: 'inferred',
    note: 'Status after confirming an order that costs nothing: Paid, or Completed.',
  },
  delivery: {
    default: 'none',
    allowed: ['none', 'post', 'desk', 'home'],
    evidence: 'inferred',
    note: 'Where a paid order without a shipping method goes: stays at 15, or on to 20, 25 or 30.',
  },
  cancelCompleted: {
    default: false,
    allowed: yesOrNo,
    evidence: 'inferred',
    note: 'Whether an order that is to deliver, to print or completed can still be cancelled.',
  },
  reopen: {
    default: 'unpaid',
    allowed: ['unpaid', 'never'],
    evidence: 'inferred',
    note: 'Which confirmed orders may go back to Creating: status 0 is listed, never explained.',
  },
  promoCount: {
    default: 'product',
    allowed: ['product', 'order'],
    evidence: 'inferred',
    note: 'What one use of a promo code is: each product sold with it, or each order.',
  },
  unusablePromoCode: {
    default: 'ignored',
    allowed: ['ignored', 'empty'],
    evidence: 'guess',
    note: 'A requested promo code that does not serve a place: full price, or an empty list.',
  },
  orderHasPromoCodes: {
    default: 'attached',
    allowed: ['attached', 'available'],
    evidence: 'guess',
    note: 'When haspromocodes of an order is true: a product has a code, or a stock of it has some.',
  },
  packSeatPrice: {
    default: 'listed',
    allowed: ['listed', 'zero'],
    evidence: 'inferred',
    note: 'What a place costs once it is attached to a pack: as listed under the pack, or nothing.',
  },
  packRemoval: {
    default: 'detach',
    allowed: ['detach', 'cascade'],
    evidence: 'inferred',
    note: 'What becomes of the products of a pack that is removed: detached, or removed with it.',
  },
  packSets: {
    default: 'open',
    allowed: ['open', 'enforced'],
    evidence: 'guess',
    note: 'Whether a pack takes products of any stock, or only of its sets and within their bounds.',
  },
  seatChoice: {
    default: 'contiguous',
    allowed: ['contiguous', 'plan-order'],
    evidence: 'guess',
    note: 'Which numbered seats are given out: the first that are side by side, or just the first.',
  },
  suggestedStocks: {
    default: 10,
    allowed: { min: 0, max: 200 },
    evidence: 'guess',
    note: 'How many other stocks are suggested at most.',
  },
  ticketsFrom: {
    default: 15,
    allowed: [0, 1, 15, 30],
    evidence: 'inferred',
    note: 'The order status from which on ticket sets and their PDF exist.',
  },
  emptyMeansUnset: {
    default: true,
    allowed: yesOrNo,
    evidence: 'inferred',
    note: 'Whether "" in a whole-order PATCH empties a field; the contact stays in any case.',
  },
  paymentWithoutStatus: {
    default: 'paid',
    allowed: ['paid', 'pending'],
    evidence: 'inferred',
    note: 'What a payment is that comes without a status: the SDK sends one only when it has it.',
  },
  paidPaymentStatusId: {
    default: 1,
    allowed: { min: -99, max: 99 },
    evidence: 'guess',
    note: 'Status id of a payment that is paid; the vendor’s list of them is not known.',
  },
  pendingPaymentStatusId: {
    default: 0,
    allowed: { min: -99, max: 99 },
    evidence: 'guess',
    note: 'Status id of a payment that is pending: its money counts once it is paid.',
  },
  cancelledPaymentStatusId: {
    default: -10,
    allowed: { min: -99, max: 99 },
    evidence: 'guess',
    note: 'Status id of a payment that came to nothing: its money never counts.',
  },
  mollieOutcome: {
    default: 'paid',
    allowed: ['paid', 'pending', 'cancelled'],
    evidence: 'inferred',
    note: 'What Mollie says of a payment that no utick/set-mollie-payment told of.',
  },
  qrPattern: {
    default: 'order-number',
    allowed: ['order-number', 'order-label'],
    evidence: 'inferred',
    note: 'What follows the ticket id in a QR code: 2215619 or ORD02215619; samples show both.',
  },
} as const satisfies SettingsSpec;

export type UtickSettings = SettingsOf<typeof settings>;

/** What a data set is made with: it is there before anybody can change a setting. */
export const defaultSettings: UtickSettings = settingsReader(settings)(undefined).settings;
