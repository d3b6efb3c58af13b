import { Type } from '@sinclair/typebox';
import { evidence } from '#kit/types.ts';
import { transactionOperation as operation } from './operation.ts';
import { EntityRequest, IdentifierRequest } from './reference-schemas.ts';
import {
  DetailsRequest,
  DetailsResponse,
  KnownReceiptRequest,
  ReceiptRequest,
  ReceiptResponse,
  RefundReceiptRequest,
} from './receipt-schemas.ts';
import { text } from './scalars.ts';

/** Of a till's whole receipt. */
const RECEIPT = { DetailsRequest: Type.Optional(DetailsRequest), ReceiptRequest } as const;
const SETTLED = { ReceiptResponse, DetailsResponse } as const;

/** Name and verb are the vendor's; what they take and give is a proposal. */
const proposed = { evidence: 'guess' } as const;

export const transactionOperations = {
  sendTransaction: operation('sendTransaction', {
    summary: 'Takes a receipt without validating it: nothing moves yet.',
    evidence: 'inferred',
    request: Type.Object(RECEIPT),
    payload: SETTLED,
  }),
  validTransaction: operation('validTransaction', {
    summary: 'Validates a receipt that was sent: offers are used, balances move.',
    ...proposed,
    request: Type.Object({
      ReceiptRequest: Type.Optional(KnownReceiptRequest),
      transactionId: Type.Optional(text('Names the transaction alone.')),
    }),
    payload: SETTLED,
  }),
  sendAndValidTransaction: operation('sendAndValidTransaction', {
    summary: 'Takes a receipt and validates it at once.',
    evidence: 'documented',
    request: Type.Object(RECEIPT),
    payload: SETTLED,
  }),
  sendAndValidFullTransaction: operation('sendAndValidFullTransaction', {
    summary: 'The same as sendAndValidTransaction: what is full about it is not known.',
    ...proposed,
    request: Type.Object(RECEIPT),
    payload: SETTLED,
  }),
  verifyTransaction: operation('verifyTransaction', {
    summary: 'Computes what a receipt would come to, and keeps nothing of it.',
    ...proposed,
    readOnly: true,
    request: Type.Object(RECEIPT),
    payload: SETTLED,
  }),
  cancelTransactionsNotValidated: operation('cancelTransactionsNotValidated', {
    summary: 'Cancels all receipts of a customer, of a store or of both that are not validated.',
    ...proposed,
    request: Type.Object({
      IdentifierRequest: Type.Optional(IdentifierRequest),
      EntityRequest: Type.Optional(EntityRequest),
      transactionId: Type.Optional(text('Only this one.')),
    }),
    payload: {},
  }),
  sendSimpleTransaction: operation('sendSimpleTransaction', {
    summary: 'Takes a receipt without lines or offers and validates it at once.',
    ...proposed,
    request: Type.Object({ ReceiptRequest }),
    payload: SETTLED,
  }),
  refundTransaction: operation('refundTransaction', {
    summary: 'Gives back a validated receipt, in whole or in part: the points go too.',
    ...proposed,
    request: Type.Object({ ReceiptRequest: RefundReceiptRequest }),
    payload: { ReceiptResponse },
  }),
  getLastTransaction: operation('getLastTransaction', {
    summary: 'The latest validated receipt of a customer.',
    ...proposed,
    readOnly: true,
    request: Type.Object({
      IdentifierRequest,
      EntityRequest: Type.Optional(evidence('guess', EntityRequest)),
    }),
    payload: SETTLED,
  }),
} as const;
