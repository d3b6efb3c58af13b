import type { Sosie } from '#server/index.ts';

export const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
export const COATS = 'http://v1_2.Cloakroom.service.example.com';
export const CLOAKROOM = '/cloakroom/soap/com.example.v1_2.Cloakroom.webservice';
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';

export const security = (password = 'P@ssw0rd'): string =>
  `<w:Security xmlns:w="${WSSE}"><w:UsernameToken><w:Username>anna</w:Username>` +
  `<w:Password>${password}</w:Password></w:UsernameToken></w:Security>`;

export const envelope = (body: string, header = security()): string =>
  `<e:Envelope xmlns:e="${ENVELOPE}"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`;

export const hang = (inside = ''): string => `<c:hang xmlns:c="${COATS}">${inside}</c:hang>`;

export interface SoapAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly xml: string;
}

export interface SoapCall {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** A call in process. */
export async function post(sosie: Sosie, call: SoapCall): Promise<SoapAnswer> {
  const { method = 'POST', url = CLOAKROOM, headers = { 'content-type': 'text/xml' }, body } = call;
  const response = await sosie.handle({ method, url, headers, body });
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  const xml =
    typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body);
  return { status: response.status, headers: response.headers, xml };
}
