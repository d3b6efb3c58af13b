import { HttpRefusal } from '#contracts/s360/http-refusals.ts';
import { s360 as contract } from '#contracts/s360/index.ts';
import { callVendor } from '../../call.ts';
import type { Call, Decoded, Dialect } from '../../dialect.ts';
import { CallError } from '../../errors/call-error.ts';
import { WsdlError } from '../../errors/wsdl-error.ts';
import { READ } from '../../repeat-rule.ts';
import type { Settled } from '../../settled.ts';
import type { S360Speaker } from '../speaker.ts';
import { openSoapClient, type SoapClient } from '../../soap-library.ts';
import type { SoapPlace } from './place.ts';

/** The vendor's services, each with its WSDL, which is read once, when it is first needed. */
export interface SoapServices {
  opened(place: SoapPlace, operation: Call['operation']): Promise<SoapClient>;
  /** One that was opened. */
  of(place: SoapPlace): SoapClient;
}

export function soapServices(speaker: S360Speaker, settled: Settled): SoapServices {
  const opening = new Map<string, Promise<SoapClient>>();
  const open = new Map<string, SoapClient>();
  return {
    opened: (place, operation) => {
      const { service } = place;
      const known = opening.get(service);
      if (known) return known;
      const opened = openService({ place, operation }, speaker, settled);
      opening.set(service, opened);
      opened.then(
        (client) => open.set(service, client),
        () => opening.delete(service),
      );
      return opened;
    },
    of: ({ service }) => {
      const client = open.get(service);
      if (!client) throw new Error(`${service} was not opened`);
      return client;
    },
  };
}

interface Wanted {
  readonly place: SoapPlace;
  /** The one that it is opened for. */
  readonly operation: Call['operation'];
}

async function openService(
  { place, operation }: Wanted,
  speaker: S360Speaker,
  settled: Settled,
): Promise<SoapClient> {
  const endpoint = `${settled.root}${place.path}`;
  const name = `${place.service}?wsdl`;
  const call: Call = { vendor: contract.vendor, name, operation, message: {} };
  const fetchText = (url: string): Promise<string> => fetched(url, call, settled);
  try {
    const address = { wsdlUrl: `${endpoint}?wsdl`, endpoint, fetchText };
    const caller = { username: speaker.operator, password: speaker.secret };
    return await openSoapClient(address, { caller });
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new WsdlError({ vendor: contract.vendor, operation: name, attempts: 1, cause: error });
  }
}

/** Read as any call is: within its time, again when nothing comes, with the same errors. */
async function fetched(url: string, call: Call, settled: Settled): Promise<string> {
  const { root, timeoutMs, retries } = settled;
  if (!url.startsWith(`${root}/`)) throw new Error(`it imports ${url}, which is not the vendor's`);
  const dialect: Dialect = {
    ...{ vendor: contract.vendor, operations: {}, repeats: {} },
    encode: () => ({
      ...{ method: 'GET', path: url.slice(root.length) },
      ...{ headers: { accept: 'text/xml, application/xml' }, body: '' },
    }),
    decode: (_, { status, text }): Decoded =>
      status === 200
        ? { kind: 'value', value: text, body: text, schema: HttpRefusal }
        : { kind: 'unreadable', why: 'no WSDL' },
  };
  const limits = { timeoutMs, signal: undefined };
  const answer = await callVendor({ dialect, settled, rule: READ, call, limits, retries });
  return String(answer.ok && answer.value);
}
