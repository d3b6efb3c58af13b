import { done, refused } from '#kernel/outcome.ts';
import type { BankAnswer } from './bank.ts';
import type { MonextBehaviour } from './behaviour.ts';
import { openPayment } from './booking.ts';
import type { FailureOf } from './failure.ts';
import type { PaymentContract } from './merchant.ts';
import { APPROVED } from './simulator.ts';
import type { Transaction } from './transaction.ts';

/** What happens behind the counter: at the bank, at a partner, in the vendor's back office. */
export interface SetBankAnswer {
  readonly merchantId: string;
  readonly code: string;
  readonly times: number;
}

export const setBankAnswer: MonextBehaviour<
  SetBankAnswer,
  BankAnswer,
  { readonly kind: 'merchant-unknown' }
> = (draft, { merchantId: id, code, times }) => {
  if (!draft.merchants.get(id)) return refused({ kind: 'merchant-unknown' });
  const answer = { id, code, times };
  draft.bankAnswers.put(answer);
  return done(answer);
};

export interface ResolveOnHold {
  readonly transactionId: string;
  /** Of a refusal: the code that it is declined with. */
  readonly code: string | undefined;
}

/** A partner tells at last what became of a payment. */
export const resolveOnHold: MonextBehaviour<
  ResolveOnHold,
  Transaction,
  FailureOf<'transaction-unknown'> | { readonly kind: 'not-on-hold' }
> = (draft, { transactionId, code }, env) => {
  const waiting = draft.transactions.get(transactionId);
  if (!waiting) return refused({ kind: 'transaction-unknown' });
  if (waiting.status !== 'on-hold') return refused({ kind: 'not-on-hold' });
  if (code !== undefined) {
    const declined = { ...waiting, status: 'declined', code } as const;
    draft.transactions.put(declined);
    return done(declined);
  }
  const settlement = waiting.type === 'sale' || waiting.type === 'debit' ? 'pending' : 'none';
  const accepted: Transaction = {
    ...waiting,
    status: 'accepted',
    code: APPROVED,
    paymentId: waiting.id,
    settlement,
  };
  draft.transactions.put(accepted);
  openPayment(draft, accepted, env);
  return done(accepted);
};

export interface SetContract {
  readonly contractId: string;
  readonly options: Partial<
    Pick<
      PaymentContract,
      'checksDuplicates' | 'reauthorises' | 'needs3dSecure' | 'minAmountMinor' | 'maxAmountMinor'
    >
  >;
}

export const setContract: MonextBehaviour<
  SetContract,
  PaymentContract,
  FailureOf<'contract-unknown'>
> = (draft, { contractId, options }) => {
  const contract = draft.contracts.get(contractId);
  if (!contract) return refused({ kind: 'contract-unknown' });
  const changed = { ...contract, ...options };
  draft.contracts.put(changed);
  return done(changed);
};

export interface SetMerchant {
  readonly merchantId: string;
  readonly isLocked: boolean;
}

export const setMerchant: MonextBehaviour<
  SetMerchant,
  { readonly id: string; readonly isLocked: boolean },
  { readonly kind: 'merchant-unknown' }
> = (draft, { merchantId, isLocked }) => {
  const merchant = draft.merchants.get(merchantId);
  if (!merchant) return refused({ kind: 'merchant-unknown' });
  draft.merchants.put({ ...merchant, isLocked });
  return done({ id: merchantId, isLocked });
};
