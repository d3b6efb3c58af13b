import type { Operation } from '#kit/operation.ts';
import { answered } from './envelope.ts';

/**
 * An operation whose answer is its result in the vendor's envelope. `O` says of the result all that
 * there is to say: named once more, TypeScript would read each of its fields as two in one.
 */
export const operation = <const O extends Omit<Operation, 'response'>>(
  described: O,
): O & { readonly response: ReturnType<typeof answered<O['result']>> } => ({
  ...described,
  response: answered<O['result']>(described.result),
});
