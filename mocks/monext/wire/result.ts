import { returnCodes, isCode, type ToldObject } from '#contracts/monext/index.ts';
import { APPROVED } from '#mocks/monext/domain/simulator.ts';
import type { MonextSettings } from '#mocks/monext/settings.ts';

export type Result = ToldObject<'result'>;

/** What the words of a result depend on. */
export interface ResultContext {
  readonly version: number;
  readonly settings: MonextSettings;
}

const REFUSED = '01100';
const INTERNAL_ERROR = '02101';
/** From about this version on shortMessage is one of a few words. */
const STATUS_WORDS_SINCE = 20;

/** A result with its texts; `longMessage` where it says more than the code's own. */
export function resultOf(code: string, context: ResultContext, longMessage?: string): Result {
  const text = longMessage ?? textOf(code, context.settings);
  return { code, shortMessage: shortOf(code, context), longMessage: text };
}

function textOf(code: string, settings: MonextSettings): string {
  if (code === INTERNAL_ERROR) return settings.internalErrorText;
  if (code === REFUSED) return settings.refusedText;
  return isCode(code) ? returnCodes[code].longMessage : '';
}

function shortOf(code: string, { version, settings }: ResultContext): string {
  const isOld = version < STATUS_WORDS_SINCE && settings.shortMessages === 'free-text-before-20';
  if (!isOld) return isCode(code) ? returnCodes[code].shortMessage : 'ERROR';
  if (code === APPROVED) return returnCodes[APPROVED].longMessage;
  return code === INTERNAL_ERROR ? settings.internalErrorText : 'Invalid Transaction';
}
