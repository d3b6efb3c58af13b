import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { operations } from '#contracts/monext/operations.ts';
import { soap } from '#contracts/monext/soap.ts';
import type { Asked } from '#contracts/monext/index.ts';
import type { messages } from '#contracts/monext/messages.ts';
import type { Operations } from '#kit/operation.ts';
import { soapMessagesOf } from '#kit/soap/model.ts';
import type { Sosie } from '#server/index.ts';
import { messageWriterOf } from '#wire/soap/encode.ts';

type Messages = typeof messages;
type RequestOf<N extends string> = {
  [S in keyof Messages]: N extends keyof Messages[S]
    ? Messages[S][N] extends { readonly request: infer R extends string }
      ? Asked<R>
      : never
    : never;
}[keyof Messages];

export const MERCHANT = '12345678901234';
export const ACCESS_KEY = 'abCdeFgHiJKLmNoPqrst';

export const basicOf = (user = MERCHANT, password = ACCESS_KEY): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Which service has an operation. */
export function pathOf(operation: string): string {
  const service = soap.services.find(({ operations: own }) => operation in own);
  if (!service) throw new Error(`no service has ${operation}`);
  return `/monext${service.path}`;
}

/** A request as a client writes it that reads the WSDL: what is mandatory and missing is nil. */
export function requestXml(operation: string, message: object): string {
  const service = soap.services.find(({ operations: own }) => operation in own);
  const described = (operations as Operations)[operation];
  const binding = service?.operations[operation];
  if (!service || !described || !binding) throw new Error(`no operation ${operation}`);
  const { request } = soapMessagesOf(operation, {
    operation: described,
    binding,
    style: soap.style,
  });
  return messageWriterOf(request, soap.style)(message, service.namespace);
}

export interface MonextAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly xml: string;
  /** What stands in an element, by local names: `transaction/id`; undefined when it is not there. */
  text(path: string): string | undefined;
  readonly code: string | undefined;
}

export interface MonextCall {
  readonly authorization?: string | undefined;
  readonly sandbox?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly receivedAt?: number;
}

/** A call in process. */
export const call = <N extends string>(
  sosie: Sosie,
  operation: N,
  message: RequestOf<N>,
  more: MonextCall = {},
): Promise<MonextAnswer> => post(sosie, pathOf(operation), requestXml(operation, message), more);

export async function post(
  sosie: Sosie,
  url: string,
  body: string,
  more: MonextCall = {},
): Promise<MonextAnswer> {
  const { authorization = basicOf(), sandbox, headers, receivedAt } = more;
  const response = await sosie.handle({
    method: 'POST',
    url: `${sandbox === undefined ? '' : `/~${sandbox}`}${url}`,
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      ...(authorization === '' ? {} : { authorization }),
      ...headers,
    },
    body,
    ...(receivedAt === undefined ? {} : { receivedAt }),
  });
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  return answerOf(response.status, response.headers, String(response.body));
}

export function answerOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  xml: string,
): MonextAnswer {
  const text = (path: string): string | undefined => {
    if (!xml.startsWith('<?xml')) return undefined;
    const document = XmlDocument.fromString(xml);
    const steps = path.split('/').map((name) => `*[local-name()="${name}"]`);
    const found = document.get(`/*/*[local-name()="Body"]/*/${steps.join('/')}`);
    const value = found instanceof XmlElement ? found.content : undefined;
    document.dispose();
    return value;
  };
  return { status, headers, xml, text, code: text('result/code') };
}

export const card = { number: '4970100000325734', type: 'CB', expirationDate: '1230', cvx: '123' };

interface Fields {
  readonly [field: string]: string;
}

export const payment = (fields: Fields = {}) => ({
  amount: '6000',
  currency: '978',
  action: '100',
  mode: 'CPT',
  contractNumber: '1234567',
  ...fields,
});

export const order = (fields: Fields = {}) => ({
  ref: 'ORDER-1',
  amount: '6000',
  currency: '978',
  date: '04/03/2026 09:59',
  ...fields,
});

/** What doAuthorization is sent for an ordinary payment. */
export const authorisation = (
  fields: { payment?: Fields; order?: Fields; card?: Fields } = {},
) => ({
  version: '34',
  payment: payment(fields.payment),
  card: { ...card, ...fields.card },
  order: order(fields.order),
});
