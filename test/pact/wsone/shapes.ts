import type { OfferResponse, ReceiptResponse } from '#contracts/wsone/index.ts';
import { id, some, text, whole, yesOrNo, type Part, type Parts } from '../matching.ts';
import { dateTime, double, examples } from './partner.ts';

export const account = (value = 62): Part => ({
  name: id('point'),
  value: whole(value),
  unit: id('pts'),
  EntityResponse: { entityIdentifier: id('100001') },
});

/** What every answer about a receipt has; a client relies on what the contract requires. */
export const receipt = (total = 20.5): Part => {
  const required: Parts<ReceiptResponse> = {
    transactionDate: dateTime(),
    allTaxesIncludedAmount: double(total),
    discountAmount: double(0.5),
    receiptNumber: id(examples.receiptNumber),
    OldAccountResponse: some(account()),
    NewAccountResponse: some(account(82)),
  };
  return required;
};

/** A receipt that is kept has an id. */
export const keptReceipt = (total?: number): Part => ({
  ...(receipt(total) as object),
  transactionId: id(examples.transactionId),
});

const offer: Parts<OfferResponse> = {
  used: yesOrNo(true),
  edited: yesOrNo(false),
  order: whole(0),
  offerNumber: id(examples.offerNumber),
  AccountResponse: [],
};

/** An offer that the vendor knows. */
export const knownOffer = (used: boolean): Part => ({
  ...offer,
  ...{ used, edited: false, name: text('Example offer'), value: double(15.5), type: whole(1) },
});

/** Of a receipt without offers: none that was used; one may be issued. */
export const noOffers: Part = { OfferResponse: [] };
