import type { Evidence } from '#kernel/evidence.ts';
import type { Instant } from '#kernel/instant.ts';
import type { MonextSettings } from '#mocks/monext/settings.ts';

/** What a rule may look at besides the fields. */
export interface RuleContext {
  readonly now: Instant;
  readonly settings: MonextSettings;
  /** The protocol's, as the request says it. */
  readonly version: number;
  /** Of the payment. */
  readonly action: string | undefined;
}

/** When a rule refuses: by default, or only where `strictOrder` is set. */
export type RuleMode = 'always' | 'strict';

/** One line of the vendor's tables: when it is broken, the answer is `<label> : <rule>`. */
export interface FieldRule<F> {
  /** As on the wire: `deliveryTime`, `details/details/ref`. */
  readonly field: string;
  readonly label: string;
  readonly rule: string;
  /** What breaks it, in words. */
  readonly broken: string;
  readonly mode: RuleMode;
  /** How well the answer is known. */
  readonly evidence: Evidence;
  /** From this version of the protocol on the field exists; before, it is not looked at. */
  readonly since?: number;
  readonly isBroken: (fields: F, context: RuleContext) => boolean;
  /** Breaks it, put over an order that is right. */
  readonly sample: Partial<F>;
}

export const AMOUNT = 'Must be numeric(12), ex : 15078';
export const NOT_NULL = 'Must not be null';
export const NUMERIC = 'Only numeric';
export const BAD_FORMAT = 'Bad format, please refer to the user guide';
export const TWO_DIGITS = 'Must be numeric(2), ex : 10, 20...';
export const CURRENCY = 'Must be numeric(3), ex : 978';
export const maxLength = (most: number): string => `Max length ${most} characters`;
export const numeric = (most: number): string => `Must be numeric(${most}), ex : 15078`;

type Text = string | undefined;

/** `N12`: digits, so many at most. What is not there breaks nothing. */
export const isNoNumber =
  (most: number) =>
  (text: Text): boolean =>
    text !== undefined && !(/^\d+$/.test(text) && text.length <= most);

/** `AN50`: so many characters at most. */
export const isLongerThan =
  (most: number) =>
  (text: Text): boolean =>
    text !== undefined && text.length > most && [...text].length > most;

export const isNoJson = (text: Text): boolean => {
  if (text === undefined) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
};

/** The first rule that is broken, in the order of the table. */
export function brokenRule<F>(
  rules: readonly FieldRule<F>[],
  fields: F,
  context: RuleContext,
): FieldRule<F> | undefined {
  // The setting is read only where it decides: an answer rests on what was read for it.
  return rules.find(
    ({ mode, since = 0, isBroken }) =>
      context.version >= since &&
      isBroken(fields, context) &&
      (mode === 'always' || context.settings.strictOrder),
  );
}
