import type { TSchema } from '@sinclair/typebox';
import type { Operation } from '#kit/operation.ts';
import { answered } from './envelope.ts';

/** An operation whose answer is its result in the vendor's envelope. */
export const operation = <
  R extends TSchema,
  const O extends Omit<Operation, 'response' | 'result'>,
>(
  described: O & { readonly result: R },
) => ({ ...described, response: answered(described.result) });
