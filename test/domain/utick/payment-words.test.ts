import { describe, expect, it, test } from 'vitest';
import { settingsReader } from '#kernel/settings.ts';
import { defaultSettings, settings, type UtickSettings } from '#mocks/utick/settings.ts';
import { createOrderCommand, updateOrderCommand } from '#mocks/utick/wire/order-commands.ts';
import { createPaymentCommand, updatePaymentCommand } from '#mocks/utick/wire/payment-commands.ts';
import { valueOf } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const withSettings = (changed: Partial<UtickSettings>): UtickSettings =>
  settingsReader(settings)(changed).settings;

/** What the SDK sends, and what it sets on the payment. */
const changes = rowsOf(`
  message                                                     fields
  {}                                                          {}
  {"counterid":""}                                            {}
  {"paymentmethodid":""}                                      {}
  {"counterid":"C","paymentmethodid":"M"}                     {"methodId":"M","counterId":"C"}
  {"externalid":"","notes":"","couponcode":""}                {"externalId":"","couponCode":"","notes":""}
  {"value":{"amount":100}}                                    {"amountMinor":100}
  {"value":{"amount":"-100","expectedamount":"0"}}            {"amountMinor":-100,"expectedMinor":0}
  {"value":{"expectedamount":100,"currency":"EUR"}}           {"expectedMinor":100}
  {"value":{"currency":""}}                                   {}
  {"status":{"id":"1","label":"Paid"}}                        {"status":"paid"}
  {"status":{"id":0}}                                         {"status":"pending"}
  {"status":{"id":"-10","label":"whatever"}}                  {"status":"cancelled"}
  {"status":null}                                             {}
  {"paymentdate":"2026-03-04T10:00:00+01:00"}                 {"paidAt":1772614800000}
  {"paymentdate":"2026-03-04T09:00:00Z"}                      {"paidAt":1772614800000}
`);

describe('a change of a payment', () => {
  it.each(told(changes, '$message sets $fields'))('%s', (_, row) => {
    const message = { id: 'P', ...(JSON.parse(row['message'] ?? '') as object) };
    const command = valueOf(updatePaymentCommand(message, defaultSettings));
    expect(command).toEqual({
      id: 'P',
      orderId: undefined,
      fields: JSON.parse(row['fields'] ?? ''),
    });
  });

  test.each([null, ''])('with the date %j says that it was not paid yet', (paymentdate) => {
    const command = updatePaymentCommand({ id: 'P', paymentdate }, defaultSettings);
    expect(valueOf(command).fields).toEqual({ paidAt: undefined });
  });

  test('names its order, or nothing', () => {
    const orderOf = (orderid: string) =>
      valueOf(updatePaymentCommand({ id: 'P', orderid }, defaultSettings)).orderId;
    expect([orderOf('O'), orderOf('')]).toEqual(['O', undefined]);
  });
});

const mistakes = rowsOf(`
  fields                                     pointer                  message
  {"status":{"id":7}}                        /status/id               This must be one of 1 Paid, 0 Pending, -10 Cancelled.
  {"paymentdate":"2026-03-04"}               /paymentdate             This must be ISO 8601 with a zone.
  {"paymentdate":"2026-03-04T10:00:00"}      /paymentdate             This must be ISO 8601 with a zone.
  {"value":{"amount":1,"currency":"CHF"}}    /value/currency          Payments are in EUR.
  {"value":{"amount":999999999999}}          /value/amount            This must be at most 99999999999 cents.
  {"value":{"amount":1,"expectedamount":"-999999999999"}}   /value/expectedamount   This must be at most 99999999999 cents.
`);

describe('a payment is refused', () => {
  it.each(told(mistakes, 'for $fields: $message'))('%s', (_, row) => {
    const fields = JSON.parse(row['fields'] ?? '') as object;
    const message = { orderid: 'O', value: { amount: 1 }, ...fields };
    const failure = {
      kind: 'parameter-invalid',
      violation: { pointer: row['pointer'], message: row['message'] },
    };
    expect(createPaymentCommand(message, defaultSettings)).toMatchObject({ failure });
    expect(updatePaymentCommand({ id: 'P', ...message }, defaultSettings)).toMatchObject({
      failure,
    });
  });
});

test('the ids of a payment’s statuses are those that the vendor is set to', () => {
  const own = withSettings({ paidPaymentStatusId: 5, pendingPaymentStatusId: 1 });
  const statusOf = (id: number) =>
    valueOf(updatePaymentCommand({ id: 'P', status: { id } }, own)).fields.status;
  expect([statusOf(5), statusOf(1), statusOf(-10)]).toEqual(['paid', 'pending', 'cancelled']);
});

/** The whole-order form; `""` empties a field, or is taken for nothing said. */
const wholes = rowsOf(`
  message                                                     empties   changes
  {"name":"","notes":"","country":"be","contactid":""}        yes       {"name":"","country":"be","notes":""}
  {"name":"","notes":"","country":"be","contactid":""}        no        {"country":"be"}
  {"name":"N","postalcode":"","language":"","metadata":[]}    yes       {"name":"N","language":"","postalCode":"","metadata":{}}
  {"name":"N","postalcode":"","language":"","metadata":[]}    no        {"name":"N"}
  {"name":"N","metadata":{"a":1},"automaticcancel":true}      no        {"name":"N","automaticCancel":true,"metadata":{"a":1}}
  {"notes":""}                                                no        {"notes":""}
`);

describe('a whole order', () => {
  it.each(told(wholes, '$message sets $changes, where "" empties: $empties'))('%s', (_, row) => {
    const own = withSettings({ emptyMeansUnset: row['empties'] === 'yes' });
    const message = { id: 'O', ...(JSON.parse(row['message'] ?? '') as object) };
    const command = valueOf(updateOrderCommand(message, own));
    expect(command.details).toEqual(JSON.parse(row['changes'] ?? ''));
    expect(command.contactId).toBeUndefined();
  });

  test.each([
    [true, true],
    [1, true],
    ['1', true],
    ['true', true],
    [false, false],
    [0, false],
    ['0', false],
    ['false', false],
    ['', false],
  ] as const)('cancels by itself when %j: %s', (automaticcancel, automaticCancel) => {
    const command = createOrderCommand({ automaticcancel });
    expect(valueOf(command).details).toEqual({ automaticCancel });
  });

  test('is created in the language that is sent', () => {
    expect(valueOf(createOrderCommand({ language: 'nl' })).details).toEqual({ language: 'nl' });
    expect(valueOf(createOrderCommand({ contactid: '' })).contactId).toBeUndefined();
  });
});
