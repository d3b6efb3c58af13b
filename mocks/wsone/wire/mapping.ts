import {
  isWallTime,
  SECOND_MS,
  modulo,
  twoDigits,
  type Instant,
  type WallTime,
} from '#kernel/instant.ts';
import { fromZoned, zoned } from '#kernel/zone.ts';
import type { AccountResponse } from '#contracts/wsone/index.ts';
import type { Account, Standing } from '#mocks/wsone/domain/balance.ts';
import { ZONE } from '#mocks/wsone/domain/calendar.ts';
import type { Discount } from '#mocks/wsone/domain/offer.ts';

const DATE_TIME = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2})$/;

/** `27/09/2025 16:30:00`, French wall time; undefined for anything else. */
export function parseDateTime(text: string): Instant | undefined {
  const match = DATE_TIME.exec(text.trim());
  if (!match) return undefined;
  const [, day, month, year, hour, minute, second] = match;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  return isWallTime(wall) ? fromZoned(wall, ZONE) : undefined;
}

const dayText = ({ year, month, day }: WallTime): string =>
  `${twoDigits(day)}/${twoDigits(month)}/${String(year).padStart(4, '0')}`;

const timeText = ({ hour, minute, second }: WallTime): string =>
  `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;

export function dateTimeText(at: Instant): string {
  const wall = zoned(at, ZONE);
  return `${dayText(wall)} ${timeText(wall)}`;
}

/** The one date that the vendor writes otherwise: `2025-09-24 11:20:00.000`. */
export function activationText(at: Instant): string {
  const wall = zoned(at, ZONE);
  const { year, month, day } = wall;
  const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  return `${date} ${timeText(wall)}.${String(modulo(at, SECOND_MS)).padStart(3, '0')}`;
}

const EURO_MINOR = 100;

/** As a JSON number; the contract's marks write `17.0`. */
export const euros = (amountMinor: number): number => amountMinor / EURO_MINOR;

/** `22.56` */
export const amountText = (amountMinor: number): string => euros(amountMinor).toFixed(2);

interface DiscountMessage {
  readonly type: number;
  readonly value: number;
}

export function discountMessage(discount: Discount): DiscountMessage {
  switch (discount.kind) {
    case 'amount':
      return { type: 1, value: euros(discount.amountMinor) };
    case 'percentage':
      return { type: 2, value: euros(discount.percentage) };
  }
}

const accountWords: Readonly<Record<Account, { readonly name: string; readonly unit: string }>> = {
  points: { name: 'point', unit: 'pts' },
  visits: { name: 'visites', unit: 'visites' },
};

const orders: Readonly<Record<Standing['order'], readonly Account[]>> = {
  'points-first': ['points', 'visits'],
  'visits-first': ['visits', 'points'],
};

export const accountMessage = (
  account: Account,
  value: number,
  programmeId: string,
): AccountResponse => ({
  name: accountWords[account].name,
  value,
  unit: accountWords[account].unit,
  EntityResponse: { entityIdentifier: programmeId },
});

export const accountMessages = (standing: Standing): readonly AccountResponse[] =>
  orders[standing.order].map((account) =>
    accountMessage(account, standing[account], standing.programmeId),
  );
