import type { Outcome } from '#kernel/outcome.ts';
import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { S360Env } from '#mocks/s360/domain/behaviour.ts';
import { closeOrder } from '#mocks/s360/domain/closing.ts';
import { expireOrder } from '#mocks/s360/domain/idleness.ts';
import type { NewLine } from '#mocks/s360/domain/new-lines.ts';
import { abandonOrder, validateOrder } from '#mocks/s360/domain/order-behaviours.ts';
import type { Seller } from '#mocks/s360/domain/seller.ts';
import { createOrUpdateOrder } from '#mocks/s360/domain/update-order.ts';
import { defaultSettings } from '#mocks/s360/settings.ts';
import { houseNamed, type House, type Installing } from './installing.ts';
import { dateOf, eachNamed, entriesOf, referred, within } from './names.ts';
import type { DatasetLine, DatasetOrder } from './order-schema.ts';

/** One order of a data set while it becomes rows. */
interface Placing {
  readonly installing: Installing;
  readonly order: DatasetOrder;
  readonly pointer: string;
  readonly seller: Seller;
  readonly env: S360Env;
  /** The orders above it. */
  readonly made: Readonly<Record<string, string>>;
}

/**
 * Orders are made the way a client makes them, so that places, files and states agree. Their
 * numbers are their own: those that the data set counts from are still to be given.
 */
export function installOrders(installing: Installing): Readonly<Record<string, string>> {
  const { numberings } = installing.draft;
  const counted = COUNTED.map((id) => [id, numberings.get(id)] as const);
  const made: Record<string, string> = {};
  eachNamed(installing.section.orders, (order, name) => {
    const placing = placingOf(installing, { order, name, made });
    numberFrom(placing, name);
    const id = fill(placing);
    settle(placing, id);
    made[name] = id;
  });
  for (const [id, before] of counted) {
    if (before) numberings.put(before);
    else numberings.drop(id);
  }
  return made;
}

/** Set back when all are there. Tickets and payments are counted on: their numbers stay their own. */
const COUNTED = ['orders', 'files', 'operations', 'movements', 'instances'];

interface Named {
  readonly order: DatasetOrder;
  readonly name: string;
  readonly made: Readonly<Record<string, string>>;
}

function placingOf(installing: Installing, { order, name, made }: Named): Placing {
  const { draft, ids, moment } = installing;
  const pointer = `/orders/${name}`;
  const posId = referred(ids.pointsOfSales, order.pointOfSales, `${pointer}/pointOfSales`);
  const pointOfSales = draft.pointsOfSales.get(posId);
  const institutionId = pointOfSales?.institutionId ?? '';
  const salesChannelId = pointOfSales?.salesChannelId ?? '';
  const seller = { operatorId: '', institutionId, pointOfSalesId: posId, salesChannelId };
  const { zone } = houseOf(installing, institutionId);
  const now = dateOf(order.created ?? 'now', { now: moment.now, zone }, `${pointer}/created`);
  const random = moment.random.fork(`orders/${name}`);
  const env: S360Env = { now, receivedAt: now, random, settings: defaultSettings };
  return { installing, order, pointer, seller, env, made };
}

function houseOf(installing: Installing, code: string): House {
  const named = entriesOf(installing.section.institutions).find(([, one]) => one.code === code);
  return houseNamed(installing, named?.[0] ?? '', '/institutions');
}

/** Far from what the counters give, and each order's range is its own. */
const FIRST = { orders: 10_000_300_000, files: 8_000, operations: 10_228_300_000_000 } as const;
const RANGE = 100_000;

function numberFrom({ installing, order, env }: Placing, name: string): void {
  const { draft } = installing;
  const drawn = env.random.fork(`numbers/${name}`).int(0, RANGE);
  const operation = order.operation ?? FIRST.operations + drawn * 1_000;
  draft.numberings.put({ id: 'orders', next: order.id ?? FIRST.orders + drawn });
  draft.numberings.put({ id: 'files', next: order.file ?? FIRST.files + (drawn % 1_000) });
  draft.numberings.put({ id: 'operations', next: operation });
  draft.numberings.put({ id: 'movements', next: operation + RANGE });
}

/** A call for each file; the first one opens the order. Answers its id. */
function fill(placing: Placing): string {
  const { order, seller, installing, pointer } = placing;
  const { ids, draft } = installing;
  const purchasers =
    order.purchaser === undefined
      ? []
      : [referred(ids.contacts, order.purchaser, `${pointer}/purchaser`)];
  const files = [...new Set(order.lines.map(({ fileOf }) => fileOf))];
  let orderId: string | undefined;
  for (const fileOf of files) {
    const updated = createOrUpdateOrder(
      draft,
      {
        ...{ seller, orderId, type: 'sale', purchasers, createsToken: undefined },
        pointOfSalesId: seller.pointOfSalesId,
        fileId: fileOf === undefined ? undefined : fileIdOf(placing, fileOf),
        externalReference: order.externalReference,
        lines: order.lines.flatMap((line, at) =>
          line.fileOf === fileOf ? [lineOf(placing, line, at)] : [],
        ),
        ...{ changes: [], reseatings: [] },
      },
      placing.env,
    );
    orderId = valueOf(updated, `${pointer}/lines`).order.id;
  }
  return orderId ?? '';
}

function fileIdOf({ installing, made, pointer }: Placing, name: string): string {
  const order = installing.draft.orders.get(referred(made, name, `${pointer}/lines`));
  return order?.fileIds[0] ?? '';
}

function lineOf({ installing, pointer }: Placing, line: DatasetLine, at: number): NewLine {
  const { ids, section } = installing;
  const where = `${pointer}/lines/${at}`;
  const { item, seatCategory } = line;
  const showing = line.performance;
  const product = item ?? showing?.split('_')[0] ?? '';
  const season = section.products?.[product]?.season ?? '';
  const audience = within(season, line.audience);
  const isDated = showing !== undefined && seatCategory !== undefined;
  if ((item === undefined) !== isDated) {
    throw new DatasetProblem(where, 'a line is of an item, or of a performance and seat category');
  }
  return {
    wanted: isDated
      ? {
          kind: 'performance',
          performanceId: referred(ids.performances, showing, `${where}/performance`),
          seatCategoryId: referred(
            ids.seatCategories,
            within(showing, seatCategory),
            `${where}/seatCategory`,
          ),
        }
      : { kind: 'item', itemId: referred(ids.items, product, `${where}/item`) },
    audienceSubCategoryId: referred(ids.subCategories, audience, `${where}/audience`),
    contingentId: undefined,
    quantity: line.quantity,
    group: at,
    preferredAreaIds: [],
  };
}

/** Brings it to its status. */
function settle(placing: Placing, orderId: string): void {
  const { installing, order, seller, env, pointer } = placing;
  const { draft } = installing;
  const ref = { institutionId: seller.institutionId, orderId };
  switch (order.status) {
    case 'open':
      if (order.idle) waitForFirstCall(placing, orderId);
      return;
    case 'validated':
      valueOf(validateOrder(draft, ref, env), `${pointer}/status`);
      return;
    case 'abandoned':
      valueOf(abandonOrder(draft, ref, env), `${pointer}/status`);
      return;
    case 'expired':
      expireOrder(draft, { kind: 'expire-order', orderId }, env);
      return;
    case 'closed':
      valueOf(closeOrder(draft, { ...ref, ...closingOf(placing) }, env), `${pointer}/payments`);
  }
}

function waitForFirstCall({ installing: { draft } }: Placing, orderId: string): void {
  const open = draft.orders.get(orderId);
  if (!open) return;
  draft.unschedule(`expire-order/${orderId}`);
  draft.orders.put({ ...open, expiresAt: undefined });
}

const closingOf = ({ installing: { ids }, order, pointer }: Placing) => ({
  payer: undefined,
  payments: (order.payments ?? []).map(({ method, amount, contact }, at) => {
    const where = `${pointer}/payments/${at}`;
    return {
      amountMilli: amount,
      methodId: referred(ids.paymentMethods, method, `${where}/method`),
      contact:
        contact === undefined ? undefined : referred(ids.contacts, contact, `${where}/contact`),
      movementId: undefined,
    };
  }),
  wantsBarCodes: order.barCodes ?? true,
  waitsMs: 0,
});

function valueOf<T>(outcome: Outcome<T, { readonly kind: string }>, pointer: string): T {
  if (!outcome.ok) throw new DatasetProblem(pointer, `this cannot be: ${outcome.failure.kind}`);
  return outcome.value;
}
