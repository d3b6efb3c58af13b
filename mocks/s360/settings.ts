import { settingsReader, type SettingsOf, type SettingsSpec } from '#kernel/settings.ts';

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
    evidence: 'public',
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
    evidence: 'public',
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
} as const satisfies SettingsSpec;

export type S360Settings = SettingsOf<typeof settings>;

/** What a data set is made with: it is there before anybody can change a setting. */
export const defaultSettings: S360Settings = settingsReader(settings)(undefined).settings;
