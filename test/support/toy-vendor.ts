import type { Behaviour } from '#kernel/behaviour.ts';
import type { Draft } from '#kernel/draft.ts';
import { MINUTE_MS, type Instant } from '#kernel/instant.ts';
import { done, refused } from '#kernel/outcome.ts';
import type { SettingsOf } from '#kernel/settings.ts';
import type { Command } from '#kernel/system-tables.ts';
import { many, ordered, table, unique, type Row } from '#kernel/table-spec.ts';
import type { VendorCore } from '#kernel/vendor.ts';

/** A vendor of one trade: a hall that sells its seats. Small, yet it uses all of the kernel. */
export interface Hall extends Row {
  readonly capacity: number;
  readonly free: number;
}

export interface Hold extends Row {
  readonly hall: string;
  readonly buyer: string;
  readonly seats: number;
  readonly status: 'held' | 'sold';
  readonly heldAt: Instant;
  readonly expiresAt: Instant;
  readonly code: string;
}

/** Row that says how a buyer took a notification. */
export interface Receipt extends Row {
  readonly toldAt: Instant;
  readonly ok: boolean;
}

export const hallTables = {
  halls: table<Hall>()({}),
  holds: table<Hold>()({
    byHall: many(
      (hold) => hold.hall,
      (hold) => hold.heldAt,
    ),
    byCode: unique((hold) => hold.code),
    byExpiry: ordered((hold) => (hold.status === 'held' ? hold.expiresAt : undefined)),
  }),
  receipts: table<Receipt>()({}),
};

export const hallSettings = {
  holdMinutes: {
    default: 10,
    allowed: { min: 1, max: 60 },
    evidence: 'documented',
    note: 'How long a hold lasts.',
  },
  codeLetters: {
    default: 'hex',
    allowed: ['hex', 'uuid'],
    evidence: 'guess',
    note: 'What a code looks like.',
  },
  greeting: { default: '', allowed: 'text', evidence: 'inferred', note: 'Sent with each sale.' },
} as const;

export type HallDraft = Draft<typeof hallTables>;
export type HallBehaviour<C, T, F> = Behaviour<
  typeof hallTables,
  C,
  T,
  F,
  SettingsOf<typeof hallSettings>
>;

export interface HoldSeats {
  readonly hall: string;
  readonly buyer: string;
  readonly seats: number;
}

export interface HoldCommand {
  readonly hold: string;
}

export type HoldFailure = 'hall-unknown' | 'sold-out';
export type HoldChangeFailure = 'hold-unknown' | 'already-sold';

export const holdSeats: HallBehaviour<HoldSeats, Hold, HoldFailure> = (draft, command, env) => {
  const id = `H${draft.next('holds')}`;
  const hall = draft.halls.get(command.hall);
  if (!hall) return refused('hall-unknown');
  draft.halls.put({ ...hall, free: hall.free - command.seats });
  const hold: Hold = {
    ...{ id, hall: hall.id, buyer: command.buyer, seats: command.seats, status: 'held' },
    heldAt: env.now,
    expiresAt: env.now + env.settings.holdMinutes * MINUTE_MS,
    code: env.settings.codeLetters === 'hex' ? env.random.hex(16) : env.random.uuid(),
  };
  draft.holds.put(hold);
  draft.schedule(`hold:${id}`, hold.expiresAt, expireHold(id));
  // Checked last, so that a refusal has much to undo.
  return hall.free < command.seats ? refused('sold-out') : done(hold);
};

export const confirmHold: HallBehaviour<HoldCommand, Hold, HoldChangeFailure> = (
  draft,
  command,
  env,
) => {
  const hold = draft.holds.get(command.hold);
  if (!hold) return refused('hold-unknown');
  if (hold.status === 'sold') return refused('already-sold');
  const sold: Hold = { ...hold, status: 'sold' };
  draft.holds.put(sold);
  draft.unschedule(`hold:${hold.id}`);
  draft.emit({
    kind: 'sold',
    method: 'POST',
    url: `http://127.0.0.1:9/${hold.buyer}`,
    body: `${hold.code} ${env.settings.greeting}`,
    reference: { hold: hold.id },
  });
  return done(sold);
};

export const releaseHold: HallBehaviour<HoldCommand, undefined, HoldChangeFailure> = (
  draft,
  command,
) => {
  const hold = draft.holds.get(command.hold);
  if (!hold) return refused('hold-unknown');
  if (hold.status === 'sold') return refused('already-sold');
  const hall = draft.halls.get(hold.hall);
  if (hall) draft.halls.put({ ...hall, free: hall.free + hold.seats });
  draft.holds.drop(hold.id);
  draft.unschedule(`hold:${hold.id}`);
  return done(undefined);
};

interface ExpireHold extends Command, HoldCommand {
  readonly kind: 'expire-hold';
}

const expireHold = (hold: string): ExpireHold => ({ kind: 'expire-hold', hold });

export const hallVendor: VendorCore<typeof hallTables> = {
  name: 'hall',
  tables: hallTables,
  settings: hallSettings,
  due: { 'expire-hold': releaseHold },
  delivered: (draft, { delivery, reference }, env) => {
    const id = String(reference['hold']);
    if (delivery.ok && delivery.status === 410) return refused('buyer-gone');
    if (delivery.ok && delivery.status === 418) throw new Error('a teapot answered');
    draft.receipts.put({ id, toldAt: env.now, ok: delivery.ok });
    return done(undefined);
  },
  invariants: {
    'sold + held + free = capacity': ({ halls, holds }) => {
      const taken = [...holds.rows()].reduce((sum, hold) => sum + hold.seats, 0);
      return [...halls.rows()]
        .filter((hall) => hall.free < 0 || hall.free + taken !== hall.capacity)
        .map((hall) => `${hall.id}: ${hall.free} free and ${taken} taken of ${hall.capacity}`);
    },
  },
};
