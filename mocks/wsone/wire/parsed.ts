import { refused, type Outcome } from '#kernel/outcome.ts';
import type { ParameterMissing, ParameterUnreadable } from './voice.ts';

/** A part of a message as a domain value, or what is wrong with it. */
export type Parsed<T> = Outcome<T, ParameterMissing | ParameterUnreadable>;

export const missing = (pointer: string) =>
  refused<ParameterMissing>({ kind: 'parameter-missing', pointer });

export const unreadable = (pointer: string, expected: string) =>
  refused<ParameterUnreadable>({ kind: 'parameter-unreadable', pointer, expected });
