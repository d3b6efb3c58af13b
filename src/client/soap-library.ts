import type { Client, IHttpClient, SoapMethod } from 'soap';
import type { Call, Encoded } from './dialect.ts';

// What is exported names none of the library's types: who installs sosie may lack what those need.

/** One service as the `soap` library speaks to it, without a socket of its own. */
export interface SoapClient {
  /** What the library would send. */
  write(call: Call): Omit<Encoded, 'method' | 'path'>;
  /** What it makes of an envelope. Throws as it does: on a fault, and on what is no envelope. */
  read(text: string): unknown;
}

export interface SoapAddress {
  /** Of the WSDL. */
  readonly wsdlUrl: string;
  /** In place of what the WSDL says, which may be the vendor's own name of the host. */
  readonly endpoint: string;
  /** Brings the WSDL, and what it imports. */
  readonly fetchText: (url: string) => Promise<string>;
}

export interface SoapWays {
  /** Who calls, in every envelope: a UsernameToken of WS-Security. */
  readonly caller?: { readonly username: string; readonly password: string };
  /** How the library reads answers, where not as it does by itself. */
  readonly reading?: { readonly attributesKey?: string; readonly handleNilAsNull?: boolean };
}

/** Loading the library takes as long as all the rest of sosie: it is loaded for the first call. */
export async function openSoapClient(
  { wsdlUrl, endpoint, fetchText }: SoapAddress,
  { caller, reading = {} }: SoapWays = {},
): Promise<SoapClient> {
  const library = await import('soap');
  const post = interceptor(fetchText);
  const client = await library.createClientAsync(wsdlUrl, {
    ...reading,
    endpoint,
    httpClient: post.httpClient,
    // Its cache is the process's, by URL alone: another server may be there by now.
    disableCache: true,
    preserveWhitespace: true,
    customDeserializer: asWritten,
  });
  if (caller) {
    const bare = { hasTimeStamp: false, hasTokenCreated: false };
    client.setSecurity(new library.WSSecurity(caller.username, caller.password, bare));
  }
  return {
    write: (call) => post.written(() => send(client, call)),
    read: (text) => client.wsdl.xmlToObject(text) as unknown,
  };
}

function send(client: Client, { name, message }: Call): void {
  const method = client[name] as SoapMethod | undefined; // by the WSDL, which no type knows
  if (!method) throw new Error(`the WSDL has no operation ${name}`);
  // A field that is undefined would be written as the text of that.
  method(JSON.parse(JSON.stringify(message)) as unknown, () => undefined);
}

/** The library would make 17 of `17.5`, false of `maybe`, and a Date of a text with an offset. */
const asWritten = {
  long: wholeNumber,
  int: wholeNumber,
  integer: wholeNumber,
  boolean: (text: string) => ({ true: true, 1: true, false: false, 0: false })[text] ?? text,
  dateTime: (text: string) => text,
} as const;

/** What is none stays a text, which breaks the contract. */
function wholeNumber(text: string): number | string {
  const number = Number(text);
  return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(number) ? number : text;
}

interface Interceptor {
  readonly httpClient: IHttpClient;
  readonly written: (send: () => void) => Omit<Encoded, 'method' | 'path'>;
}

/** The library writes at once: what it would post is kept, and posted as any other call. */
function interceptor(fetchText: SoapAddress['fetchText']): Interceptor {
  let kept: Omit<Encoded, 'method' | 'path'> | undefined;
  const request = (...[url, data, callback, headers]: Parameters<IHttpClient['request']>): void => {
    if (typeof data === 'string') {
      kept = { headers: lowerCased(headers ?? {}), body: data };
      return;
    }
    const told = (text: string): unknown => callback(null, { status: 200, data: text }, text);
    fetchText(url).then(told, callback);
  };
  return {
    // What the library's type promises of a request it never looks at.
    httpClient: { request } as unknown as IHttpClient,
    written: (send) => {
      kept = undefined;
      send();
      if (!kept) throw new Error('the soap library sent nothing');
      return kept;
    },
  };
}

const lowerCased = (headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
