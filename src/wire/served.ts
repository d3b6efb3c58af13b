import type { Vendor } from '#kernel/vendor.ts';
import { restCodecOf, type RestCodec } from './rest/codec.ts';
import type { AnyVendorModule } from './vendor.ts';

/** A vendor with everything compiled that serving it needs. */
export interface ServedVendor {
  readonly module: AnyVendorModule;
  readonly vendor: Vendor;
  readonly rest: RestCodec;
}

export const servedVendorOf = (module: AnyVendorModule, vendor: Vendor): ServedVendor => ({
  module,
  vendor,
  rest: restCodecOf(module),
});
