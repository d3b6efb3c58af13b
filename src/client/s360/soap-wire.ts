import { SoapFault } from '#contracts/s360/http-refusals.ts';
import { s360 as contract } from '#contracts/s360/index.ts';
import type { Call, Decoded } from '../dialect.ts';
import { NotOfferedError } from '../errors/not-offered-error.ts';
import { assertNoFloats } from '../floats.ts';
import { isObject } from '../json.ts';
import type { Settled } from '../settled.ts';
import { decodeResult, httpRefusal, isLimited } from './results.ts';
import { placeOf, type SoapPlace } from './soap/place.ts';
import { soapServices } from './soap/services.ts';
import { asRest } from './soap/values.ts';
import type { S360Speaker } from './speaker.ts';
import { successOf } from './success.ts';
import type { S360Failure } from './types.ts';
import type { Wire } from './wire.ts';

/** Each call by the vendor's own WSDL, with the operator's UsernameToken. */
export function soapWire(speaker: S360Speaker, settled: Settled): Wire {
  const services = soapServices(speaker, settled);
  return {
    ready: async ({ name, operation }) => {
      await services.opened(offered(name), operation);
      return { kind: 'ready', session: undefined };
    },
    isStale: () => false,
    encode: (call) => {
      assertNoFloats(call);
      const place = offered(call.name);
      return { method: 'POST', path: place.path, ...services.of(place).write(call) };
    },
    decode: (call, { status, text }) => {
      if (isLimited(status)) return httpRefusal(status, text);
      return decodeEnvelope(call, {
        status,
        read: () => services.of(offered(call.name)).read(text),
      });
    },
  };
}

function offered(operation: string): SoapPlace {
  const place = placeOf(operation);
  if (place) return place;
  const why = 'is not described over SOAP: ask for it over REST';
  throw new NotOfferedError({ vendor: contract.vendor, operation, why });
}

interface Envelope {
  readonly status: number;
  readonly read: () => unknown;
}

function decodeEnvelope(call: Call, { status, read }: Envelope): Decoded {
  let envelope: unknown;
  try {
    envelope = read();
  } catch (error) {
    const fault = faultIn(error);
    return fault ? decodeFault(fault, status) : { kind: 'unreadable', why: 'no SOAP envelope' };
  }
  const result = resultIn(call, envelope);
  if (!result) return { kind: 'unreadable', why: `an envelope without ${call.name}Response` };
  const isRefused = result['statusCode'] !== 'success';
  const body = isRefused ? result : asRest(successOf(call), result);
  return isObject(body)
    ? decodeResult(call, { body, status })
    : { kind: 'unreadable', why: 'no result' };
}

/** The one child of the answer's element, whatever its class. */
function resultIn(
  { name }: Call,
  envelope: unknown,
): Readonly<Record<string, unknown>> | undefined {
  const answer = memberOf(memberOf(envelope, 'Body'), `${name}Response`);
  return isObject(answer) ? Object.values(answer).find(isObject) : undefined;
}

const memberOf = (value: unknown, key: string): unknown =>
  isObject(value) ? value[key] : undefined;

interface Fault {
  readonly faultcode: string;
  readonly faultstring: string;
}

/** The library throws a fault, with the envelope that it stands in. */
function faultIn(error: unknown): Fault | undefined {
  const root = error instanceof Error && 'root' in error ? error.root : undefined;
  const fault = memberOf(memberOf(memberOf(root, 'Envelope'), 'Body'), 'Fault');
  if (!isObject(fault)) return undefined;
  return { faultcode: textOf(fault['faultcode']), faultstring: textOf(fault['faultstring']) };
}

/** With attributes a text is an object. */
const textOf = (value: unknown): string =>
  String(isObject(value) ? value['$value'] : (value ?? ''));

function decodeFault(body: Fault, status: number): Decoded {
  const code = body.faultcode.replace(/^.*:/, '');
  const failure = (): S360Failure => ({ code, message: body.faultstring, status });
  return { kind: 'failure', failure, body, schema: SoapFault };
}
