import type { Row } from '#kernel/table-spec.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import type { MonextEnv } from './behaviour.ts';
import { isPastMonth } from './calendar.ts';
import { cardKey, type CardBehaviour } from './card.ts';
import type { PresentedCard } from './card-fields.ts';
import type { PaymentContract } from './merchant.ts';
import { APPROVED, simulatedByAmount } from './simulator.ts';

/** What a merchant's bank was told to say to its next payments. */
export interface BankAnswer extends Row {
  readonly code: string;
  readonly times: number;
}

export interface BankRequest {
  readonly contract: PaymentContract;
  readonly amountMinor: number;
  readonly currency: string;
  readonly card: PresentedCard;
  readonly withoutCvx: boolean;
  readonly with3dSecure: boolean;
  /** Only where the vendor says that its simulator works. */
  readonly isSimulated: boolean;
}

const CARD_EXPIRED = '01101';
const NEEDS_3D_SECURE = '01131';
/** 3-D Secure failed: nothing goes to the bank. */
export const AUTHENTICATION_FAILED = '03022';

/** The return code of a payment by card. */
export function askBank(draft: MonextDraft, request: BankRequest, env: MonextEnv): string {
  const { contract, card, with3dSecure } = request;
  const told = nextAnswer(draft, contract.merchantId);
  if (told !== undefined) return told;
  const behaviour = draft.testCards.get(cardKey(card.card))?.behaviour;
  if (behaviour === 'failed') return AUTHENTICATION_FAILED;
  if (needs3dSecure(contract, behaviour) && !with3dSecure) return NEEDS_3D_SECURE;
  if (card.card.expiry !== '' && isPastMonth(card.card.expiry, env.now)) return CARD_EXPIRED;
  if (!card.hasCvx && !request.withoutCvx && env.settings.missingCvx !== 'accepted') {
    return env.settings.missingCvx;
  }
  if (!request.isSimulated || env.settings.simulator === 'off') return APPROVED;
  const { amountMinor, currency } = request;
  return card.simulated ?? simulatedByAmount(amountMinor, currency) ?? APPROVED;
}

const needs3dSecure = (contract: PaymentContract, behaviour: CardBehaviour | undefined): boolean =>
  behaviour === 'challenge' || (contract.needs3dSecure && behaviour !== 'frictionless');

function nextAnswer(draft: MonextDraft, merchantId: string): string | undefined {
  const answer = draft.bankAnswers.get(merchantId);
  if (!answer) return undefined;
  if (answer.times > 1) draft.bankAnswers.put({ ...answer, times: answer.times - 1 });
  else draft.bankAnswers.drop(merchantId);
  return answer.code;
}
