import { MatchersV3 } from '@pact-foundation/pact';
import type { Refusal } from '#contracts/utick/envelope.ts';
import type { Answered } from '../agreement.ts';
import { date, id, oneOf, text, whole, yesOrNo, type Part, type Parts } from '../matching.ts';

/** The client takes an answer for a success by `success` and `error` alone. */
const envelope = {
  environment: oneOf('test', 'prod'),
  api_version: 1,
  datetime: date(),
  cached: yesOrNo(false),
  language: text('fr'),
} as const;

export const answered = (response: Part): Answered => ({
  status: 200,
  body: { success: true, response, ...envelope, status_code: whole(200) },
});

/** Of calls whose `response` nobody knows: the client reads `success` alone. */
export const doneWithoutMore: Answered = answered(null);

/**
 * The vendor's list of codes is not known, nor whether HTTP's status follows them: the client
 * relies on neither, only on there being a code and a message.
 */
export const refused = (code: number): Answered => {
  const body: Parts<Refusal> = {
    ...{ success: false, response: null, ...envelope, status_code: whole(code) },
    error: { code: whole(code), message: id('Obviously an example') },
  };
  return { status: MatchersV3.matchStatus(code, [200, code]), body };
};
