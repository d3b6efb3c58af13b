import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { Answer, AnswerContext } from '#wire/vendor.ts';
import { dateText } from './mapping.ts';

export type UtickContext = AnswerContext<UtickSettings>;

export interface WireError {
  readonly code: number;
  readonly message: string;
}

const languages: readonly unknown[] = ['fr', 'nl', 'de', 'en'];
const DEFAULT_LANGUAGE = 'fr';

export const answer = (response: unknown, context: UtickContext): Answer => ({
  status: 200,
  message: { success: true, response, ...surroundings(200, context) },
});

/** `error` stands on refusals only: the SDK fails on an empty one, and reads none as success. */
export const refusal = (error: WireError, status: number, context: UtickContext): Answer => ({
  status,
  code: error.code,
  message: { success: false, response: null, ...surroundings(error.code, context), error },
});

const surroundings = (statusCode: number, { now, message }: UtickContext) => ({
  environment: 'test',
  api_version: 1,
  datetime: dateText(now),
  cached: false,
  status_code: statusCode,
  language: languages.includes(message?.['language']) ? message?.['language'] : DEFAULT_LANGUAGE,
});
