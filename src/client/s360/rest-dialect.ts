import type { Call, Decoded, Encoded } from '../dialect.ts';
import { assertNoFloats } from '../floats.ts';
import { isObject, parseJson } from '../json.ts';
import { decodeResult, httpRefusal, isLimited } from './results.ts';

/** RPC: one path a method, its message as JSON, a token as Bearer. */
export function encodeRest(call: Call, token: string | undefined): Encoded {
  assertNoFloats(call);
  const { method, path } = call.operation;
  return {
    method,
    path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(call.message),
  };
}

const UNAUTHORISED = 401;

export function decodeRest(
  call: Call,
  { status, text }: { readonly status: number; readonly text: string },
): Decoded {
  const json = parseJson(text);
  const body = json.ok ? json.value : undefined;
  if (isLimited(status)) return httpRefusal(status, text, body);
  if (!isObject(body)) {
    // Bodies of what HTTP refuses are not reliably JSON.
    if (status === UNAUTHORISED) return httpRefusal(status, text);
    return { kind: 'unreadable', why: json.ok ? 'JSON, but no object' : 'not JSON' };
  }
  if (call.operation.access !== 'none' || 'statusCode' in body) {
    return decodeResult(call, { body, status });
  }
  return { kind: 'value', value: body, body, schema: call.operation.response };
}
