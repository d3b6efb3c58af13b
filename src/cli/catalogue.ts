import type { CatalogueVendor } from '#server/control/catalogue.ts';
import { below, type Control } from './control.ts';

/** What each vendor of a running sosie can do. */
export async function catalogueOf(control: Control): Promise<readonly CatalogueVendor[]> {
  const { vendors } = await control.ask<{ readonly vendors: readonly CatalogueVendor[] }>(
    'GET',
    below`/catalogue`,
  );
  return vendors;
}
