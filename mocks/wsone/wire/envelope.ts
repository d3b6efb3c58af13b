import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { Answer, AnswerContext } from '#wire/vendor.ts';

export type WsoneContext = AnswerContext<WsoneSettings>;

export const SUCCESS = '000';
const SUCCESS_TEXT = 'Request successfully processed';

/** The message, then which server answered, each ended by LF. */
const infosOf = (text: string, { instanceName }: WsoneSettings): string =>
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
  const message = enveloped(value as Payload, settings);
  return settings.javaDoubles
    ? { status: 200, message }
    : { status: 200, message, numbers: 'plain' };
}

function enveloped(given: Payload, settings: WsoneSettings): object {
  if (given.infos === undefined && given.envelope === undefined) {
    // As most are; keys behind a spread, or one that leaves keys out, take ten times as long.
    return { responseCode: SUCCESS, infos: infosOf(SUCCESS_TEXT, settings), ...given };
  }
  const { infos, envelope = 'start', ...payload } = given;
  switch (envelope) {
    case 'start':
      return { ...successOf(settings, infos), ...payload };
    case 'end':
      return { ...payload, ...successOf(settings, infos) };
    case 'none':
      return payload;
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
