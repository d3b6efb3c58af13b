import { assert } from '#kernel/defect.ts';
import { SECOND_MS, twoDigits, utcInstant, type Instant } from '#kernel/instant.ts';
import type { Row } from '#kernel/table-spec.ts';
import { zoned } from '#kernel/zone.ts';
import type { MonextDraft } from '#mocks/monext/state.ts';
import { dayDigits, ZONE } from './calendar.ts';

/** The last id that was given out: the wall's second, and the count within it. */
export interface IdMark extends Row {
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
  let mark = follow(draft.idMarks.get(MARK), wall);
  // Ten years on, the same digits come again.
  while (draft.transactions.get(idOf(mark))) mark = follow(mark, wall);
  draft.idMarks.put(mark);
  return idOf(mark);
}

function follow(last: IdMark | undefined, wall: number): IdMark {
  if (!last || last.second < wall) return { id: MARK, second: wall, count: 0 };
  const count = last.count + 1;
  return count < PER_SECOND ? { ...last, count } : { id: MARK, second: last.second + 1, count: 0 };
}

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

/** `000001387237050`: what the card network knows a payment by. */
export const nextLinkedId = (draft: MonextDraft): string =>
  digits(1_387_000_000 + draft.next('linked-transactions'), 15);

const digits = (value: number, count: number): string => String(value).padStart(count, '0');
