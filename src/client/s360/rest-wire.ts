import { s360 as contract } from '#contracts/s360/index.ts';
import type { Answer } from '../answer.ts';
import { methodsOf, type AnyMethod } from '../methods.ts';
import type { Settled } from '../settled.ts';
import { s360Repeats } from './repeats.ts';
import { decodeRest, encodeRest } from './rest-dialect.ts';
import type { S360Speaker } from './speaker.ts';
import type { Readiness, Wire } from './wire.ts';

const UNAUTHORISED = 401;

/**
 * A token of the auth endpoint serves all calls until the vendor refuses it: how long one lives is
 * not public, and by the vendor's clock alone.
 */
export function restWire({ operator, secret, partner }: S360Speaker, settled: Settled): Wire {
  const logIn = logInMethod(settled);
  const credentials = { operator, secret, ...(partner === undefined ? {} : { partner }) };
  let token: string | undefined;
  let asked: Promise<Answer<unknown>> | undefined;

  const logInOnce = async (): Promise<Readiness> => {
    asked ??= logIn(credentials).finally(() => (asked = undefined));
    const answer = await asked;
    if (!answer.ok) return { kind: 'refused', answer };
    ({ token } = answer.value as { readonly token: string }); // by the contract of the log-in
    return { kind: 'ready', session: token };
  };
  return {
    ready: async ({ operation }) => {
      if (operation.access === 'none') return { kind: 'ready', session: undefined };
      return token === undefined ? logInOnce() : { kind: 'ready', session: token };
    },
    isStale: (answer, session) => {
      if (session === undefined || answer.response.status !== UNAUTHORISED) return false;
      if (token === session) token = undefined;
      return true;
    },
    encode: (call) => encodeRest(call, call.operation.access === 'none' ? undefined : token),
    decode: decodeRest,
  };
}

function logInMethod(settled: Settled): AnyMethod {
  const { vendor, operations } = contract;
  const dialect = {
    ...{ vendor, operations: { logIn: operations.logIn }, repeats: s360Repeats },
    ...{ encode: (call: Parameters<typeof encodeRest>[0]) => encodeRest(call, undefined) },
    decode: decodeRest,
  };
  const { logIn } = methodsOf(dialect, settled);
  if (!logIn) throw new Error('the contract has no log-in');
  return logIn;
}
