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
