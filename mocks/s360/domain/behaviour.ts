import type { Behaviour, Env } from '#kernel/behaviour.ts';
import type { S360Settings } from '#mocks/s360/settings.ts';
import type { S360Tables } from '#mocks/s360/state.ts';

export type S360Env = Env<S360Settings>;
export type S360Behaviour<C, T, F> = Behaviour<S360Tables, C, T, F, S360Settings>;
