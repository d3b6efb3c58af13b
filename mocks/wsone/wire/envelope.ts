import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { Answer, AnswerContext } from '#wire/vendor.ts';

export type WsoneContext = AnswerContext<WsoneSettings>;

export const SUCCESS = '000';
const SUCCESS_TEXT = 'Request successfully processed';

/** The message, then which server answered, each ended by LF. */
export const infosOf = (text: string, { instanceName }: WsoneSettings): string =>
  `${text}\nserver.instance.name=${instanceName}\n`;

const successOf = (settings: WsoneSettings, text = SUCCESS_TEXT) => ({
  responseCode: SUCCESS,
  infos: infosOf(text, settings),
});

/** What a handler may give back besides its payload: a message, and where the envelope stands. */
interface Payload {
  readonly infos?: string;
  readonly envelope?: 'start' | 'end' | 'none';
}

export function answer(value: unknown, { settings }: WsoneContext): Answer {
  // Every result of the contract is an object.
  const given = value as Payload;
  if (given.infos === undefined && given.envelope === undefined) {
    const infos = infosOf(SUCCESS_TEXT, settings);
    // As most are; keys behind a spread, or one that leaves keys out, take ten times as long.
    return { status: 200, message: { responseCode: SUCCESS, infos, ...given } };
  }
  const { infos, envelope = 'start', ...payload } = given;
  switch (envelope) {
    case 'start':
      return { status: 200, message: { ...successOf(settings, infos), ...payload } };
    case 'end':
      return { status: 200, message: { ...payload, ...successOf(settings, infos) } };
    case 'none':
      return { status: 200, message: payload };
  }
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
