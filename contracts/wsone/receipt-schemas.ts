import { Type, type Static } from '@sinclair/typebox';
import { evidence, List } from '#kit/types.ts';
import {
  AccountAdvantageRequest,
  AccountResponse,
  EntityRequest,
  IdentifierRequest,
  OfferResponse,
} from './reference-schemas.ts';
import { amount, closed, count, DateTimeText, double, text, Sometimes } from './scalars.ts';

const optionalText = (description: string) => Type.Optional(text(description));
const optionalAmount = (description: string) => Type.Optional(amount(description));

/** The head of a till receipt. The vendor does not say what is required: that part is a guess. */
const RECEIPT = {
  receiptNumber: text('Of the till; free text.'),
  transactionDate: text('dd/MM/yyyy HH:mm:ss; offers are judged at this moment.'),
  allTaxesIncludedAmount: amount('The till’s discounts are taken off already.'),
  preTaxAmount: optionalAmount('Never compared with the lines.'),
  discountAmount: optionalAmount('Sum of the till’s own discounts.'),
  currency: Type.Optional(count('1 euro.')),
  cashdeskNumber: optionalText('Given back.'),
  cashdeskIpAddress: optionalText('Given back.'),
  EntityRequest,
  IdentifierRequest,
  AccountAdvantageRequest: Type.Optional(List(AccountAdvantageRequest)),
} as const;

export const ReceiptRequest = Type.Object(RECEIPT, { title: 'ReceiptRequest' });
export interface ReceiptRequest extends Static<typeof ReceiptRequest> {}

/** A receipt that was sent before, by what names it. */
export const KnownReceiptRequest = Type.Object(
  {
    receiptNumber: optionalText('With EntityRequest it names the transaction.'),
    transactionId: optionalText('Names the transaction alone.'),
    transactionDate: optionalText('dd/MM/yyyy HH:mm:ss; parts receipts of one number.'),
    cashdeskNumber: optionalText('Parts receipts of one number.'),
    EntityRequest: Type.Optional(EntityRequest),
    IdentifierRequest: Type.Optional(IdentifierRequest),
  },
  { title: 'KnownReceiptRequest' },
);
export interface KnownReceiptRequest extends Static<typeof KnownReceiptRequest> {}

/** The receipt of what is brought back, and the receipt that it was bought with. */
export const RefundReceiptRequest = Type.Object(
  {
    receiptNumber: text('Of the return.'),
    transactionDate: text('dd/MM/yyyy HH:mm:ss, of the return.'),
    originalReceiptNumber: optionalText('With EntityRequest it names the transaction.'),
    transactionId: optionalText('Names the transaction alone.'),
    allTaxesIncludedAmount: optionalAmount(
      'What is given back, with either sign; absent: all that is left.',
    ),
    currency: Type.Optional(count('1 euro.')),
    cashdeskNumber: optionalText('Given back.'),
    cashdeskIpAddress: optionalText('Given back.'),
    EntityRequest,
    IdentifierRequest: Type.Optional(IdentifierRequest),
  },
  { title: 'RefundReceiptRequest' },
);
export interface RefundReceiptRequest extends Static<typeof RefundReceiptRequest> {}

export const TransactionItemRequest = Type.Object(
  {
    allTaxesIncludedUnitPrice: optionalAmount('Of one piece.'),
    discountAmount: optionalAmount('Of the line; off the total already.'),
    ean: optionalText('Of the article.'),
    mainReference: optionalText('Of the article.'),
    name: optionalText('Of the article.'),
    preTaxUnitPrice: optionalAmount('Of one piece.'),
    quantity: optionalAmount('Negative for what is brought back; absent: 1.'),
    storeReference: optionalText('Of the article.'),
    AccountAdvantageRequest: Type.Optional(List(AccountAdvantageRequest)),
    universReference: optionalText('Of the article.'),
  },
  { title: 'TransactionItemRequest' },
);
export interface TransactionItemRequest extends Static<typeof TransactionItemRequest> {}

export const OfferNumberRequest = Type.Object(
  { offerNumber: text('Of an offer that the customer presents.') },
  { title: 'OfferNumberRequest' },
);

export const DetailsRequest = Type.Object(
  {
    nbItems: Type.Optional(count('Number of lines; not judged.')),
    nbOfferNumbers: Type.Optional(count('Number of offers; not judged.')),
    OfferNumberRequest: Type.Optional(List(OfferNumberRequest)),
    TransactionItemRequest: Type.Optional(List(TransactionItemRequest)),
  },
  { title: 'DetailsRequest' },
);
export interface DetailsRequest extends Static<typeof DetailsRequest> {}

export const ReceiptResponse = Type.Object(
  {
    currency: Sometimes(Type.Integer({ description: 'As sent.' })),
    transactionDate: DateTimeText,
    transactionId: Sometimes(
      Type.String({ description: 'Made by the server; nothing that was only judged has one.' }),
    ),
    allTaxesIncludedAmount: double('After the offers that were used.'),
    preTaxAmount: Sometimes(
      evidence('inferred', double('After the offers; the rule is fitted to the one sample.')),
    ),
    cashdeskIpAddress: Sometimes(Type.String({ description: 'As sent.' })),
    cashdeskNumber: Sometimes(Type.String({ description: 'As sent.' })),
    discountAmount: double('The till’s discounts and the offers that were used.'),
    receiptNumber: Type.String({ description: 'As sent.' }),
    OldAccountResponse: List(AccountResponse, { description: 'Balances before.' }),
    NewAccountResponse: List(AccountResponse, { description: 'Balances after.' }),
  },
  { ...closed, title: 'ReceiptResponse' },
);
export interface ReceiptResponse extends Static<typeof ReceiptResponse> {}

export const DetailsResponse = Type.Object(
  { OfferResponse: List(OfferResponse) },
  { ...closed, title: 'DetailsResponse' },
);
export interface DetailsResponse extends Static<typeof DetailsResponse> {}
