import { utick } from '#mocks/utick/index.ts';
import type { AnyVendorModule } from '#wire/vendor.ts';

/** The vendors this process doubles; a vendor less is a line less. */
export const vendors: readonly AnyVendorModule[] = [utick];
