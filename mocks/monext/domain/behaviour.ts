import type { Behaviour, Env } from '#kernel/behaviour.ts';
import type { MonextSettings } from '#mocks/monext/settings.ts';
import type { MonextTables } from '#mocks/monext/state.ts';

export type MonextEnv = Env<MonextSettings>;
export type MonextBehaviour<C, T, F> = Behaviour<MonextTables, C, T, F, MonextSettings>;
