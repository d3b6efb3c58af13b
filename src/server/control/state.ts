import type { Row } from '#kernel/table-spec.ts';
import type { Core } from '../core.ts';
import { sandboxNamed, vendorNamed } from './named.ts';
import { unknown } from './problem.ts';

export interface TableReading {
  readonly table: string;
  readonly rows: number;
}

export interface RowsPage {
  readonly total: number;
  readonly rows: readonly Row[];
  /** Give it as `after` to go on; absent on the last page. */
  readonly next?: string;
}

export interface PageRequest {
  /** The id of the last row already read. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

interface TablePath {
  readonly vendor: string;
  readonly table: string;
}

const DEFAULT_LIMIT = 100;

export function tableReadings(core: Core, name: string, vendor: string): readonly TableReading[] {
  const { state } = sandboxNamed(core, name);
  return tablesOf(core, vendor).map((table) => ({
    table,
    rows: state.table(`${vendor}.${table}`).count,
  }));
}

/** A page in the order of ids, shorter ones first, so that counted ids stand in their order. */
export function rowsPage(
  core: Core,
  name: string,
  { vendor, table, after, limit = DEFAULT_LIMIT }: TablePath & PageRequest,
): RowsPage {
  const found = tableOf(core, name, { vendor, table });
  const rows = firstRows(found.rows(), { after, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    total: found.count,
    rows: rows.slice(0, limit),
    ...(last ? { next: last.id } : {}),
  };
}

export function rowNamed(
  core: Core,
  name: string,
  { vendor, table, id }: TablePath & { readonly id: string },
): Row {
  const row: Row | undefined = tableOf(core, name, { vendor, table }).get(id);
  if (!row) throw unknown('row', id, []);
  return row;
}

function tableOf(core: Core, name: string, { vendor, table }: TablePath) {
  const { state } = sandboxNamed(core, name);
  const tables = tablesOf(core, vendor);
  if (!tables.includes(table)) throw unknown('table', table, tables);
  return state.table(`${vendor}.${table}`);
}

const tablesOf = (core: Core, vendor: string): readonly string[] =>
  // A vendor's tables are its own: here only their names matter.
  Object.keys(vendorNamed(core, vendor).module.tables as object);

/** One walk over the table that holds no more than two pages of it at a time. */
function firstRows(
  rows: Iterable<Row>,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): readonly Row[] {
  let found: Row[] = [];
  let beyond: string | undefined;
  for (const row of rows) {
    if (after !== undefined && compareIds(row.id, after) <= 0) continue;
    if (beyond !== undefined && compareIds(row.id, beyond) > 0) continue;
    found.push(row);
    if (found.length < 2 * limit) continue;
    found = found.sort((a, b) => compareIds(a.id, b.id)).slice(0, limit);
    beyond = found.at(-1)?.id;
  }
  return found.sort((a, b) => compareIds(a.id, b.id)).slice(0, limit);
}

const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
