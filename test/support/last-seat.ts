import { expect } from 'vitest';
import { putClock } from '#kernel/clock.ts';
import type { Sandbox } from '#kernel/sandbox.ts';
import type { Store } from '#kernel/store.ts';
import { ask, brokenRules, everyRow, NOON, toySandbox } from './toy-sandbox.ts';
import { holdSeats } from './toy-vendor.ts';

const BUYERS = 64;

export interface LastSeat {
  readonly rounds: number;
  readonly store: Store;
  /** Owners of one sandbox, each with a state of its own over the same log. */
  readonly owners: number;
}

/** Round after round, many buyers ask at once for the one seat that is left. */
export async function sellLastSeats({ rounds, store, owners }: LastSeat): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const toy = { name: `round-${round}`, store, seats: 1 };
    const shared = await Promise.all(Array.from({ length: owners }, () => toySandbox(toy)));
    const asked = Array.from({ length: BUYERS }, (_, buyer) =>
      ask(ownerOf(shared, buyer), holdSeats, { hall: 'odeon', buyer: `b${buyer}`, seats: 1 }),
    );
    const winners = (await Promise.all(asked)).filter((outcome) => outcome.ok);
    expect(winners).toHaveLength(1);
    await expectSame(shared);
    for (const owner of shared) await owner.close();
  }
}

function ownerOf(owners: readonly Sandbox[], buyer: number): Sandbox {
  const owner = owners[buyer % owners.length];
  if (!owner) throw new Error('a sandbox has an owner');
  return owner;
}

/** An owner sees what the others did when it commits; setting the clock anew changes nothing. */
async function expectSame(owners: readonly Sandbox[]): Promise<void> {
  for (const owner of owners) {
    await owner.edit((edits) => putClock(edits, { mode: 'frozen', at: NOON }));
  }
  for (const owner of owners) {
    expect(brokenRules(owner)).toEqual([]);
    expect(everyRow(owner)).toEqual(everyRow(owners[0] ?? owner));
  }
}
