import type {
  Pack as PackMessage,
  PackDetails as PackDetailsMessage,
  PackSet as PackSetMessage,
} from '#contracts/utick/index.ts';
import type { PackSetSheet, PackSheet } from '#mocks/utick/domain/pack-behaviours.ts';
import type { Pack, PackType } from '#mocks/utick/domain/pack.ts';
import type { Links } from '#wire/vendor.ts';
import { shopUrl } from './agenda-message.ts';
import { stockMessages } from './stock-message.ts';

const typeIds: Readonly<Record<PackType, number>> = {
  standard: 1,
  shopping: 10,
  passport: 20,
  card: 100,
};

export const packMessage = (pack: Pack, links: Links): PackMessage => ({
  id: pack.id,
  label: pack.label,
  description: pack.description,
  typeid: typeIds[pack.type],
  itemnb_min: pack.items.least,
  itemnb_max: pack.items.most,
  mainpackid: pack.mainPackId ?? '',
  shop_url: shopUrl(links, 'PACK', pack.id),
  image_url: pack.imageUrl,
  metadata: {},
});

export const packDetailsMessage = (
  { pack, sets }: PackSheet,
  links: Links,
): PackDetailsMessage => ({
  ...packMessage(pack, links),
  sets: sets.map((sheet) => setMessage(sheet, links)),
});

const setMessage = ({ set, stocks }: PackSetSheet, links: Links): PackSetMessage => ({
  id: set.id,
  label: set.label,
  description: set.description,
  itemnb_min: set.items.least,
  itemnb_max: set.items.most,
  stocks: stockMessages(links)(stocks),
});
