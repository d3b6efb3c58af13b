import { assert } from '#kernel/defect.ts';
import { SECOND_MS, twoDigits, utcInstant, type Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';
import { zoned } from '#kernel/zone.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import { dayDigits, ZONE } from './calendar.ts';

/** The last id that was given out: at which second of the wall, and what second and count it shows. */
export interface IdMark extends Row {
  readonly wall: number;
  readonly second: number;
  readonly count: number;
}

const MARK = 'transactions';
const SERVER = '1';
const PER_SECOND = 1_000;
const DAY_SECONDS = 86_400;
const PV_DIGITS = 8;

/**
 * `sYDDDhhmmssnnn`, as the vendor's look: server, last digit of the year, day of the year, time in
 * Paris, count. A second that gave a thousand borrows from the next ones: a clock may stand still.
 */
export function nextTransactionId(draft: MonextDraft, now: Instant): string {
  const wall = Math.floor(utcInstant(zoned(now, ZONE)) / SECOND_MS);
  const last = draft.idMarks.get(MARK);
  let mark = last?.wall === wall ? after(last) : { id: MARK, wall, second: wall, count: 0 };
  // A second may be borrowed, or the same digits come again: ten years on they do.
  while (draft.transactions.get(idOf(mark))) mark = after(mark);
  draft.idMarks.put(mark);
  return idOf(mark);
}

const after = (mark: IdMark): IdMark =>
  mark.count + 1 < PER_SECOND
    ? { ...mark, count: mark.count + 1 }
    : { ...mark, second: mark.second + 1, count: 0 };

function idOf({ second, count }: IdMark): string {
  const date = new Date(second * SECOND_MS);
  const year = date.getUTCFullYear();
  const day = Math.floor((second - Date.UTC(year, 0, 1) / SECOND_MS) / DAY_SECONDS) + 1;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits);
  const id = `${SERVER}${year % 10}${digits(day, 3)}${time.join('')}${digits(count, 3)}`;
  assert(id.length === 14, `${id} is no transaction id`);
  return id;
}

/** `PV4`, the day, a count: of what never reaches the bank. */
export const nextFailedId = (draft: MonextDraft, now: Instant): string =>
  `PV4${dayDigits(now)}${digits(draft.next('failed-transactions'), PV_DIGITS)}`;

/** The ids of what reaches the bank and of what does not are no one sequence: this is. */
export const nextRank = (draft: MonextDraft): number => draft.next('transactions');

/** `000001387237050`: what the card network knows a payment by. */
export const nextLinkedId = (draft: MonextDraft): string =>
  digits(1_387_000_000 + draft.next('linked-transactions'), 15);

const digits = (value: number, count: number): string => String(value).padStart(count, '0');
