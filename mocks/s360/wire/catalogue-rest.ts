import type { CatalogData, S360Operations } from '#contracts/s360/index.ts';
import { done } from '#kernel/outcome.ts';
import { readCatalogue, readPointOfSales } from '#mocks/s360/domain/catalogue-behaviours.ts';
import type { Catalogue } from '#mocks/s360/domain/catalogue.ts';
import type { S360Tables } from '#mocks/s360/state.ts';
import type { Wiring } from '#wire/vendor.ts';
import { catalogueMessage } from './catalogue-message.ts';
import { descriptionForms } from './description.ts';
import { success } from './envelope.ts';
import { posMessage } from './pos-message.ts';
import { known } from './seller.ts';
import type { S360Voice } from './voice.ts';
import { as } from './wiring.ts';

type CatalogueNames = 'getCatalogDetailed' | 'getPOSConfig' | 'isCatalogServiceAlive';
type CatalogueWiring = Pick<Wiring<S360Tables, S360Operations, S360Voice>, CatalogueNames>;

export const catalogue: CatalogueWiring = {
  getCatalogDetailed: (draft, { message, caller, protocol }, env) => {
    const seller = known(caller);
    const form = descriptionForms[protocol];
    const { seasonCode, productCode, scope } = message;
    const command = {
      ...{ seller, seasonCode, productCode },
      scope: scope === 'EXTENDED' ? 'extended' : 'on-sale',
    } as const;
    const isWhole = seasonCode === undefined && productCode === undefined;
    const row = draft.catalogues.get(seller.institutionId);
    const key = `${seller.salesChannelId} ${command.scope} ${form}`;
    const remembered = isWhole && row ? messages.get(row)?.get(key) : undefined;
    if (remembered) return done(success({ catalogData: remembered }));
    return as(readCatalogue(draft, command, env), (sheet) => {
      const catalogData = catalogueMessage(sheet, form);
      if (isWhole) remember(sheet.catalogue, key, catalogData);
      return success({ catalogData });
    });
  },

  getPOSConfig: (draft, { caller }, env) =>
    as(readPointOfSales(draft, { seller: known(caller) }, env), (sheet) =>
      success({ posConfigData: posMessage(sheet) }),
    ),

  isCatalogServiceAlive: () => done(success({})),
};

/**
 * A whole catalogue is made once for each row that stands for its content: a thousand calls share
 * one message, in however many sandboxes that row is.
 */
const messages = new WeakMap<Catalogue, Map<string, CatalogData>>();

function remember(row: Catalogue, key: string, message: CatalogData): void {
  const known = messages.get(row) ?? new Map<string, CatalogData>();
  known.set(key, message);
  messages.set(row, known);
}
