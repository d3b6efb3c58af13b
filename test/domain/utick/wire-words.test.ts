import { describe, expect, it, test } from 'vitest';
import { errors } from '#contracts/utick/errors.ts';
import { defaultSettings, settings } from '#mocks/utick/settings.ts';
import { settingsReader } from '#kernel/settings.ts';
import { listStocksCommand, pageOf, requestProductsCommand } from '#mocks/utick/wire/commands.ts';
import { updateOrderCommand } from '#mocks/utick/wire/order-commands.ts';
import { answer } from '#mocks/utick/wire/envelope.ts';
import { defect, refuse } from '#mocks/utick/wire/failures.ts';
import { dateText, orderLabel, priceLabel } from '#mocks/utick/wire/mapping.ts';
import { credentialOf, messageOf } from '#mocks/utick/wire/message.ts';
import { OPENING, valueOf } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const context = { now: OPENING, settings: defaultSettings, message: {} };

describe('money, labels and dates', () => {
  test('prices are written in French', () => {
    expect([0, 5, 1000, 123456, -500].map(priceLabel)).toEqual([
      '0,00 €',
      '0,05 €',
      '10,00 €',
      '1234,56 €',
      '-5,00 €',
    ]);
  });
  test('an order is labelled ORD and eight digits', () => {
    expect([1, 2215619, 15145103].map(orderLabel)).toEqual([
      'ORD00000001',
      'ORD02215619',
      'ORD15145103',
    ]);
  });
  test('dates are Belgian and have no fraction', () => {
    expect(dateText(Date.parse('2026-07-04T08:00:00.999Z'))).toBe('2026-07-04T10:00:00+02:00');
    expect(dateText(Date.parse('2026-01-04T08:00:00Z'))).toBe('2026-01-04T09:00:00+01:00');
  });
});

/** What the SDK and the seed send, and what it sets on the order. */
const updates = rowsOf(`
  message                                                 changes
  {"language":"nl"}                                       {"language":"nl"}
  {"language":"nl","notes":"n"}                           {"notes":"n"}
  {"language":"nl","statusid":15}                         {}
  {"language":"nl","contactid":"C"}                       {}
  {"language":"nl","name":"","notes":"n","metadata":[]}   {"name":"","notes":"n","metadata":{},"language":"nl"}
  {"metadata":"{\\"k\\":\\"v\\"}"}                        {"metadata":{"k":"v"}}
  {"metadata":{"k":"v"}}                                  {"metadata":{"k":"v"}}
  {}                                                      {}
`);

describe('an update of an order', () => {
  it.each(told(updates, '$message sets $changes'))('%s', (_, row) => {
    const fields = JSON.parse(row['message'] ?? '') as object;
    const signed = { publickey: 'P', timestamp: 'T', signature: 'S', username: '' };
    const command = updateOrderCommand({ id: 'O', ...signed, ...fields }, defaultSettings);
    expect(valueOf(command).details).toEqual(JSON.parse(row['changes'] ?? ''));
  });

  test('takes a status as a number or as its digits', () => {
    const statusOf = (statusid: number | string) =>
      valueOf(updateOrderCommand({ id: 'O', statusid }, defaultSettings)).status;
    expect([0, '1', 15, '30', -10].map(statusOf)).toEqual([
      'creating',
      'confirmed',
      'paid',
      'completed',
      'cancelled',
    ]);
    expect([-20, 10, '12', 18, 20, 25, 99, 7].map(statusOf)).toEqual(
      Array.from({ length: 8 }, () => 'unlisted'),
    );
  });

  test('keeps the contact when an empty one is sent', () => {
    expect(
      valueOf(updateOrderCommand({ id: 'O', contactid: '' }, defaultSettings)).contactId,
    ).toBeUndefined();
  });

  it.each(['no json', '"text"', '[1]', '7'])('refuses the metadata %s', (metadata) => {
    const outcome = updateOrderCommand({ id: 'O', metadata }, defaultSettings);
    expect(outcome).toMatchObject({
      failure: { kind: 'parameter-invalid', violation: { pointer: '/metadata' } },
    });
  });
});

describe('a request of products', () => {
  const one = { quantity: '2', stockid: 'S', categoryid: 'C', priceid: 'P' };
  const asked = (fields: object) => requestProductsCommand({ requests: [{ ...one, ...fields }] });

  test('is read as the SDK writes it', () => {
    const sdk = { forcedpricevalue: '', requestedprice: null, promocodeids: [], orderid: '' };
    expect(valueOf(asked(sdk)).requests).toEqual([
      {
        stockId: 'S',
        categoryId: 'C',
        priceId: 'P',
        quantity: 2,
        orderId: undefined,
        forcedAmountMinor: undefined,
        promoCodeIds: [],
      },
    ]);
  });

  it.each([
    ['quantity', 0],
    ['quantity', '-1'],
    ['forcedpricevalue', 'cheap'],
    ['forcedpricevalue', -5],
  ])('is refused for the %s %s', (field, value) => {
    expect(asked({ [field]: value })).toMatchObject({
      failure: { kind: 'parameter-invalid', violation: { pointer: `/requests/0/${field}` } },
    });
  });
});

/** 200 at most, and by default. */
const pages = rowsOf(`
  message                                page
  {}                                     {"limit":200,"offset":0}
  {"limit":10,"offset":"20"}             {"limit":10,"offset":20}
  {"limit":1000}                         {"limit":200,"offset":0}
  {"entry_count":5,"entry_start":"6"}    {"limit":5,"offset":6}
  {"limit":1,"entry_count":5}            {"limit":1,"offset":0}
`);

describe('a page of a list', () => {
  it.each(told(pages, '$message is $page'))('%s', (_, row) => {
    const page = pageOf(JSON.parse(row['message'] ?? '') as object, defaultSettings);
    expect(valueOf(page)).toEqual(JSON.parse(row['page'] ?? ''));
  });

  it.each(['limit', 'offset'])('cannot have a negative %s', (field) => {
    const outcome = pageOf({ [field]: -1 }, defaultSettings);
    expect(outcome).toMatchObject({ failure: { violation: { pointer: `/${field}` } } });
  });

  test('of stocks leaves out empty filters', () => {
    const command = listStocksCommand({ eventid: 'E', streamid: '' }, defaultSettings);
    expect(valueOf(command).offeredBy).toEqual([{ offering: 'event', id: 'E' }]);
  });
});

describe('parameters', () => {
  const parts = { params: { id: 'path' }, query: { limit: '1', email: 'query' }, body: {} };

  test('of the path win over the body, those of the body over the query', () => {
    const body = { id: 'body', email: 'body' };
    expect(valueOf(messageOf({ ...parts, body }, defaultSettings))).toEqual({
      id: 'path',
      email: 'body',
      limit: '1',
    });
  });

  test('of the query do not count where the vendor reads bodies only', () => {
    const strict = settingsReader(settings)({ acceptQuery: false }).settings;
    expect(valueOf(messageOf(parts, strict))).toEqual({ id: 'path' });
  });

  test('in a body that is no object are refused', () => {
    expect(messageOf({ ...parts, body: [] }, defaultSettings)).toMatchObject({
      failure: { kind: 'malformed-body' },
    });
  });

  test('name the public key in the body or in the query', () => {
    expect(credentialOf({ ...parts, body: { publickey: 'B' } })).toBe('B');
    expect(credentialOf({ ...parts, query: { publickey: 'Q' } })).toBe('Q');
    expect(credentialOf(parts)).toBeUndefined();
  });
});

describe('an answer', () => {
  test('has the eight fields of the envelope', () => {
    expect(answer([], { ...context, message: { language: 'nl' } })).toEqual({
      status: 200,
      message: {
        success: true,
        response: [],
        environment: 'test',
        api_version: 1,
        datetime: '2026-03-04T10:00:00+01:00',
        cached: false,
        status_code: 200,
        language: 'nl',
      },
    });
  });

  test.each(['', 'xx', 7, undefined])('is in French when %s is asked for', (language) => {
    expect(answer(null, { ...context, message: { language } })).toMatchObject({
      message: { language: 'fr' },
    });
  });

  test('of a refusal names what it is about, with the same number three times', () => {
    expect(refuse({ kind: 'order-unknown', id: 'O' }, context)).toMatchObject({
      status: 404,
      code: 404,
      evidence: 'inferred',
      message: {
        success: false,
        response: null,
        status_code: 404,
        error: { code: 404, message: 'Unknown order: O' },
      },
    });
  });

  test('of a refusal has HTTP status 200 where the vendor is set so', () => {
    const always200 = settingsReader(settings)({ httpStatus: 'always200' }).settings;
    const refusal = refuse({ kind: 'order-unknown', id: 'O' }, { ...context, settings: always200 });
    expect(refusal).toMatchObject({ status: 200, message: { status_code: 404 } });
  });

  test.each(Object.keys(errors))('of an injected %s has its code', (failure) => {
    const { code } = errors[failure as keyof typeof errors];
    expect(refuse({ kind: 'injected', failure }, context)).toMatchObject({ code });
  });

  test('of a defect is HTTP 500 with its text', () => {
    expect(defect('sosie defect default.7', context)).toMatchObject({
      status: 500,
      message: { success: false, error: { code: 500, message: 'sosie defect default.7' } },
    });
  });
});
