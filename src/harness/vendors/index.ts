import { monext } from './monext.ts';
import { s360 } from './s360.ts';
import { utick } from './utick.ts';
import { wsone } from './wsone.ts';
import type { HarnessVendor } from './vendor.ts';

export type { HarnessVendor } from './vendor.ts';

/** The vendors that pacts can be verified of. */
export const harnessVendors: readonly HarnessVendor[] = [utick, wsone, s360, monext];
