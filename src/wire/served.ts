import type { Vendor } from '#kernel/vendor.ts';
import { pageRouterOf, type PageRouter } from './page.ts';
import { restSideOf } from './rest/side.ts';
import type { ServedSide } from './side.ts';
import { soapSideOf, type ServedSoap } from './soap/side.ts';
import type { AnyVendorModule } from './vendor.ts';

/** A vendor with everything compiled that serving it needs. */
export interface ServedVendor {
  readonly module: AnyVendorModule;
  readonly vendor: Vendor;
  readonly rest: ServedSide;
  readonly soap: ServedSoap | undefined;
  readonly pages: PageRouter;
}

export const servedVendorOf = (module: AnyVendorModule, vendor: Vendor): ServedVendor => ({
  module,
  vendor,
  rest: restSideOf(module),
  soap: soapSideOf(module),
  pages: pageRouterOf(module.pages ?? {}),
});
