import { assert } from '#kernel/defect.ts';
import type { S360Caller } from './voice.ts';

/** Every operation but those of the auth endpoint has a caller. */
export function known(caller: S360Caller | undefined): S360Caller {
  assert(caller, 'a method was called without credentials');
  return caller;
}
