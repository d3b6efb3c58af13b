import { settingsReader, type SettingsOf, type SettingsSpec } from '#kernel/settings.ts';

const yesOrNo = [true, false] as const;

/** S-360's open questions: what the double does unless told otherwise, and why. */
export const settings = {
  jwtRules: {
    default: 'lenient',
    allowed: ['lenient', 'strict'],
    evidence: 'inferred',
    note: 'Strict: a token lives 30 s at most and is 1 s old at most, as documented; samples break it.',
  },
  tokenSeconds: {
    default: 3600,
    allowed: { min: 1, max: 86_400 },
    evidence: 'guess',
    note: 'How long a token of the auth endpoint lives; a client uses one for many paged calls.',
  },
  soapAuthFailure: {
    default: 'fault',
    allowed: ['fault', 'http-401'],
    evidence: 'inferred',
    note: 'A SOAP call without the right UsernameToken: a fault as Metro has it, or HTTP 401.',
  },
  language: {
    default: 'header',
    allowed: ['header', 'main'],
    evidence: 'guess',
    note: 'Language of names: Accept-Language, else the main one; the name of the header is not public.',
  },
  callsPerMinute: {
    default: 0,
    allowed: { min: 0, max: 100_000 },
    evidence: 'guess',
    note: 'Most calls a minute; 0 is any. Published are 60 per service, later 180 per institution.',
  },
  rateLimitScope: {
    default: 'service',
    allowed: ['service', 'institution'],
    evidence: 'public',
    note: 'What the calls of a minute are counted by; all operators of an institution share them.',
  },
  catalogueIntervalMinutes: {
    default: 0,
    allowed: { min: 0, max: 1_440 },
    evidence: 'guess',
    note: 'Minutes between two getCatalogDetailed; 0 is none. Published is one call in 10 minutes.',
  },
  rateLimitStatus: {
    default: 509,
    allowed: [509, 429],
    evidence: 'public',
    note: 'HTTP status of a call above the limits: 509, announced to become 429.',
  },
  catalogueInProgress: {
    default: 0,
    allowed: { min: 0, max: 1_000 },
    evidence: 'guess',
    note: 'How many first calls of getCatalogDetailed are answered in_progress; a client saw some.',
  },
  abandonDelayUnit: {
    default: 'minutes',
    allowed: ['minutes', 'seconds'],
    evidence: 'guess',
    note: 'Unit of orderAbandonDelay, which is not public.',
  },
  repeats: {
    default: 'again',
    allowed: ['again', 'replayed'],
    evidence: 'guess',
    note: 'A call made again with the same requestId and parameters: done again, or its first answer.',
  },
  unknownPointOfSales: {
    default: 'refused',
    allowed: ['refused', 'accepted'],
    evidence: 'guess',
    note: 'An order at a point of sales that the institution has not: an error, or the operator’s own.',
  },
  activity: {
    default: 'modifying',
    allowed: ['modifying', 'any'],
    evidence: 'guess',
    note: 'Which calls keep an order from being idle: those that change it, or getOrderDetails too.',
  },
  validatedExpires: {
    default: 'same',
    allowed: ['same', 'never'],
    evidence: 'guess',
    note: 'Whether a validated order is cancelled for idleness, after the same delay as an open one.',
  },
  suspendedInBasket: {
    default: 'sold',
    allowed: ['sold', 'refused'],
    evidence: 'guess',
    note: 'Closing an order that holds something suspended since: it is sold, or an error.',
  },
  openState: {
    default: 'IN_PROGRESS',
    allowed: 'text',
    evidence: 'guess',
    note: 'orderState of an open order; CLOSED is the only value that is public.',
  },
  validatedState: {
    default: 'VALIDATED',
    allowed: 'text',
    evidence: 'guess',
    note: 'orderState of a validated order.',
  },
  abandonedState: {
    default: 'ABANDONED',
    allowed: 'text',
    evidence: 'guess',
    note: 'orderState of an order that was abandoned.',
  },
  expiredState: {
    default: 'CANCELLED',
    allowed: 'text',
    evidence: 'inferred',
    note: 'orderState of an order that was idle for too long; the documentation says “cancelled”.',
  },
  payments: {
    default: 'lenient',
    allowed: ['lenient', 'strict'],
    evidence: 'guess',
    note: 'Closing with no payment or too little: accepted, the file stays unsettled, or an error.',
  },
  paymentLists: {
    default: 'both',
    allowed: ['both', 'payments', 'waitingAccountPayments'],
    evidence: 'inferred',
    note: 'Lists of payments that closeOrder reads; their names are not public.',
  },
  closeAnswersOrder: {
    default: true,
    allowed: yesOrNo,
    evidence: 'inferred',
    note: 'Whether the answer of closeOrder holds the order, which a client reads when it is there.',
  },
  waitingAccountBalance: {
    default: 'minus',
    allowed: ['minus', 'zero'],
    evidence: 'guess',
    note: 'The balance that an order shows after a payment on account: minus the amount, or 0.',
  },
  barCodeDelaySeconds: {
    default: 0,
    allowed: { min: 0, max: 86_400 },
    evidence: 'guess',
    note: 'How long bar codes take; above maxWaitingTime they are missing from the answer.',
  },
  maxWaitingTimeUnit: {
    default: 'ms',
    allowed: ['ms', 'seconds'],
    evidence: 'inferred',
    note: 'Unit of maxWaitingTime: samples show 2000, 120 and 0.',
  },
} as const satisfies SettingsSpec;

export type S360Settings = SettingsOf<typeof settings>;

/** What a data set is made with: it is there before anybody can change a setting. */
export const defaultSettings: S360Settings = settingsReader(settings)(undefined).settings;
