import { settingsReader, type SettingsOf, type SettingsSpec } from '#kernel/settings.ts';

const yesOrNo = [true, false] as const;

/** Monext's open questions: what the double does unless told otherwise, and why. */
export const settings = {
  strictOrder: {
    default: false,
    allowed: yesOrNo,
    evidence: 'inferred',
    note: 'Whether an order is refused for what is documented, yet never seen to be refused.',
  },
  backslashInRef: {
    default: 'refused',
    allowed: ['refused', 'accepted'],
    evidence: 'inferred',
    note: 'A back slash in order.ref is forbidden; that the call is then refused is a reading.',
  },
  orderMissing: {
    default: '02305',
    allowed: ['02305', '02101'],
    evidence: 'guess',
    note: 'No order at all: as without a reference, or the internal error of unexpected nulls.',
  },
  unknownCurrency: {
    default: 'accepted',
    allowed: ['accepted', '01181'],
    evidence: 'guess',
    note: 'A currency of three digits that ISO 4217 does not list.',
  },
  privateDataLimit: {
    default: 99,
    allowed: { min: 0, max: 1_000 },
    evidence: 'inferred',
    note: 'More pairs of private data are 02514; its text says 99, the WSDL allows 100.',
  },
  deferredDateWithoutDeferral: {
    default: 'refused',
    allowed: ['refused', 'ignored'],
    evidence: 'guess',
    note: 'differedActionDate in another mode than DIF: documented as “only with DIF”.',
  },
  shortMessages: {
    default: 'status-words',
    allowed: ['status-words', 'free-text-before-20'],
    evidence: 'guess',
    note: 'Status words always, or the older free text for clients of a version below 20.',
  },
  internalErrorText: {
    default: 'Internal Error',
    allowed: ['Internal Error', 'System internal error (frontend)'],
    evidence: 'guess',
    note: 'Text of 02101: as recorded, or as in the documentation.',
  },
  refusedText: {
    default: 'Transaction refused',
    allowed: ['Transaction refused', 'Do not honor'],
    evidence: 'inferred',
    note: 'Text of 01100: as in the documentation, or as in a sample.',
  },
  wrongCredentials: {
    default: 'http-401',
    allowed: ['http-401', 'in-band'],
    evidence: 'inferred',
    note: 'HTTP 401 is certain for a wrong key; codes 09101, 09102 and 09201 exist too.',
  },
  faultStatus: {
    default: 500,
    allowed: [500, 400],
    evidence: 'guess',
    note: 'HTTP status of a SOAP fault: unreadable XML, unknown operation.',
  },
  simulator: {
    default: 'on',
    allowed: ['on', 'off'],
    evidence: 'public',
    note: 'Whether amounts 333.xx and cards with a 9 in tenth place choose the bank’s answer.',
  },
  missingCvx: {
    default: '01130',
    allowed: ['01130', 'accepted'],
    evidence: 'guess',
    note: 'A card without cvx, where the action is none that goes without: what the bank says.',
  },
  authorisationDays: {
    default: 7,
    allowed: { min: 1, max: 365 },
    evidence: 'public',
    note: 'How long an authorisation can be captured.',
  },
  deferredDays: {
    default: 6,
    allowed: { min: 1, max: 365 },
    evidence: 'public',
    note: 'How many days after the authorisation differedActionDate may lie at most.',
  },
  duplicateCode: {
    default: '02001',
    allowed: ['02001', '01913'],
    evidence: 'inferred',
    note: 'Code of a duplicate of an accepted transaction; of one on hold it is 02002.',
  },
  overCapture: {
    default: '02613',
    allowed: ['02613', '02110'],
    evidence: 'inferred',
    note: 'Captures beyond the authorised sum.',
  },
  captureAtOnceAgain: {
    default: '02110',
    allowed: ['02110', '02617'],
    evidence: 'public',
    note: 'A capture of what was authorised and captured in one step.',
  },
  refundUncaptured: {
    default: '02618',
    allowed: ['02618', '02314'],
    evidence: 'guess',
    note: 'A refund of what is authorised, but not captured.',
  },
  refundOfCapture: {
    default: true,
    allowed: yesOrNo,
    evidence: 'guess',
    note: 'Whether a refund may name the capture; documented is the original transaction.',
  },
  resetSettled: {
    default: '02603',
    allowed: ['02603', '01917', '02105'],
    evidence: 'guess',
    note: 'A reset of what is settled.',
  },
  resetCaptured: {
    default: 'cancels',
    allowed: ['cancels', 'refused'],
    evidence: 'guess',
    note: 'A reset of an authorisation cancels its captures too while none is settled, or is refused.',
  },
  resetTooMuch: {
    default: '02613',
    allowed: ['02613', '02612', '02110'],
    evidence: 'guess',
    note: 'A partial reset beyond what is left.',
  },
  reauthorisationActions: {
    default: 'both',
    allowed: ['both', '101', '202'],
    evidence: 'inferred',
    note: 'Actions that doReAuthorization takes: a plugin sends 101, 202 is called so.',
  },
  earlyReauthorisation: {
    default: true,
    allowed: yesOrNo,
    evidence: 'guess',
    note: 'Whether an authorisation that has not expired can be authorised anew; 02302 if not.',
  },
  reauthorisationLimit: {
    default: 'original',
    allowed: ['original', 'none'],
    evidence: 'guess',
    note: 'Most that is authorised anew: what was not captured of the original, or any amount.',
  },
  settlement: {
    default: 'by-hand',
    allowed: ['by-hand', 'nightly'],
    evidence: 'inferred',
    note: 'What is captured settles by monext/settle alone, or at the next settlementHour too.',
  },
  settlementHour: {
    default: 0,
    allowed: { min: 0, max: 23 },
    evidence: 'guess',
    note: 'Hour in Paris of the nightly settlement.',
  },
  unknownTransaction: {
    default: '02301',
    allowed: ['02301', '02310', '02604'],
    evidence: 'guess',
    note: 'getTransactionDetails by an id that nobody issued.',
  },
  unmatchedOrder: {
    default: '02310',
    allowed: ['02310', '02301', '02604'],
    evidence: 'inferred',
    note: 'getTransactionDetails by an order reference that nothing has.',
  },
  searchDays: {
    default: 31,
    allowed: { min: 1, max: 3_660 },
    evidence: 'guess',
    note: 'Most days that transactionsSearch looks at; beyond them 02320.',
  },
  maskedCard: {
    default: 'last-two',
    allowed: ['last-two', 'last-four'],
    evidence: 'public',
    note: 'What is left of a card number besides its first six digits: newer samples, or older.',
  },
} as const satisfies SettingsSpec;

export type MonextSettings = SettingsOf<typeof settings>;

/** What a data set is made with: it is there before anybody can change a setting. */
export const defaultSettings: MonextSettings = settingsReader(settings)(undefined).settings;
