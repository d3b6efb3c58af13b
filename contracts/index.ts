import type { Contract } from '#kit/operation.ts';
import { monext } from './monext/index.ts';
import { s360 } from './s360/index.ts';
import { utick } from './utick/index.ts';
import { wsone } from './wsone/index.ts';

/** Every vendor's contract: what the emitted files and the coverage page are made from. */
export const contracts: readonly Contract[] = [utick, s360, wsone, monext];
