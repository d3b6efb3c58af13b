import { Type, type Static } from '@sinclair/typebox';
import type { Env } from '#kernel/behaviour.ts';
import { described } from '#kit/types.ts';
import { resolveOnHold, setBankAnswer, setContract, setMerchant } from './domain/back-office.ts';
import type { MonextEnv } from './domain/behaviour.ts';
import { contractId } from './domain/merchant.ts';
import { settle } from './domain/settlement.ts';
import type { MonextDraft } from './state.ts';

const closed = { additionalProperties: false } as const;

const MerchantId = Type.String({ description: 'Merchant that it is about.' });
const Code = Type.String({ pattern: '^\\d{5}$', description: 'A return code of the vendor’s.' });
const Cents = Type.Integer({ minimum: 0 });

const Settle = Type.Object({}, closed);
const SetBankAnswer = Type.Object(
  {
    merchantid: MerchantId,
    code: Code,
    times: Type.Optional(
      Type.Integer({ minimum: 1, description: 'For so many payments; absent: the next one.' }),
    ),
  },
  closed,
);
const ResolveOnHold = Type.Object(
  {
    transactionid: Type.String({ description: 'A payment that is on hold.' }),
    code: Type.Optional(described('It is declined with this code; absent: accepted.', Code)),
  },
  closed,
);
const SetContract = Type.Object(
  {
    merchantid: MerchantId,
    contractnumber: Type.String(),
    checksduplicates: Type.Optional(Type.Boolean()),
    reauthorises: Type.Optional(Type.Boolean()),
    needs3dsecure: Type.Optional(Type.Boolean()),
    minamount: Type.Optional(described('Smallest units; less is 02611.', Cents)),
    maxamount: Type.Optional(described('Smallest units; more is 02610.', Cents)),
  },
  closed,
);
const SetMerchant = Type.Object(
  { merchantid: MerchantId, locked: Type.Boolean({ description: 'Then nobody gets in.' }) },
  closed,
);

/** The kernel gives an action its vendor's own settings, whose type it does not know. */
const own = (env: Env): MonextEnv => env as MonextEnv;

/** Only what was given. */
const given = <T extends object>(options: { [K in keyof T]: T[K] | undefined }): Partial<T> =>
  // Without the keys that are undefined, what is left has the types that T says.
  Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

/** What happens at the bank, at a partner and in the back office. */
export const actions = {
  settle: {
    summary: 'Sends everything captured, refunded and credited to the banks: it is final then.',
    parameters: Settle,
    evidence: 'inferred',
    run: (draft: MonextDraft, _: Static<typeof Settle>, env: Env) =>
      settle(draft, { kind: 'settle' }, own(env)),
  },
  'set-bank-answer': {
    summary: 'Says what the bank answers to a merchant’s next payments by card.',
    parameters: SetBankAnswer,
    evidence: 'guess',
    run: (draft: MonextDraft, asked: Static<typeof SetBankAnswer>, env: Env) => {
      const { merchantid: merchantId, code, times = 1 } = asked;
      return setBankAnswer(draft, { merchantId, code, times }, own(env));
    },
  },
  'resolve-on-hold': {
    summary: 'Ends the wait for a partner: the payment is accepted, or declined with a code.',
    parameters: ResolveOnHold,
    evidence: 'inferred',
    run: (draft: MonextDraft, asked: Static<typeof ResolveOnHold>, env: Env) => {
      const { transactionid: transactionId, code } = asked;
      return resolveOnHold(draft, { transactionId, code }, own(env));
    },
  },
  'set-contract': {
    summary: 'Changes what a contract checks and allows, as its merchant would in the back office.',
    parameters: SetContract,
    evidence: 'inferred',
    run: (draft: MonextDraft, asked: Static<typeof SetContract>, env: Env) => {
      const { merchantid, contractnumber } = asked;
      const options = given({
        checksDuplicates: asked.checksduplicates,
        reauthorises: asked.reauthorises,
        needs3dSecure: asked.needs3dsecure,
        minAmountMinor: asked.minamount,
        maxAmountMinor: asked.maxamount,
      });
      return setContract(
        draft,
        { contractId: contractId(merchantid, contractnumber), options },
        own(env),
      );
    },
  },
  'set-merchant': {
    summary: 'Locks a merchant out, or lets it in again.',
    parameters: SetMerchant,
    evidence: 'inferred',
    run: (draft: MonextDraft, asked: Static<typeof SetMerchant>, env: Env) => {
      const { merchantid: merchantId, locked: isLocked } = asked;
      return setMerchant(draft, { merchantId, isLocked }, own(env));
    },
  },
} as const;
