import type { DetailsResponse, OfferResponse, ReceiptResponse } from '#contracts/wsone/index.ts';
import type { OfferUse, Refund } from '#mocks/wsone/domain/transaction.ts';
import type { Judged } from '#mocks/wsone/domain/transaction-behaviours.ts';
import {
  accountMessage,
  accountMessages,
  dateTimeText,
  discountMessage,
  euros,
} from './mapping.ts';

/** The first two objects of every answer about a receipt. */
export interface SettledMessage {
  readonly ReceiptResponse: ReceiptResponse;
  readonly DetailsResponse: DetailsResponse;
}

/** What was sent of a receipt is given back; the rest is what it came to. */
export function settledMessage({ id, receipt, settlement }: Judged): SettledMessage {
  const { preTaxMinor, before, after } = settlement;
  return {
    ReceiptResponse: {
      currency: receipt.currency,
      transactionDate: dateTimeText(receipt.at),
      transactionId: id,
      allTaxesIncludedAmount: euros(settlement.totalMinor),
      preTaxAmount: preTaxMinor === undefined ? undefined : euros(preTaxMinor),
      cashdeskIpAddress: receipt.cashdeskIp,
      cashdeskNumber: receipt.cashdeskNumber,
      discountAmount: euros(settlement.discountMinor),
      receiptNumber: receipt.number,
      OldAccountResponse: accountMessages(before),
      NewAccountResponse: accountMessages(after),
    },
    DetailsResponse: {
      OfferResponse: settlement.offers.map((use, order) =>
        offerMessage(use, order, before.programmeId),
      ),
    },
  };
}

/** That points spent for an offer stand with it is a guess. */
function offerMessage(use: OfferUse, order: number, programmeId: string): OfferResponse {
  const { offer, pointsSpent } = use;
  const discount = offer && discountMessage(offer.discount);
  return {
    used: use.isUsed,
    edited: use.isIssued,
    name: offer?.name,
    value: discount?.value,
    type: discount?.type,
    order,
    offerNumber: use.number,
    AccountResponse: pointsSpent === 0 ? [] : [accountMessage('points', -pointsSpent, programmeId)],
  };
}

/** The receipt of a return: its amount is negative (guess). */
export function refundMessage(refund: Refund): Pick<SettledMessage, 'ReceiptResponse'> {
  const { receipt } = refund;
  return {
    ReceiptResponse: {
      currency: receipt.currency,
      transactionDate: dateTimeText(receipt.at),
      transactionId: refund.id,
      allTaxesIncludedAmount: refund.amountMinor === 0 ? 0 : euros(-refund.amountMinor),
      preTaxAmount: undefined,
      cashdeskIpAddress: receipt.cashdeskIp,
      cashdeskNumber: receipt.cashdeskNumber,
      discountAmount: 0,
      receiptNumber: receipt.number,
      OldAccountResponse: accountMessages(refund.before),
      NewAccountResponse: accountMessages(refund.after),
    },
  };
}
