import type { Client, IHttpClient, SoapMethod } from 'soap';
import type { Call, Encoded } from '../dialect.ts';

/** One service as the `soap` library speaks to it, without a socket of its own. */
export interface SoapClient {
  /** What the library would send. */
  write(call: Call): Omit<Encoded, 'method' | 'path'>;
  /** What stands in an envelope's body. Throws as the library does: on a fault, and on no envelope. */
  read(text: string): unknown;
}

/** Under which the library keeps the attributes of an element. */
export const ATTRIBUTES = '$attributes';
/** And the text of one that has any. */
export const TEXT = '$value';

/** Loading the library takes as long as all the rest of sosie: it is loaded for the first call. */
export async function openSoapClient(wsdl: string): Promise<SoapClient> {
  const { createClientAsync } = await import('soap');
  const post = interceptor(wsdl);
  const client = await createClientAsync('http://wsdl.invalid/?wsdl', {
    httpClient: post.httpClient,
    // Its cache is the process's, by URL alone.
    disableCache: true,
    attributesKey: ATTRIBUTES,
    handleNilAsNull: true,
    preserveWhitespace: true,
    customDeserializer: asWritten,
  });
  return {
    write: (call) => post.written(() => send(client, call)),
    read: (text) => bodyOf(client.wsdl.xmlToObject(text)),
  };
}

function send(client: Client, { name, message }: Call): void {
  const method = client[name] as SoapMethod | undefined; // by the WSDL, which no type knows
  if (!method) throw new Error(`the WSDL has no operation ${name}`);
  method(message, () => undefined);
}

const bodyOf = (envelope: unknown): unknown =>
  typeof envelope === 'object' && envelope !== null && 'Body' in envelope
    ? envelope.Body
    : undefined;

/** The library would make 17 of `17.5`, and false of `maybe`. What is none breaks the contract. */
const asWritten = {
  int: wholeNumber,
  integer: wholeNumber,
  boolean: (text: string) => ({ true: true, 1: true, false: false, 0: false })[text] ?? text,
  dateTime: (text: string) => text,
} as const;

function wholeNumber(text: string): number | string {
  const number = Number(text);
  return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(number) ? number : text;
}

interface Interceptor {
  readonly httpClient: IHttpClient;
  readonly written: (send: () => void) => Omit<Encoded, 'method' | 'path'>;
}

/** The library asks for its WSDL, and writes at once: what it would post is kept for the call. */
function interceptor(wsdl: string): Interceptor {
  let kept: Omit<Encoded, 'method' | 'path'> | undefined;
  const request = (...[, data, callback, headers]: Parameters<IHttpClient['request']>): void => {
    if (typeof data === 'string') kept = { headers: lowerCased(headers ?? {}), body: data };
    else callback(null, { status: 200, data: wsdl }, wsdl);
  };
  return {
    // What the library's type promises of a request it never looks at.
    httpClient: { request } as unknown as IHttpClient,
    written: (write) => {
      kept = undefined;
      write();
      if (!kept) throw new Error('the soap library sent nothing');
      return kept;
    },
  };
}

const lowerCased = (headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
