import type { Instant } from '#kernel/instant.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Random } from '#kernel/random.ts';
import { parseDate } from '#kernel/relative-date.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import { setBankAnswer } from '#mocks/monext/domain/back-office.ts';
import type { MonextEnv } from '#mocks/monext/domain/behaviour.ts';
import { minuteText, ZONE } from '#mocks/monext/domain/calendar.ts';
import { authorise } from '#mocks/monext/domain/card-behaviours.ts';
import type { Merchant } from '#mocks/monext/domain/merchant.ts';
import { capturePayment, refundPayment } from '#mocks/monext/domain/payment-behaviours.ts';
import { resetTransaction } from '#mocks/monext/domain/reset-behaviours.ts';
import { settlePayment } from '#mocks/monext/domain/settlement.ts';
import type { Transaction } from '#mocks/monext/domain/transaction.ts';
import { defaultSettings } from '#mocks/monext/settings.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import { mapNamed, referred, type IdsByName } from './names.ts';
import type { DatasetPayment, DatasetSection } from './schema.ts';

export interface DatasetMoment {
  readonly now: Instant;
  readonly random: Random;
}

/** One payment of a data set while it is made. */
interface Making {
  readonly payment: DatasetPayment;
  readonly merchant: Merchant;
  readonly contractNumber: string;
  readonly env: MonextEnv;
  readonly pointer: string;
}

/** An ordinary card. */
const CARD = '4970100000325734';
const VERSION = 34;
const EURO = '978';
/** Answers of the bank that leave a payment in these states. */
const bankCodes = { declined: '01100', 'on-hold': '02005' } as const;

/** Payments are made the way a client makes them, so that books and sums agree; answers their ids. */
export function installPayments(
  draft: MonextDraft,
  section: DatasetSection,
  moment: DatasetMoment,
): IdsByName {
  return mapNamed(section.payments, (payment, name) => {
    const pointer = `/payments/${name}`;
    const contract = referred(section.contracts, payment.contract, `${pointer}/contract`);
    const pointOfSale = referred(section.pointsOfSale, contract.pointOfSale, pointer);
    const { id } = referred(section.merchants, pointOfSale.merchant, pointer);
    const merchant = draft.merchants.get(id);
    if (!merchant) throw new DatasetProblem(pointer, 'its merchant is missing');
    const now = parseDate(payment.created ?? 'now', moment.now, ZONE);
    if (now === undefined) throw new DatasetProblem(`${pointer}/created`, 'there is no such date');
    const random = moment.random.fork(`payments/${name}`);
    const env: MonextEnv = { now, receivedAt: now, random, settings: defaultSettings };
    return make(draft, { payment, merchant, contractNumber: contract.number, env, pointer });
  });
}

function make(draft: MonextDraft, making: Making): string {
  const { payment, env } = making;
  const { status, amount } = payment;
  const opened = open(draft, making);
  const { id } = opened;
  const capture = (amountMinor: number): void => {
    const asked = followUp(making, { id, action: '201', amountMinor });
    assertDone(capturePayment(draft, asked, env), making);
  };
  if (status === 'partly-captured') capture(payment.captured ?? Math.floor(amount / 2));
  if (['captured', 'settled', 'refunded'].includes(status)) capture(amount);
  if (status === 'settled') settlePayment(draft, id);
  if (status === 'refunded') {
    const asked = followUp(making, { id, action: '421', amountMinor: amount });
    assertDone(refundPayment(draft, asked, env), making);
  }
  if (status === 'cancelled')
    assertDone(resetTransaction(draft, wholeReset(making, id), env), making);
  return id;
}

/** As it is authorised, declined or put on hold. */
function open(draft: MonextDraft, making: Making): Transaction {
  const { payment, merchant, contractNumber, env } = making;
  const { ref, amount, status, card = CARD, firstName, lastName, email } = payment;
  if (status === 'declined' || status === 'on-hold') {
    setBankAnswer(draft, { merchantId: merchant.id, code: bankCodes[status], times: 1 }, env);
  }
  const buyer = { firstName, lastName, email };
  const known = Object.entries(buyer).filter(([, value]) => value !== undefined);
  const order = { ref, amount: String(amount), currency: EURO, date: minuteText(env.now) };
  const outcome = authorise(
    draft,
    {
      merchant,
      version: VERSION,
      payment: {
        amount: String(amount),
        currency: EURO,
        action: '100',
        mode: 'CPT',
        contractNumber,
      },
      card: { number: card, type: 'CB', expirationDate: expiryAfter(env), cvx: '123' },
      order,
      with3dSecure: true,
      privateData: [],
      linkedTransactionId: undefined,
      told: {
        buyer: known.length > 0 ? Object.fromEntries(known) : undefined,
        subMerchant: undefined,
        media: undefined,
        travelFileNumber: undefined,
      },
    },
    env,
  );
  return assertDone(outcome, making);
}

/** Good for years, whatever the clock of the sandbox shows. */
const expiryAfter = ({ now }: MonextEnv): string =>
  `12${String((Number(minuteText(now).slice(8, 10)) + 3) % 100).padStart(2, '0')}`;

interface Following {
  readonly id: string;
  readonly action: string;
  readonly amountMinor: number;
}

const followUp = ({ merchant }: Making, { id, action, amountMinor }: Following) => ({
  merchant,
  version: VERSION,
  transactionId: id,
  payment: { amount: String(amountMinor), currency: EURO, action, mode: 'CPT' },
  sequenceNumber: undefined,
  comment: undefined,
  privateData: [],
});

const wholeReset = ({ merchant }: Making, transactionId: string) => ({
  merchant,
  version: VERSION,
  transactionId,
  amount: undefined,
  currency: undefined,
  comment: undefined,
  sequenceNumber: undefined,
  privateData: [],
});

function assertDone<T>(
  outcome: Outcome<T, { readonly kind: string }>,
  { pointer }: Pick<Making, 'pointer'>,
): T {
  if (!outcome.ok) throw new DatasetProblem(pointer, describe(outcome.failure));
  return outcome.value;
}

const describe = (failure: { readonly kind: string }): string => Object.values(failure).join(', ');
