import fc from 'fast-check';
import { expect } from 'vitest';
import type { Instant } from '#kernel/instant.ts';
import type { Store } from '#kernel/store.ts';
import type { Row } from '#kernel/table-spec.ts';
import { setAvailability, setSaleState } from '#mocks/s360/domain/back-office.ts';
import type { S360Behaviour } from '#mocks/s360/domain/behaviour.ts';
import { closeOrder } from '#mocks/s360/domain/closing.ts';
import {
  abandonOrder,
  getOrder,
  removeLines,
  validateOrder,
} from '#mocks/s360/domain/order-behaviours.ts';
import { createOrUpdateOrder, type UpdateOrder } from '#mocks/s360/domain/update-order.ts';
import type { Movement, Operation } from '#mocks/s360/domain/order.ts';
import { tables } from '#mocks/s360/state.ts';
import { MINUTE, OPENING, openBooth, type Booth } from './booth.ts';

const which = fc.nat(3);
const told = <K extends string>(kind: K) => ({ kind: fc.constant(kind), which });
const thing = fc.constantFrom(
  'pass' as const,
  'guide' as const,
  'visit' as const,
  'concert' as const,
);
const quantity = fc.integer({ min: 0, max: 5 });

const line = fc.record({
  thing,
  audience: fc.constantFrom('adult' as const, 'adult' as const, 'child' as const),
  quantity,
});

/** One thing that a client or the institution does; `which` picks among what there is. */
const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      ...told('add'),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      isNew: fc.boolean(),
      channel: fc.constantFrom('web', 'desk'),
      inFileOf: fc.option(which, { nil: undefined }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...told('change'), quantity, audience: line }) },
  { weight: 2, arbitrary: fc.record({ ...told('reseat'), seat: fc.nat(7) }) },
  fc.record({ ...told('remove'), movements: fc.nat(2) }),
  fc.record(told('cancel')),
  fc.record(told('validate')),
  fc.record(told('abandon')),
  {
    weight: 3,
    arbitrary: fc.record({
      ...told('close'),
      method: fc.constantFrom('card', 'account', 'cash', 'manual'),
      share: fc.constantFrom(0, 50, 100, 100, 120),
      payer: fc.constantFrom('agency', 'visitor', undefined),
    }),
  },
  fc.record(told('look')),
  fc.record({ ...told('suspend'), thing, isOn: fc.boolean() }),
  fc.record({ ...told('leave'), free: fc.nat(6) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 9 }) }),
);
export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

export const story = fc.record({
  deeds: fc.array(deed, { minLength: 8, maxLength: 30 }),
  settings: fc.record({
    payments: fc.constantFrom('lenient', 'strict'),
    activity: fc.constantFrom('modifying', 'any'),
    validatedExpires: fc.constantFrom('same', 'never'),
    suspendedInBasket: fc.constantFrom('sold', 'refused'),
    barCodeDelaySeconds: fc.constantFrom(0, 90),
  }),
});
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Lives a story through; after each deed every rule holds, and a refused one changed nothing. */
export async function live({ deeds, settings }: Story, store?: Store): Promise<void> {
  const booth = await openBooth(store ? { settings, store } : { settings });
  let at = OPENING;
  for (const one of deeds) {
    if (one.kind === 'wait') at += one.minutes * MINUTE;
    // Any call lets the time pass up to it.
    await booth.ask(getOrder, { institutionId: '', orderId: '' }, at);
    const before = rowsOf(booth);
    const isDone = one.kind === 'wait' || (await act(booth, one, at));
    if (!isDone) expect(rowsOf(booth)).toEqual(before);
    expect([one, booth.brokenRules(at)]).toEqual([one, []]);
  }
}

const rowsOf = (booth: Booth): readonly (readonly Row[])[] =>
  Object.keys(tables).map((name) => [...booth.sandbox.state.table<Row>(`s360.${name}`).rows()]);

/** Answers whether it was done. */
async function act(
  booth: Booth,
  one: Exclude<Deed, { kind: 'wait' }>,
  at: Instant,
): Promise<boolean> {
  const orderId = idPicked(booth, 'orders', one.which);
  const { institutionId } = booth.seller;
  const ref = { institutionId, orderId };
  const ask = async <C, T, F>(behaviour: S360Behaviour<C, T, F>, command: C): Promise<boolean> =>
    (await booth.ask(behaviour, command, at)).ok;
  switch (one.kind) {
    case 'add':
    case 'change':
    case 'reseat':
      return ask(createOrUpdateOrder, updateOf(booth, one, orderId));
    case 'remove': {
      const movementIds = movementsOf(booth, orderId).slice(0, 1 + one.movements);
      return ask(removeLines, { ...ref, operationIds: [], movementIds });
    }
    case 'cancel': {
      const operationIds = [operationPicked(booth, orderId, one.which)?.id ?? ''];
      return ask(removeLines, { ...ref, operationIds, movementIds: [] });
    }
    case 'validate':
      return ask(validateOrder, ref);
    case 'abandon':
      return ask(abandonOrder, ref);
    case 'close':
      return ask(closeOrder, { ...ref, ...closingOf(booth, one, orderId) });
    case 'look':
      return ask(getOrder, ref);
    case 'suspend': {
      const id = booth.id('products', one.thing);
      return ask(
        (draft, command: { id: string; state: 'running' | 'suspended' }) =>
          setSaleState(draft, command),
        {
          ...{ id, state: one.isOn ? 'running' : 'suspended' },
        },
      );
    }
    case 'leave': {
      const asked = { ...VISIT(booth), itemId: undefined, free: one.free };
      return ask((draft, command: typeof asked) => setAvailability(draft, command), asked);
    }
  }
}

type UpdateDeed = Extract<Deed, { kind: 'add' | 'change' | 'reseat' }>;

const VISIT = (booth: Booth) => ({
  performanceId: booth.id('performances', 'visit_morning'),
  seatCategoryId: booth.id('seatCategories', 'visit_morning_free'),
  contingentId: booth.id('contingents', 'online'),
});

function updateOf(booth: Booth, one: UpdateDeed, orderId: string): UpdateOrder {
  const empty: UpdateOrder = {
    seller: booth.seller,
    pointOfSalesId: booth.seller.pointOfSalesId,
    orderId,
    fileId: undefined,
    type: 'sale',
    purchasers: undefined,
    externalReference: undefined,
    createsToken: undefined,
    ...{ lines: [], changes: [], reseatings: [] },
  };
  switch (one.kind) {
    case 'add':
      return {
        ...empty,
        pointOfSalesId: booth.id('pointsOfSales', one.channel),
        orderId: one.isNew ? undefined : orderId,
        fileId: one.inFileOf === undefined ? undefined : fileOf(booth, one.inFileOf),
        lines: one.lines.map((wanted, group) => ({ ...lineOf(booth, wanted), group })),
      };
    case 'change': {
      const operation = operationPicked(booth, orderId, one.which);
      const change = {
        operationId: operation?.id ?? '',
        quantity: one.quantity,
        audienceSubCategoryId: booth.id('subCategories', `season_${one.audience.audience}`),
        preferredAreaIds: [],
      };
      return { ...empty, changes: [change] };
    }
    case 'reseat': {
      const [movementId = ''] = movementsOf(booth, orderId);
      const seats = [
        ...booth.sandbox.state.table<Row & { physicalId: string }>('s360.seats').rows(),
      ];
      const physicalSeatId = seats[one.seat]?.physicalId ?? '';
      return { ...empty, reseatings: [{ movementId, physicalSeatId }] };
    }
  }
}

function lineOf(booth: Booth, wanted: typeof line extends fc.Arbitrary<infer T> ? T : never) {
  const shared = {
    audienceSubCategoryId: booth.id('subCategories', `season_${wanted.audience}`),
    contingentId: undefined,
    quantity: wanted.quantity,
    preferredAreaIds: [booth.id('areas', 'hall_right')],
  };
  if (wanted.thing === 'pass' || wanted.thing === 'guide') {
    return {
      ...shared,
      wanted: { kind: 'item', itemId: booth.id('items', wanted.thing) } as const,
    };
  }
  const [performance, category] =
    wanted.thing === 'visit'
      ? ['visit_morning', 'visit_morning_free']
      : ['concert_evening', 'concert_evening_stalls'];
  const place = {
    kind: 'performance',
    performanceId: booth.id('performances', performance),
    seatCategoryId: booth.id('seatCategories', category),
  } as const;
  return { ...shared, wanted: place };
}

function closingOf(booth: Booth, one: Extract<Deed, { kind: 'close' }>, orderId: string) {
  const due = operationsOf(booth, orderId).reduce(
    (sum, { quantity: units, unitMilli }) => sum + units * unitMilli,
    0,
  );
  const payment = {
    amountMilli: Math.round((due * one.share) / 100),
    methodId: booth.id('paymentMethods', one.method),
    contact: undefined,
    movementId: undefined,
  };
  return {
    payer: one.payer && booth.id('contacts', one.payer),
    payments: one.share === 0 ? [] : [payment],
    wantsBarCodes: true,
    waitsMs: 1_000,
  };
}

const rows = <R extends Row>(booth: Booth, table: string): readonly R[] => [
  ...booth.sandbox.state.table<R>(`s360.${table}`).rows(),
];

function idPicked(booth: Booth, table: string, index: number): string {
  const all = rows(booth, table);
  return all[index % Math.max(1, all.length)]?.id ?? '';
}

const fileOf = (booth: Booth, index: number): string | undefined => {
  const id = idPicked(booth, 'files', index);
  return id === '' ? undefined : id;
};

const operationsOf = (booth: Booth, orderId: string): readonly Operation[] =>
  rows<Operation>(booth, 'operations').filter((operation) => operation.orderId === orderId);

function operationPicked(booth: Booth, orderId: string, index: number): Operation | undefined {
  const all = operationsOf(booth, orderId);
  return all[index % Math.max(1, all.length)];
}

const movementsOf = (booth: Booth, orderId: string): readonly string[] =>
  rows<Movement>(booth, 'movements')
    .filter((movement) => movement.orderId === orderId)
    .map(({ id }) => id);
