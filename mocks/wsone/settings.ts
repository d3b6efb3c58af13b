import { settingsReader, type SettingsOf, type SettingsSpec } from '#kernel/settings.ts';

const yesOrNo = [true, false] as const;

/** WsOne's open questions: what the double does unless told otherwise, and why. */
export const settings = {
  errorHttpStatus: {
    default: 200,
    allowed: [200, 400],
    evidence: 'inferred',
    note: 'HTTP status of a refusal in the vendor’s own code; the samples suggest it is in the body.',
  },
  instanceName: {
    default: 'API-DOG preprod serveur 1 instance 1',
    allowed: 'text',
    evidence: 'documented',
    note: 'What follows server.instance.name= in infos: the vendor’s test server in the sample.',
  },
  javaDoubles: {
    default: true,
    allowed: yesOrNo,
    evidence: 'documented',
    note: 'Whether a double that is whole keeps a decimal, 17.0 as in the sample; else 17.',
  },
  fullPersonEnvelope: {
    default: 'end',
    allowed: ['end', 'none'],
    evidence: 'guess',
    note: 'Where getFullPerson has responseCode and infos: its sample begins with the payload.',
  },
  askedDate: {
    default: 'validity',
    allowed: ['validity', 'ignored'],
    evidence: 'inferred',
    note: 'What date does in getFullPerson: offers are judged at it, or nothing.',
  },
  duplicatePersons: {
    default: 'allow',
    allowed: ['allow', 'refuse'],
    evidence: 'inferred',
    note: 'A second customer of one name and day of birth, e-mail or telephone; advised: search first.',
  },
  searchLimit: {
    default: 100,
    allowed: { min: 1, max: 1_000 },
    evidence: 'guess',
    note: 'Customers that one search answers at most.',
  },
  emptySearch: {
    default: 'success',
    allowed: ['success', 'refuse'],
    evidence: 'guess',
    note: 'What a search answers that finds nobody: 000 with an empty list, or a code.',
  },
  welcomeOffer: {
    default: 'first-card',
    allowed: ['first-card', 'each-card', 'first-identifier'],
    evidence: 'inferred',
    note: 'What earns the welcome offer; in the sample it was sent as the card was activated.',
  },
  earnRule: {
    default: 'total-after-offers',
    allowed: ['total-after-offers', 'per-line', 'total-less-offers'],
    evidence: 'inferred',
    note: 'Whole euros that earn a point: of the total, of each line, or before offers less these.',
  },
  visitsPerTransaction: {
    default: 0,
    allowed: { min: 0, max: 10 },
    evidence: 'inferred',
    note: 'Visits that a validated receipt adds; the sample adds none, the rule is not known.',
  },
  tillAdvantages: {
    default: 'receipt',
    allowed: ['receipt', 'ignored', 'all'],
    evidence: 'inferred',
    note: 'Which points granted by the till are added; in the sample those of a line are not.',
  },
  offerTaxRate: {
    default: 200,
    allowed: { min: 0, max: 10_000 },
    evidence: 'inferred',
    note: 'Hundredths of a percent an offer is net of in the pre-tax amount; fitted to one sample.',
  },
  marketingEngine: {
    default: true,
    allowed: yesOrNo,
    evidence: 'inferred',
    note: 'Whether welcome offers and the offers of a tier are issued without anybody asking.',
  },
  negativeBalance: {
    default: 'allow',
    allowed: ['allow', 'floor'],
    evidence: 'guess',
    note: 'What a refund does when the points were spent already: below nothing, or not.',
  },
  refundReturnsOffers: {
    default: false,
    allowed: yesOrNo,
    evidence: 'guess',
    note: 'Whether the offers used by a receipt can be used again once it is refunded whole.',
  },
  receiptKey: {
    default: 'store-cashdesk-date-number',
    allowed: ['store-cashdesk-date-number', 'store-number', 'none'],
    evidence: 'guess',
    note: 'What makes two receipts the same one; with none each call is a new one.',
  },
  pendingTtlMinutes: {
    default: 0,
    allowed: { min: 0, max: 525_600 },
    evidence: 'guess',
    note: 'Minutes after which a receipt that nobody validates is cancelled; 0 is never.',
  },
} as const satisfies SettingsSpec;

export type WsoneSettings = SettingsOf<typeof settings>;

/** What a data set is made with: it is there before anybody can change a setting. */
export const defaultSettings: WsoneSettings = settingsReader(settings)(undefined).settings;
