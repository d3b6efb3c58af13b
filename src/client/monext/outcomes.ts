import { isCode, returnCodes, type Code } from '#contracts/monext/index.ts';

/** What a return code means to whoever called. */
export type MonextOutcome =
  /** The bank or a partner says no. */
  | 'declined'
  /** The bank wants the buyer authenticated by 3-D Secure first. */
  | 'authentication-needed'
  | 'authentication-failed'
  | 'cancelled'
  /** The same was accepted today or yesterday: nothing was done again. */
  | 'duplicate'
  /** A partner will decide. */
  | 'on-hold'
  /** The buyer is at it. */
  | 'in-progress'
  /** It is done, and somebody is to look at it. */
  | 'suspected-fraud'
  /** A field breaks a rule: the message says which. */
  | 'invalid'
  /** No such transaction, contract, order. */
  | 'not-found'
  /** Several match where one was asked for. */
  | 'ambiguous'
  /** The authorisation has expired. */
  | 'expired'
  | 'captured-already'
  | 'not-captured'
  | 'reset-already'
  /** Settled or refunded: too late to reset. */
  | 'settled-already'
  /** More than is left to capture, to refund, to reset; or than the contract allows. */
  | 'amount-exceeded'
  /** Not with this transaction, this contract, this merchant. */
  | 'not-allowed'
  | 'unauthorised'
  /** The vendor or a bank stumbled: look whether it is done before it is sent again. */
  | 'trouble'
  /** A code that is not known here. */
  | 'unknown';

/** What the vendor counts as success; 01001 is approved too, and to be looked at. */
const SUCCESSES: ReadonlySet<string> = new Set(
  '00000 01001 02400 02500 02501 02517 02520 02616 03000 04000'.split(' '),
);

export const isSuccess = (code: string): boolean => SUCCESSES.has(code);

/** Codes whose word alone (REFUSED, ERROR, …) does not tell what to do. */
const groups: Readonly<Partial<Record<MonextOutcome, readonly Code[]>>> = {
  'authentication-needed': ['01131'],
  'authentication-failed': [
    ...(['03001', '03002', '03003', '03004', '03005', '03006', '03021', '03022'] as const),
    '03030',
  ],
  duplicate: ['01913', '02001', '02002'],
  'on-hold': ['02000', '02005', '02006', '02015', '02016'],
  invalid: [
    ...(['02305', '02307', '02308', '02312', '02320', '02321', '02322', '02323'] as const),
    ...(['02514', '02538', '02539', '02540', '02614', '02625', '02620'] as const),
  ],
  'not-found': ['01914', '02301', '02303', '02310', '02317', '02503', '02507', '02604'],
  ambiguous: ['02311'],
  expired: ['02602'],
  'captured-already': ['02617'],
  'not-captured': ['02618'],
  'reset-already': ['02601'],
  'settled-already': ['01917', '02105', '02603'],
  'amount-exceeded': ['02110', '02610', '02611', '02612', '02613'],
  'not-allowed': ['02010', '02302', '02313', '02314', '02600', '02619', '02621', '02622', '09201'],
  unauthorised: ['09101', '09102', '09104'],
  trouble: [
    ...(['01196', '01197', '01198', '01199', '01405', '01907', '01909', '01912'] as const),
    ...(['01940', '01941', '01942', '01943', '02003', '02009', '02011', '02012'] as const),
    ...(['02101', '02102', '02103', '02104', '02106', '04901'] as const),
  ],
};

const known: ReadonlyMap<string, MonextOutcome> = new Map(
  Object.entries(groups).flatMap(
    ([outcome, codes]) => codes.map((code) => [code, outcome as MonextOutcome]), // its own keys
  ),
);

/** From the bank: whatever its word, it did not agree. */
const BANK = /^01\d{3}$/;

/** What a code means that is no success. */
export function outcomeOf(code: string): MonextOutcome {
  const outcome = known.get(code);
  if (outcome) return outcome;
  if (!isCode(code)) return 'unknown';
  switch (returnCodes[code].shortMessage) {
    case 'REFUSED':
      return 'declined';
    case 'CANCELLED':
      return 'cancelled';
    case 'INPROGRESS':
      return 'in-progress';
    case 'ONHOLD_PARTNER':
      return 'on-hold';
    case 'PENDING_RISK':
      return 'suspected-fraud';
    case 'ERROR':
      return BANK.test(code) ? 'declined' : 'not-allowed';
    case 'ACCEPTED':
      return 'in-progress';
  }
}
