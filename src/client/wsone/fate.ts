import { wsone as contract } from '#contracts/wsone/index.ts';
import type { WsoneAnswer, WsoneResult } from './types.ts';

/** What `getLastTransaction` tells of a receipt whose answer was lost. */
export type ReceiptFate =
  /** It is the customer's last receipt: the vendor has validated it. */
  | { readonly kind: 'validated'; readonly value: WsoneResult<'getLastTransaction'> }
  /**
   * The last receipt is an older one, or there is none: when it was asked, the vendor had not
   * validated it. After a time-out it may still be at it.
   */
  | { readonly kind: 'not-validated' }
  /** It cannot tell. */
  | { readonly kind: 'unknown'; readonly why: string };

/** What names a receipt or a return: in one store by till, date and number. */
export interface ReceiptKey {
  readonly EntityRequest: Scalars<'entityIdentifier'>;
  readonly IdentifierRequest: Scalars<'identifierType' | 'identifierValue'>;
  readonly receiptNumber: string | number;
  /** `27/09/2025 16:30:00` */
  readonly transactionDate: string | number;
  readonly cashdeskNumber?: string | number;
}
type Scalars<Field extends string> = Readonly<Record<Field, string | number>>;

type Last = WsoneResult<'getLastTransaction'>['ReceiptResponse'];

/** Compares the customer's last receipt in the store with the one that is looked for. */
export function fateIn(
  key: ReceiptKey,
  answer: WsoneAnswer<WsoneResult<'getLastTransaction'>>,
): ReceiptFate {
  if (!answer.ok) {
    const { code, message } = answer.failure;
    // The code is a proposal, like all of them; it stands in the contract's one table.
    if (code === contract.errors['transaction-unknown'].code) return { kind: 'not-validated' };
    return { kind: 'unknown', why: `getLastTransaction is refused: ${code} ${message}` };
  }
  const { ReceiptResponse: last } = answer.value;
  if (isSame(key, last)) return { kind: 'validated', value: answer.value };
  if (sortable(last.transactionDate) < sortable(key.transactionDate)) {
    return { kind: 'not-validated' };
  }
  const why = `the last receipt, ${last.receiptNumber}, is as late or later, and would hide it`;
  return { kind: 'unknown', why };
}

const isSame = (key: ReceiptKey, last: Last): boolean =>
  trimmed(key.receiptNumber) === last.receiptNumber &&
  trimmed(key.transactionDate) === last.transactionDate &&
  trimmed(key.cashdeskNumber ?? '') === (last.cashdeskNumber ?? '');

const trimmed = (scalar: string | number): string => String(scalar).trim();

/** `27/09/2025 16:30:00` with the year first. */
const sortable = (date: string | number): string =>
  trimmed(date).replace(/^(\d{2})\/(\d{2})\/(\d{4})/, '$3/$2/$1');
