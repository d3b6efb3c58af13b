import { HttpRefusal, Refused } from '#contracts/monext/index.ts';
import type { Call, Decoded } from '../dialect.ts';
import { isObject, parseJson } from '../json.ts';
import { isSuccess, outcomeOf } from './outcomes.ts';
import { asTold, TEXT } from './reading.ts';
import type { MonextFailure } from './types.ts';

export function decodeDirectory(
  { operation }: Call,
  { status, text }: { readonly status: number; readonly text: string },
): Decoded {
  const json = parseJson(text);
  if (!json.ok || status !== 200) return { kind: 'unreadable', why: 'no directory of endpoints' };
  return { kind: 'value', value: json.value, body: json.value, schema: operation.response };
}

export interface Envelope {
  readonly status: number;
  readonly read: () => unknown;
}

const UNAUTHORISED = 401;

/** The code in the result decides: HTTP says 200 whatever it is. */
export function decodeEnvelope(call: Call, { status, read }: Envelope): Decoded {
  if (status === UNAUTHORISED) return unauthorised();
  let envelope: unknown;
  try {
    envelope = read();
  } catch (error) {
    return { kind: 'unreadable', why: faultIn(error) ?? 'no SOAP envelope' };
  }
  const element = `${call.name}Response`;
  const answer = memberOf(memberOf(envelope, 'Body'), element);
  if (!isObject(answer)) return { kind: 'unreadable', why: `an envelope without ${element}` };
  const body = asTold(call.operation.response, answer);
  const code = memberOf(memberOf(body, 'result'), 'code');
  if (!isObject(body) || typeof code !== 'string' || code === '') {
    return { kind: 'unreadable', why: 'an answer without a return code' };
  }
  if (isSuccess(code)) {
    return { kind: 'value', value: body, body, schema: call.operation.response };
  }
  return { kind: 'failure', failure: () => failureIn(body, code, status), body, schema: Refused };
}

/** With which body and words is not known. */
function unauthorised(): Decoded {
  const failure = (): MonextFailure => ({
    ...{ code: String(UNAUTHORISED), outcome: 'unauthorised', message: 'Unauthorized' },
    ...{ shortMessage: '', status: UNAUTHORISED, transactionId: undefined },
  });
  return { kind: 'failure', failure, body: undefined, schema: HttpRefusal };
}

function failureIn(
  body: Readonly<Record<string, unknown>>,
  code: string,
  status: number,
): MonextFailure {
  return {
    code,
    outcome: outcomeOf(code),
    message: textIn(body['result'], 'longMessage'),
    shortMessage: textIn(body['result'], 'shortMessage'),
    status,
    transactionId: textIn(body['transaction'], 'id') || undefined,
  };
}

const memberOf = (value: unknown, key: string): unknown =>
  isObject(value) ? value[key] : undefined;

function textIn(value: unknown, key: string): string {
  const text = memberOf(value, key);
  return typeof text === 'string' ? text : '';
}

/** The vendor declares no fault: one says that the call was none, or that the service is broken. */
function faultIn(error: unknown): string | undefined {
  const root = error instanceof Error && 'root' in error ? error.root : undefined;
  const fault = memberOf(memberOf(memberOf(root, 'Envelope'), 'Body'), 'Fault');
  if (!isObject(fault)) return undefined;
  return `the fault ${leaf(fault['faultcode'])}: ${leaf(fault['faultstring'])}`;
}

/** With attributes a text is an object. */
const leaf = (value: unknown): string =>
  String(isObject(value) ? (value[TEXT] ?? '') : (value ?? ''));
