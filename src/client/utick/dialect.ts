import { utick as contract } from '#contracts/utick/index.ts';
import type { Call, Decoded, Dialect, Encoded } from '../dialect.ts';
import { isObject, parseJson } from '../json.ts';
import { placed } from '../path.ts';
import { utickRepeats } from './repeats.ts';
import { signed, type UtickCredentials } from './signature.ts';
import type { UtickFailure } from './types.ts';

/** What stands in the body of every call unless its message says otherwise. */
export interface UtickSpeaker extends UtickCredentials {
  /** Label of the user, free text. */
  readonly username?: string;
  /**
   * Language of the answers: `fr`, `nl`, `de` or `en`. Of an order or a contact that a call
   * creates or changes it is the language too, as with the vendor's own client.
   * @default the vendor's: `fr`
   */
  readonly language?: string;
}

export function utickDialect(speaker: UtickSpeaker, clock: () => number): Dialect {
  return {
    vendor: contract.vendor,
    operations: contract.operations,
    repeats: utickRepeats,
    encode: (call) => encode(call, speaker, clock()),
    decode,
  };
}

/**
 * All that is no part of the path goes into a JSON body, on GET and DELETE too. A field of the
 * message wins over what every call carries, as in the vendor's own client.
 */
function encode(call: Call, speaker: UtickSpeaker, now: number): Encoded {
  const { method, access } = call.operation;
  const { path, rest } = placed(call);
  const { username, language, deviceId } = speaker;
  const body = {
    ...(access === 'none' ? {} : signed(speaker, now)),
    ...(username === undefined ? {} : { username }),
    ...(language === undefined ? {} : { language }),
    ...(access === 'device' && deviceId !== undefined ? { deviceid: deviceId } : {}),
    ...rest,
  };
  return {
    method,
    // With a slash at its end, as the vendor's pages write every path since 2023.
    path: `${path}/`,
    headers: { accept: '*/*', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** The body alone decides, as in the vendor's own client: the status may be 200 on a refusal. */
function decode({ operation }: Call, { text }: { readonly text: string }): Decoded {
  const json = parseJson(text);
  if (!json.ok) return { kind: 'unreadable', why: 'not JSON' };
  const body = json.value;
  if (!isObject(body) || !('success' in body)) {
    return { kind: 'unreadable', why: 'JSON without “success”' };
  }
  const isRefused = body['success'] !== true || isObject(body['error']);
  if (!isRefused) {
    return { kind: 'value', value: body['response'], body, schema: operation.response };
  }
  return { kind: 'failure', failure: () => failureIn(body), body, schema: contract.refusal };
}

function failureIn(body: Readonly<Record<string, unknown>>): UtickFailure {
  // The contract was kept, or its caller did not want to know.
  const { code, message } = body['error'] as { readonly code: number; readonly message: string };
  return { code, message, status: body['status_code'] as number };
}
