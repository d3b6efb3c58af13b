import type { Row } from '#kernel/table-spec.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { stockNamed, utick } from '../support/utick.ts';
import { open, type Open } from './control-asking.ts';

let at: Open;

beforeEach(async () => {
  at = await open();
  return () => at.sosie.close();
});

const HERE = '/sandboxes/default';

describe('settings', () => {
  test('each open question has its value, its default, what is allowed, and why', async () => {
    const { body } = await at.ask('GET', `${HERE}/settings/utick`);
    expect(body.orderTtlMinutes).toMatchObject({
      ...{ value: 20, default: 20, allowed: { min: expect.any(Number) } },
      ...{ evidence: expect.any(String), note: expect.any(String) },
    });
    expect(body.httpStatus).toMatchObject({ value: 'mirror', allowed: ['mirror', 'always200'] });
  });

  test('those named are set, the others stay, and the journal tells', async () => {
    await at.ask('PUT', `${HERE}/settings/utick`, { httpStatus: 'always200' });
    const { body } = await at.ask('PUT', `${HERE}/settings/utick`, { orderTtlMinutes: 5 });
    expect(body.orderTtlMinutes).toMatchObject({ value: 5, default: 20 });
    expect(body.httpStatus.value).toBe('always200');
    const journal = await at.ask('GET', `${HERE}/journal?operation=set-settings`);
    expect(journal.body.records.at(-1)).toMatchObject({
      ...{ kind: 'event', vendor: 'utick', outcome: 'done' },
      detail: { command: { orderTtlMinutes: 5 } },
    });
  });

  test.each([
    [{ orderTtlMinuts: 5 }, 'did you mean "orderTtlMinutes"?'],
    [{ orderTtlMinutes: 'five' }, 'must be a whole number'],
    [{ httpStatus: 'sometimes' }, 'must be one of mirror, always200'],
  ])('%j is refused, and nothing of the call is kept', async (values, detail) => {
    const refusal = await at.ask('PUT', `${HERE}/settings/utick`, { pageSize: 7, ...values });
    expect(refusal.status).toBe(400);
    expect(refusal.body.detail).toContain(detail);
    expect(refusal.body.pointer).toBe(`/${Object.keys(values)[0]}`);
    expect((await at.ask('GET', `${HERE}/settings/utick`)).body.pageSize.value).toBe(200);
  });

  test('an unknown vendor is 404 with the nearest name', async () => {
    const { status, body } = await at.ask('GET', `${HERE}/settings/utik`);
    expect(status).toBe(404);
    expect(body.detail).toBe('no vendor "utik", did you mean "utick"?');
  });
});

describe('invariants and names', () => {
  test('all invariants of the data set hold', async () => {
    const { body } = await at.ask('GET', `${HERE}/invariants`);
    expect(body.hold).toBe(true);
    expect(body.invariants.length).toBeGreaterThan(0);
    expect(body.invariants[0]).toMatchObject({ vendor: 'utick', holds: true, offending: [] });
  });

  test('a broken one tells the offending rows', async () => {
    const { rows } = at.sosie.sandbox.state('utick', 'capacities');
    const id = rows[0]?.id ?? '';
    await at.sosie.core.sandboxes.get('default')?.edit((edits) => {
      const capacities = edits.table<Row & { readonly taken: number }>('utick.capacities');
      const row = capacities.get(id);
      if (row) capacities.put({ ...row, taken: row.taken + 1 });
    });
    const { body } = await at.ask('GET', `${HERE}/invariants`);
    expect(body.hold).toBe(false);
    const broken = body.invariants.filter((one: { holds: boolean }) => !one.holds);
    expect(broken[0].offending[0]).toContain(id);
  });

  test('the data set’s names lead to ids', async () => {
    const { body } = await at.ask('GET', `${HERE}/data`);
    expect(body.utick.stocks.hedda).toBe(stockNamed(at.sosie, 'hedda'));
  });
});

describe('state', () => {
  test('a vendor’s tables are told with their sizes', async () => {
    const { body } = await at.ask('GET', `${HERE}/state/utick`);
    const tables = new Map(body.tables.map((one: { table: string }) => [one.table, one]));
    expect([...tables.keys()]).toContain('orders');
  });

  test('rows are read page by page, each once, in the order of their ids', async () => {
    const { body: all } = await at.ask('GET', `${HERE}/state/utick/contacts?limit=1000`);
    expect(all.rows.length).toBe(all.total);
    expect(all.next).toBeUndefined();
    const ids: string[] = [];
    for (let query = '?limit=2'; query !== '';) {
      const { body } = await at.ask('GET', `${HERE}/state/utick/contacts${query}`);
      ids.push(...body.rows.map((row: { id: string }) => row.id));
      query = body.next === undefined ? '' : `?limit=2&after=${encodeURIComponent(body.next)}`;
    }
    expect(ids).toEqual(all.rows.map((row: { id: string }) => row.id));
  });

  test('one row is read by its id, whatever is in it', async () => {
    const { body: page } = await at.ask('GET', `${HERE}/state/utick/stocks?limit=1`);
    const [row] = page.rows;
    const { body } = await at.ask(
      'GET',
      `${HERE}/state/utick/stocks/${encodeURIComponent(row.id)}`,
    );
    expect(body).toEqual(row);
  });

  test.each([
    ['/state/utick/ordrs', 'no table "ordrs", did you mean "orders"?'],
    ['/state/utick/orders/nobody', 'no row "nobody"'],
    ['/state/utic', 'no vendor "utic", did you mean "utick"?'],
  ])('%s is 404', async (path, detail) => {
    expect(await at.ask('GET', HERE + path)).toMatchObject({ status: 404, body: { detail } });
  });
});

describe('actions', () => {
  const act = (action: string, body?: object) =>
    at.ask('POST', `${HERE}/utick/actions/${action}`, body);

  test('an action does its work behind the counter, and the journal tells', async () => {
    const stockid = stockNamed(at.sosie, 'hedda');
    const { status } = await act('set-capacity', { stockid, capacity: 777 });
    expect(status).toBe(200);
    const { body } = await utick<{ capacity_total: number }>(at.sosie, {
      ...{ method: 'GET', path: `shop/products/stocks/${stockid}` },
    });
    expect(body.response.capacity_total).toBe(777);
    const journal = await at.ask('GET', `${HERE}/journal?operation=set-capacity`);
    expect(journal.body.records).toMatchObject([{ kind: 'event', outcome: 'done' }]);
  });

  test('what the vendor refuses answers 409 with the failure, and is journalled', async () => {
    const { status, body } = await act('set-capacity', { stockid: 'nowhere', capacity: 1 });
    expect(status).toBe(409);
    expect(body).toMatchObject({ failure: { kind: 'stock-unknown' } });
    const journal = await at.ask('GET', `${HERE}/journal?outcome=refused`);
    expect(journal.body.records).toMatchObject([{ operation: 'set-capacity' }]);
  });

  test('parameters are checked before anything is done', async () => {
    const { status, body } = await act('set-capacity', { stockid: 'x', capacity: 'many' });
    expect(status).toBe(400);
    expect(body.pointer).toBe('/capacity');
  });

  test('an unknown action is 404 with the nearest one', async () => {
    const { status, body } = await act('set-capacty', {});
    expect(status).toBe(404);
    expect(body.detail).toBe('no action "set-capacty", did you mean "set-capacity"?');
  });
});
