import { describe, expect, it, test } from 'vitest';
import { settingsReader } from '#kernel/settings.ts';
import { changeStatus } from '#mocks/utick/domain/order-status.ts';
import {
  NEW_ORDER_DETAILS,
  settableStatuses,
  type Order,
  type OrderStatus,
  type SettableStatus,
} from '#mocks/utick/domain/order.ts';
import { defaultSettings, settings, type UtickSettings } from '#mocks/utick/settings.ts';
import { rowsOf, told } from './text-table.ts';

const CREATED = Date.parse('2026-03-04T10:00:00+01:00');
const NOW = CREATED + 5 * 60_000;

const orderIn = (status: OrderStatus, fields: Partial<Order> = {}): Order => ({
  id: 'O',
  number: 1,
  status,
  createdAt: CREATED,
  expiresAt: CREATED + 20 * 60_000,
  contactId: 'C',
  declaredPaidMinor: 0,
  details: NEW_ORDER_DETAILS,
  ...fields,
});

const asked = (to: SettableStatus, places = 2, dueMinor = 4600) => ({
  to,
  basket: { places, dueMinor, paidMinor: 0, isAwaited: false },
  now: NOW,
});

const withSettings = (changed: Partial<UtickSettings>): UtickSettings =>
  settingsReader(settings)(changed).settings;

const outcomeOf = (outcome: ReturnType<typeof changeStatus>): string =>
  outcome.ok ? outcome.value.status : outcome.failure.kind;

/** Of an order with a contact and two places; `same` keeps it as it is. */
const transitions = rowsOf(`
  from             creating    confirmed   paid        completed   cancelled
  abandoned        closed      closed      closed      closed      closed
  cancelled        closed      closed      closed      closed      same
  archived         closed      closed      closed      closed      closed
  creating         same        confirmed   paid        completed   cancelled
  confirmed        creating    same        paid        completed   cancelled
  to-pay           creating    same        paid        completed   cancelled
  partially-paid   forbidden   forbidden   paid        completed   cancelled
  paid             forbidden   forbidden   same        completed   cancelled
  overpaid         forbidden   forbidden   paid        completed   cancelled
  to-deliver       forbidden   forbidden   paid        completed   forbidden
  to-print         forbidden   forbidden   paid        completed   forbidden
  completed        forbidden   forbidden   forbidden   same        forbidden
`);

const words: Readonly<Record<string, string>> = {
  closed: 'order-closed',
  forbidden: 'transition-forbidden',
};

describe('a client asks for a status', () => {
  const cases = transitions.flatMap((row) =>
    settableStatuses.map((to) => ({ from: row['from'] ?? '', to, outcome: row[to] ?? '' })),
  );
  it.each(told(cases, 'of an order that is $from: $to gives $outcome'))('%s', (_, row) => {
    const { to, outcome } = row;
    const order = orderIn(row.from as OrderStatus);
    const changed = changeStatus(order, asked(to), defaultSettings);
    if (outcome === 'same') expect(changed).toEqual({ ok: true, value: order });
    else expect(outcomeOf(changed)).toBe(words[outcome] ?? outcome);
  });
});

/** Refusals of a sale, from an order in creation, in the order in which they are judged. */
const sales = rowsOf(`
  to          contact   places   due    setting                outcome
  confirmed   none      0        0      -                      contact-required
  confirmed   none      2        4600   -                      contact-required
  confirmed   given     0        0      -                      order-empty
  paid        none      2        4600   -                      contact-required
  paid        given     0        0      -                      order-empty
  completed   none      2        4600   -                      contact-required
  cancelled   none      0        0      -                      cancelled
  confirmed   none      2        4600   confirmNeedsContact=false   confirmed
  confirmed   none      0        0      confirmNeedsContact=false   order-empty
  confirmed   given     0        0      confirmEmpty=true      confirmed
  confirmed   given     2        4600   confirmAnswers=10      to-pay
  confirmed   given     2        0      -                      paid
  confirmed   given     2        0      freeOrderStatus=30     completed
  confirmed   given     2        0      delivery="post"        to-deliver
  confirmed   given     2        4600   delivery="post"        confirmed
  paid        given     2        4600   delivery="post"        to-deliver
  paid        given     2        4600   delivery="desk"        to-print
  paid        given     2        4600   delivery="home"        completed
  completed   given     2        4600   delivery="post"        completed
`);

describe('a sale', () => {
  const sentence = 'with $contact contact, $places places: $to, with $setting, gives $outcome';
  it.each(told(sales, sentence))('%s', (_, row) => {
    const contact = row['contact'] === 'none' ? { contactId: undefined } : {};
    const to = row['to'] as SettableStatus;
    const change = asked(to, Number(row['places']), Number(row['due']));
    const changed = changeStatus(orderIn('creating', contact), change, settingOf(row['setting']));
    expect(outcomeOf(changed)).toBe(row['outcome']);
  });
});

/** `confirmAnswers=10` */
function settingOf(text = '-'): UtickSettings {
  const [name = '', value = ''] = text.split('=');
  return name === '-' ? defaultSettings : withSettings({ [name]: JSON.parse(value) as unknown });
}

test('a re-opened order holds its places for twenty minutes from then on', () => {
  const changed = changeStatus(orderIn('confirmed'), asked('creating'), defaultSettings);
  expect(changed).toMatchObject({ ok: true, value: { expiresAt: NOW + 20 * 60_000 } });
});

test('no order is re-opened where the organiser never allows it', () => {
  const never = withSettings({ reopen: 'never' });
  expect(outcomeOf(changeStatus(orderIn('confirmed'), asked('creating'), never))).toBe(
    'transition-forbidden',
  );
});

test('a completed order is cancelled where the organiser allows it', () => {
  const allowed = withSettings({ cancelCompleted: true });
  expect(outcomeOf(changeStatus(orderIn('completed'), asked('cancelled'), allowed))).toBe(
    'cancelled',
  );
});

/** What a client declares is what is still open; a payment on record is not counted twice. */
const declarations = rowsOf(`
  from             to          paid   declared
  confirmed        paid        0      4600
  partially-paid   paid        1000   3600
  overpaid         paid        6900   -2300
  to-pay           completed   0      4600
  paid             completed   4600   0
`);

describe('a client declares paid what is still open', () => {
  const sentence = 'of 4600 due and $paid paid, from $from to $to: $declared';
  it.each(told(declarations, sentence))('%s', (_, row) => {
    const basket = { places: 2, dueMinor: 4600, paidMinor: Number(row['paid']), isAwaited: false };
    const change = { to: row['to'] as SettableStatus, basket, now: NOW };
    const changed = changeStatus(orderIn(row['from'] as OrderStatus), change, defaultSettings);
    expect(changed).toMatchObject({ value: { declaredPaidMinor: Number(row['declared']) } });
  });
});

test('a re-opened order whose payment is pending is to be paid when it is confirmed again', () => {
  const basket = { places: 2, dueMinor: 4600, paidMinor: 0, isAwaited: true };
  const change = { to: 'confirmed', basket, now: NOW } as const;
  expect(outcomeOf(changeStatus(orderIn('creating'), change, defaultSettings))).toBe('to-pay');
});
