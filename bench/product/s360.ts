// S-360's calls as its documentation shows them: a token over REST, a UsernameToken over SOAP.
import type { Call } from '../load/http.ts';
import { ask } from './ask.ts';

const secret = 'P@ssw0rd';
const rest = '/s360/tnseb/backend-apis';
const soap = '/s360/tnseb/external-remoting/com.secutix.service.realtime';

/** A token of the vendor's own: it lives on the sandbox's clock, which stands still. */
async function tokenOf(port: number, operator: string): Promise<string> {
  const body = JSON.stringify({ operator, secret });
  const call = { method: 'POST', path: '/s360/tnai/backend-apis/v1/auth', body };
  const { token } = (await ask(port, call)) as { readonly token: string };
  return token;
}

interface Method {
  /** Of the SOAP path, then of the REST path. */
  readonly package: string;
  readonly service: string;
  readonly rest: string;
  readonly name: string;
}

const method = (area: string, service: string, name: string): Method => ({
  ...{ package: area, service, name },
  rest: `${service.charAt(0).toLowerCase()}${service.slice(1)}`,
});

const createOrder = method('externalorder', 'ExternalOrderFacade', 'createOrUpdateOrder');
const orderDetails = method('externalorder', 'ExternalOrderService', 'getOrderDetails');
const wholeCatalogue = method('catalog', 'CatalogService', 'getCatalogDetailed');

const overRest = ({ rest: service, name }: Method, token: string, message: object): Call => ({
  method: 'POST',
  path: `${rest}/${service}/v1_33/${name}`,
  headers: { Authorization: `Bearer ${token}` },
  body: JSON.stringify(message),
});

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

const overSoap = (
  { package: area, service, name }: Method,
  operator: string,
  message: string,
): Call => ({
  method: 'POST',
  path: `${soap}.${area}.v1_33.${service}.webservice`,
  headers: { 'content-type': 'text/xml; charset=utf-8', SOAPAction: '""' },
  body: `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v1="http://v1_33.${service}.service.secutix.com">
  <soapenv:Header>
    <wsse:Security xmlns:wsse="${OASIS}-wssecurity-secext-1.0.xsd">
      <wsse:UsernameToken wsu:Id="UsernameToken-1" xmlns:wsu="${OASIS}-wssecurity-utility-1.0.xsd">
        <wsse:Username>${operator}</wsse:Username>
        <wsse:Password Type="${OASIS}-username-token-profile-1.0#PasswordText">${secret}</wsse:Password>
      </wsse:UsernameToken>
    </wsse:Security>
  </soapenv:Header>
  <soapenv:Body>
    <v1:${name}>${message}</v1:${name}>
  </soapenv:Body>
</soapenv:Envelope>`,
});

const museum = 'MOSA_B2C';
/** The large data set is its house. */
const arena = 'PLAY_B2C';

/** The documented sample: one entry, which is never sold out. */
const entry = { audienceSubCategoryId: '306159078', quantity: '1', itemId: '466638397' };
const sale = { pointOfSalesId: '10228166972627', orderType: 'SALE' };
const purchasersInfo = [{ contactReference: '5442' }];

export const museumToken = (port: number): Promise<string> => tokenOf(port, museum);
export const arenaToken = (port: number): Promise<string> => tokenOf(port, arena);

export const createOverRest = (token: string): Call =>
  overRest(createOrder, token, {
    ...sale,
    purchasersInfo,
    simpleProductOperations: [entry],
  });

export const createOverSoap: Call = overSoap(
  createOrder,
  museum,
  `
      <pointOfSalesId>${sale.pointOfSalesId}</pointOfSalesId>
      <orderType>${sale.orderType}</orderType>
      <purchasersInfo>
        <contactReference>5442</contactReference>
      </purchasersInfo>
      <simpleProductOperations>
        <audienceSubCategoryId>${entry.audienceSubCategoryId}</audienceSubCategoryId>
        <quantity>${entry.quantity}</quantity>
        <itemId>${entry.itemId}</itemId>
      </simpleProductOperations>
    `,
);

export const detailsOverSoap = (orderId: number): Call =>
  overSoap(orderDetails, museum, `<orderId>${orderId}</orderId>`);

export const catalogueOverRest = (token: string): Call => overRest(wholeCatalogue, token, {});
export const catalogueOverSoap: Call = overSoap(wholeCatalogue, arena, '');

interface Created {
  readonly orderUpdateData: { readonly orderId: number };
}

/** Orders opened at once; the rest waits. */
const AT_ONCE = 100;

/** Ids of new orders. */
export async function newOrders(port: number, count: number): Promise<readonly number[]> {
  const call = createOverRest(await museumToken(port));
  const newOrder = async (): Promise<number> => {
    const { orderUpdateData } = (await ask(port, call)) as Created;
    return orderUpdateData.orderId;
  };
  const ids: number[] = [];
  while (ids.length < count) {
    const size = Math.min(AT_ONCE, count - ids.length);
    ids.push(...(await Promise.all(Array.from({ length: size }, newOrder))));
  }
  return ids;
}
