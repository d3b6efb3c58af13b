// Monext's calls as a shop's SDK sends them: SOAP with Basic credentials.
import type { Call } from '../load/http.ts';

const credentials = Buffer.from('12345678901234:abCdeFgHiJKLmNoPqrst').toString('base64');

const call = (service: string, operation: string, fields: string): Call => ({
  method: 'POST',
  path: `/monext/V4/services/${service}`,
  headers: {
    authorization: `Basic ${credentials}`,
    'content-type': 'text/xml; charset=utf-8',
    soapaction: `"${operation}"`,
  },
  body:
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"' +
    ' xmlns:obj="http://obj.ws.payline.experian.com"' +
    ' xmlns:impl="http://impl.ws.payline.experian.com"><SOAP-ENV:Body>' +
    `<impl:${operation}Request>${fields}</impl:${operation}Request>` +
    '</SOAP-ENV:Body></SOAP-ENV:Envelope>',
});

type Fields = Readonly<Record<string, string>>;

const elements = (prefix: string, fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `<${prefix}:${name}>${value}</${prefix}:${name}>`)
    .join('');

const object = (name: string, fields: Fields): string =>
  `<impl:${name}>${elements('obj', fields)}</impl:${name}>`;

/** A payment of sixty euros by card for a new order, with who buys. */
export const doAuthorization = (ref: string): Call =>
  call(
    'DirectPaymentAPI',
    'doAuthorization',
    elements('impl', { version: '34' }) +
      object('payment', {
        amount: '6000',
        currency: '978',
        action: '100',
        mode: 'CPT',
        contractNumber: '1234567',
      }) +
      object('card', {
        number: '4970100000325734',
        type: 'CB',
        expirationDate: '1230',
        cvx: '123',
      }) +
      object('order', {
        ref,
        origin: 'E-commerce',
        country: 'FR',
        taxes: '1000',
        amount: '6000',
        currency: '978',
        date: '04/03/2026 09:59',
      }) +
      object('buyer', {
        lastName: 'Lecomte',
        firstName: 'Marianne',
        email: 'marianne.lecomte@example.com',
      }),
  );

export const detailsOfOrder = (orderRef: string): Call =>
  call('ExtendedAPI', 'getTransactionDetails', elements('impl', { version: '34', orderRef }));

/** All of one day, `03/03/2026`, narrowed by `filters`. */
export const transactionsOfDay = (day: string, filters: Fields): Call =>
  call(
    'ExtendedAPI',
    'transactionsSearch',
    elements('impl', { version: '34', startDate: day, endDate: day, ...filters }),
  );
