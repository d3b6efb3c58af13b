// WsOne's calls as a till and a shop send them: every scalar as text, Basic credentials.
import type { Call } from '../load/http.ts';
import { ask } from './ask.ts';
import { namedData } from './control.ts';

const headers = { authorization: `Basic ${Buffer.from('demo:demo').toString('base64')}` };

const call = (path: string, body: object): Call => ({
  method: 'POST',
  path: `/wsone/rest/${path}`,
  body: JSON.stringify(body),
  headers,
});

/** The receipt of the vendor's sample, by any card and of any number, without its offer. */
export const sendAndValid = (card: string, receiptNumber: string): Call =>
  call('transactionWebService/sendAndValidTransaction', {
    DetailsRequest: {
      nbItems: '2',
      nbOfferNumbers: '0',
      OfferNumberRequest: [],
      TransactionItemRequest: [
        {
          allTaxesIncludedUnitPrice: '12.57',
          discountAmount: '2',
          ean: '111111',
          mainReference: 'PREMIER_ITEM_DE_TEST',
          name: 'MON ITEM DE TEST',
          preTaxUnitPrice: '10.76',
          quantity: '1',
          storeReference: '12',
          AccountAdvantageRequest: [{ type: '1', value: '10' }],
          universReference: '345',
        },
        {
          allTaxesIncludedUnitPrice: '24.99',
          discountAmount: '0',
          ean: '222222',
          mainReference: 'DEUXIEME_ITEM_DE_TEST',
          name: 'UN AUTRE ITEM DE TEST',
          preTaxUnitPrice: '21.47',
          quantity: '1',
        },
      ],
    },
    ReceiptRequest: {
      allTaxesIncludedAmount: '37.56',
      cashdeskIpAddress: '127.0.0.1',
      cashdeskNumber: '2',
      currency: '1',
      discountAmount: '2',
      EntityRequest: { entityIdentifier: '666666' },
      IdentifierRequest: { identifierType: '1', identifierValue: card },
      preTaxAmount: '34.58',
      receiptNumber,
      AccountAdvantageRequest: [{ type: '1', value: '0' }],
      transactionDate: '04/03/2026 09:58:00',
    },
  });

/** What is given of a customer. */
export interface Sought {
  readonly person?: Readonly<Record<string, string>>;
  readonly contact?: Readonly<Record<string, object>>;
}

export const searchPerson = ({ person, contact }: Sought): Call =>
  call('2.0/personWebService/searchPerson', {
    ...(person ? { PersonRequest: person } : {}),
    ...(contact ? { ContactRequest: contact } : {}),
  });

interface NamedData {
  readonly wsone: { readonly cards: Readonly<Record<string, string>> };
}

/** Cards of the customers that were made: the data set below has some that are lost or free. */
export async function cardsOf(port: number): Promise<readonly string[]> {
  const data = (await ask(port, namedData)) as NamedData;
  const made = Object.entries(data.wsone.cards).filter(([name]) => name.startsWith('customer'));
  return made.map(([, card]) => card);
}
