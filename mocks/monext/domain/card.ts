import type { Row } from '#kernel/table-spec.ts';

/** The Card object as a client fills it in. It passes through and is never kept. */
export interface CardFields {
  readonly encryptedData?: string;
  readonly number?: string;
  readonly type?: string;
  readonly expirationDate?: string;
  readonly cvx?: string;
  readonly ownerBirthdayDate?: string;
  readonly cardholder?: string;
  readonly token?: string;
}

/**
 * What is kept of a card: enough to show it and to know it again. The number is in none of it and
 * cannot be worked out from it: of the numbers with these first and last digits a hundred share each
 * print.
 */
export interface Card {
  /** First six digits, letters, last four: stands for the card in other calls. */
  readonly token: string;
  readonly firstSix: string;
  readonly lastFour: string;
  readonly digits: number;
  readonly print: number;
  readonly type: string;
  /** `MMYY`, or empty. */
  readonly expiry: string;
  readonly holder: string;
}

/** A card by its token, with what the bank always says of it. */
export interface KeptCard extends Row {
  readonly card: Card;
  readonly simulated: string | undefined;
}

/** How a marked test card behaves. */
export type CardBehaviour = 'frictionless' | 'challenge' | 'failed';

/** A card of a data set, known by `cardKey`. */
export interface TestCard extends Row {
  readonly behaviour: CardBehaviour;
}

const SHOWN_DIGITS = 10;
const SHARING_A_PRINT = 100;
const MOST_PRINTS = 251;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const TOKEN_LETTERS = 6;

export interface CardTrace {
  readonly token: string;
  readonly firstSix: string;
  readonly lastFour: string;
  readonly digits: number;
  readonly print: number;
}

/** All that is left of a number: the same one leaves the same trace. */
export function traceOf(number: string): CardTrace {
  const firstSix = number.slice(0, 6);
  const lastFour = number.slice(-4);
  const prints = printsFor(number.length);
  let print = 0;
  for (const digit of number) print = (print * 31 + digit.charCodeAt(0)) % prints;
  const shown = { firstSix, lastFour, digits: number.length, print };
  return { ...shown, token: tokenOf(shown) };
}

/** Luhn's key fixes one of the digits that are not shown; few hidden digits make for few prints. */
function printsFor(digits: number): number {
  const numbers = 10 ** (digits - SHOWN_DIGITS - 1);
  return Math.min(MOST_PRINTS, Math.max(1, Math.floor(numbers / SHARING_A_PRINT)));
}

/** Made of what is shown and the print alone, so that it tells no more than they do. */
function tokenOf({ firstSix, lastFour, digits, print }: Omit<CardTrace, 'token'>): string {
  let mixed = (Number(firstSix) * 7_919 + Number(lastFour) * 104_729 + digits * 31 + print) >>> 0;
  let letters = '';
  for (let at = 0; at < TOKEN_LETTERS; at += 1) {
    mixed = (Math.imul(mixed ^ (mixed >>> 13), 1_597_334_677) + at) >>> 0;
    letters += LETTERS.charAt(mixed % LETTERS.length);
  }
  return `${firstSix}${letters}${lastFour}`;
}

/** The same for cards and for the traces of numbers. */
export const cardKey = ({ firstSix, lastFour, digits, print }: Omit<CardTrace, 'token'>): string =>
  `${firstSix}/${lastFour}/${digits}/${print}`;

/** Whether the last digit is the one that Luhn's formula asks for. */
export function hasLuhnKey(number: string): boolean {
  let sum = 0;
  for (let at = number.length - 1, isSecond = false; at >= 0; at -= 1, isSecond = !isSecond) {
    const digit = Number(number[at]) * (isSecond ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
