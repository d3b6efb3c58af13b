import { monext } from '#mocks/monext/index.ts';
import { s360 } from '#mocks/s360/index.ts';
import { utick } from '#mocks/utick/index.ts';
import { wsone } from '#mocks/wsone/index.ts';
import type { AnyVendorModule } from '#wire/vendor.ts';

/** The vendors this process doubles; a vendor less is a line less. */
export const vendors: readonly AnyVendorModule[] = [utick, s360, wsone, monext];
