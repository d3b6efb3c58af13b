import type { Behaviour, Env } from '#kernel/behaviour.ts';
import type { WsoneSettings } from '#mocks/wsone/settings.ts';
import type { WsoneTables } from '#mocks/wsone/state.ts';

export type WsoneEnv = Env<WsoneSettings>;
export type WsoneBehaviour<C, T, F> = Behaviour<WsoneTables, C, T, F, WsoneSettings>;
