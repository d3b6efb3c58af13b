import type { Instant } from '#kernel/instant.ts';
import { done, refused, type Outcome } from '#kernel/outcome.ts';
import { daysLater, parseShortDay, startOfDay } from './calendar.ts';
import { fieldInvalid, type FailureOf } from './failure.ts';
import { AMOUNT, BAD_FORMAT, CURRENCY, isNoNumber, NOT_NULL } from './field-rules.ts';
import type { RuleContext } from './field-rules.ts';

/** The Payment object as a client fills it in. */
export interface PaymentFields {
  readonly amount?: string;
  readonly currency?: string;
  readonly action?: string;
  readonly mode?: string;
  readonly contractNumber?: string;
  readonly differedActionDate?: string;
  readonly method?: string;
  readonly softDescriptor?: string;
  readonly cardBrand?: string;
  readonly registrationToken?: string;
  readonly cumulatedAmount?: string;
}

/** What an action asks for. */
export interface ActionKind {
  /** Captured in the same step: the odd one of a pair. */
  readonly captures: boolean;
  /** May go without the card's security code: the card is on file. */
  readonly withoutCvx: boolean;
}

const pair = (even: number, withoutCvx: boolean): readonly (readonly [string, ActionKind])[] => [
  [String(even), { captures: false, withoutCvx }],
  [String(even + 1), { captures: true, withoutCvx }],
];

/** What doAuthorization takes; 132, 133, 148 and 150 are in the vendor's list without a meaning. */
export const authorisationActions: ReadonlyMap<string, ActionKind> = new Map([
  ...pair(100, false),
  ['108', { captures: false, withoutCvx: false }],
  ['109', { captures: false, withoutCvx: true }],
  ...pair(110, false),
  ...pair(120, true),
  ...pair(122, true),
  ...pair(124, true),
  ...pair(126, true),
  ...pair(128, true),
  ['130', { captures: false, withoutCvx: true }],
  ...pair(132, true),
  ['148', { captures: false, withoutCvx: true }],
  ['150', { captures: false, withoutCvx: true }],
]);

/** Asks whether a card is good; the amount is nought. */
export const VERIFICATION = '108';

const MODES = ['CPT', 'DIF', 'NX', 'REC'];

/** What a payment is to be, once its fields are right. */
export interface Terms {
  readonly amountMinor: number;
  readonly currency: string;
  readonly action: string;
  readonly mode: string;
  /** When it is to be captured by itself. */
  readonly deferredTo: Instant | undefined;
  readonly fields: PaymentFields;
}

export type TermsFailure = FailureOf<'field-invalid' | 'action-invalid' | 'mode-invalid'>;

/** Judges the fields in the order of the schema; `actions` are those that the operation takes. */
export function termsOf(
  fields: PaymentFields,
  actions: readonly string[],
  context: RuleContext,
): Outcome<Terms, TermsFailure> {
  const { amount, currency = '', action = '', mode = '' } = fields;
  const isVerification = action === VERIFICATION && actions.includes(action);
  const wrongAmount = amountRule(amount, isVerification);
  if (wrongAmount) return refused(fieldInvalid('Payment Amount', wrongAmount, 'public'));
  if (!/^\d{3}$/.test(currency)) return refused(fieldInvalid('Payment Currency', CURRENCY));
  if (!actions.includes(action)) return refused({ kind: 'action-invalid' });
  if (!MODES.includes(mode)) return refused({ kind: 'mode-invalid' });
  const deferredTo = deferralOf(fields, context);
  if (!deferredTo.ok) return deferredTo;
  const amountMinor = Number(amount ?? 0);
  return done({ amountMinor, currency, action, mode, deferredTo: deferredTo.value, fields });
}

function amountRule(amount: string | undefined, isVerification: boolean): string | undefined {
  if (isNoNumber(12)(amount)) return AMOUNT;
  return Number(amount ?? 0) === 0 && !isVerification ? NOT_NULL : undefined;
}

/** Only and always with DIF: a day from today to six days later. */
function deferralOf(
  { mode, differedActionDate: date }: PaymentFields,
  { now, settings }: RuleContext,
): Outcome<Instant | undefined, FailureOf<'field-invalid'>> {
  const wrong = refused(fieldInvalid('Payment DifferedActionDate', BAD_FORMAT));
  if (mode !== 'DIF') {
    const isWrong = date !== undefined && settings.deferredDateWithoutDeferral === 'refused';
    return isWrong ? wrong : done(undefined);
  }
  const day = date === undefined ? undefined : parseShortDay(date);
  const today = startOfDay(now);
  if (day === undefined || day < today) return wrong;
  return day > daysLater(today, settings.deferredDays) ? wrong : done(day);
}
