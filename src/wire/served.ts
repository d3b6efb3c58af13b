import type { Vendor } from '#kernel/vendor.ts';
import { pageRouterOf, type PageRouter } from './page.ts';
import { restCodecOf, type RestCodec } from './rest/codec.ts';
import type { AnyVendorModule } from './vendor.ts';

/** A vendor with everything compiled that serving it needs. */
export interface ServedVendor {
  readonly module: AnyVendorModule;
  readonly vendor: Vendor;
  readonly rest: RestCodec;
  readonly pages: PageRouter;
}

export const servedVendorOf = (module: AnyVendorModule, vendor: Vendor): ServedVendor => ({
  module,
  vendor,
  rest: restCodecOf(module),
  pages: pageRouterOf(module.pages ?? {}),
});
