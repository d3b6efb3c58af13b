import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { Answer, AnswerContext } from '#wire/vendor.ts';

export type WsoneContext = AnswerContext<WsoneSettings>;

export const SUCCESS = '000';
const SUCCESS_TEXT = 'Request successfully processed';

/** The message, then which server answered, each ended by LF. */
export const infosOf = (text: string, { instanceName }: WsoneSettings): string =>
  `${text}\nserver.instance.name=${instanceName}\n`;

/** What a handler may give back besides its payload: a message of its own, or a whole envelope. */
interface Payload {
  readonly responseCode?: string;
  readonly infos?: string;
}

export function answer(value: unknown, { settings }: WsoneContext): Answer {
  // Every result of the contract is an object.
  const payload = value as Payload;
  // It says itself where its envelope stands.
  if (payload.responseCode !== undefined) return { status: 200, message: payload };
  const { infos = SUCCESS_TEXT, ...rest } = payload;
  const message = { responseCode: SUCCESS, infos: infosOf(infos, settings), ...rest };
  return { status: 200, message };
}

export interface WireError {
  readonly status: number;
  readonly code: string;
  readonly text: string;
}

export const refusal = ({ status, code, text }: WireError, { settings }: WsoneContext): Answer => ({
  status,
  code,
  message: { responseCode: code, infos: infosOf(text, settings) },
});
