import { wsone as contract } from '#contracts/wsone/index.ts';
import { withDecimals } from '../decimals.ts';
import type { Call, Decoded, Dialect, Encoded } from '../dialect.ts';
import { assertNoFloats } from '../floats.ts';
import { isObject, parseJson, withNumbersAsText } from '../json.ts';
import { placed } from '../path.ts';
import { basicCredentials } from '../basic.ts';
import { wsoneRepeats, wsoneRepeatsByKey } from './repeats.ts';
import type { WsoneFailure } from './types.ts';

export interface WsoneSpeaker {
  /** Of this client, as the vendor gave it. */
  readonly username: string;
  readonly password: string;
  /**
   * Whether a receipt or a return is sent again after a lost answer. That the vendor knows it again
   * by store, till, date and number, and moves nothing twice, is a **guess** of the double's: with a
   * vendor that does not, the customer gets his points twice. Ask the vendor before you set it.
   * @default false
   */
  readonly repeatByReceiptKey?: boolean;
}

export function wsoneDialect(speaker: WsoneSpeaker): Dialect {
  const { username, password, repeatByReceiptKey = false } = speaker;
  const authorization = basicCredentials(username, password);
  return {
    vendor: contract.vendor,
    operations: contract.operations,
    repeats: repeatByReceiptKey ? wsoneRepeatsByKey : wsoneRepeats,
    encode: (call) => encode(call, authorization),
    decode,
  };
}

function encode(call: Call, authorization: string): Encoded {
  assertNoFloats(call);
  const { path, rest } = placed(call);
  return {
    method: call.operation.method,
    path,
    headers: { accept: 'application/json', 'content-type': 'application/json', authorization },
    body: JSON.stringify(rest),
  };
}

const SUCCESS = '000';

/** The code in the body decides: that a refusal comes with HTTP 200 is inferred. */
function decode(
  { operation }: Call,
  { status, text }: { readonly status: number; readonly text: string },
): Decoded {
  const json = parseJson(text);
  if (!json.ok) return { kind: 'unreadable', why: 'not JSON' };
  const body = json.value;
  if (!isObject(body)) return { kind: 'unreadable', why: 'JSON, but no object' };
  const { responseCode: code } = body;
  if (code === undefined && !isLeftOut(operation.response, status)) {
    return { kind: 'unreadable', why: 'JSON without “responseCode”' };
  }
  if (code !== undefined && code !== SUCCESS) {
    return {
      kind: 'failure',
      failure: () => failureIn(body, status),
      body,
      schema: contract.refusal,
    };
  }
  const schema = operation.response;
  const exact = withDecimals(schema, { value: body, texts: withNumbersAsText(text) });
  return { kind: 'value', value: withoutCode(exact), body, schema };
}

/** Whether an answer has an envelope at all is not known of getFullPerson. */
const isLeftOut = ({ required }: Call['operation']['response'], status: number): boolean =>
  status === 200 && Array.isArray(required) && !required.includes('responseCode');

function withoutCode(answer: unknown): unknown {
  // The body was found to be an object.
  const members = Object.entries(answer as Readonly<Record<string, unknown>>);
  return Object.fromEntries(members.filter(([key]) => key !== 'responseCode'));
}

const INSTANCE = /^server\.instance\.name=/;

function failureIn(body: Readonly<Record<string, unknown>>, status: number): WsoneFailure {
  // The contract was kept, or its caller did not want to know.
  const { responseCode: code, infos } = body as { readonly responseCode: string; infos: string };
  const lines = String(infos).split('\n');
  const message = lines.filter((line) => line !== '' && !INSTANCE.test(line)).join('\n');
  return { code, message, status };
}
