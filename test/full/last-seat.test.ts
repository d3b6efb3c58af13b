import { test } from 'vitest';
import { memoryStore } from '#store/memory.ts';
import { sellLastSeats } from '../support/last-seat.ts';
import { slowStore } from '../support/stores.ts';

const rounds = Math.ceil(10_000 * Number(process.env['SOSIE_FULL'] ?? 1));

test(`64 buyers ask for the last seat, ${rounds} times: one gets it`, async () => {
  await sellLastSeats({ rounds, store: memoryStore(), owners: 1 });
});

test(`64 buyers ask two owners for the last seat, ${rounds} times: one gets it`, async () => {
  await sellLastSeats({ rounds, store: slowStore({ seed: 1 }), owners: 2 });
});
