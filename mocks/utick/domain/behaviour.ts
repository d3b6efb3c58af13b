import type { Behaviour, Env } from '#kernel/behaviour.ts';
import type { UtickSettings } from '#mocks/utick/settings.ts';
import type { UtickTables } from '#mocks/utick/state.ts';

export type UtickEnv = Env<UtickSettings>;
export type UtickBehaviour<C, T, F> = Behaviour<UtickTables, C, T, F, UtickSettings>;

/** Which part of a list is asked for. */
export interface ListPage {
  readonly offset: number;
  readonly limit: number;
}

export const slice = <T>(rows: readonly T[], { offset, limit }: ListPage): readonly T[] =>
  rows.slice(offset, offset + limit);
