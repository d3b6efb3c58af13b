import type { PackSet, PackStock } from '#mocks/utick/domain/pack.ts';
import type { UtickDraft } from '#mocks/utick/state.ts';
import { eachNamed, mapNamed, referred, setName, type Ids } from './names.ts';
import type { DatasetPack, DatasetPackSet, DatasetSection } from './schema.ts';

export function installPacks(draft: UtickDraft, packs: DatasetSection['packs'], ids: Ids): void {
  eachNamed(packs, (pack, name, rank) => {
    const pointer = `/packs/${name}`;
    const { mainPack } = pack;
    draft.packs.put({
      id: referred(ids.packs, name, pointer),
      rank,
      label: pack.label,
      description: pack.description ?? '',
      type: pack.type ?? 'standard',
      isPublished: pack.published ?? true,
      items: boundsOf(pack),
      mainPackId:
        mainPack === undefined ? undefined : referred(ids.packs, mainPack, `${pointer}/mainPack`),
      imageUrl: pack.imageUrl ?? '',
      sets: Object.entries(pack.sets ?? {}).map(([key, set]) =>
        setOf(set, setName(name, key), { ids, pointer: `${pointer}/sets/${key}` }),
      ),
    });
  });
}

const boundsOf = ({ min = 0, max = 0 }: Pick<DatasetPack, 'min' | 'max'>) => ({
  least: min,
  most: max,
});

interface Within {
  readonly ids: Ids;
  readonly pointer: string;
}

function setOf(set: DatasetPackSet, name: string, { ids, pointer }: Within): PackSet {
  const stocks = Object.entries(set.stocks).map(([stock, amounts]): PackStock => {
    const where = `${pointer}/stocks/${stock}`;
    const named = Object.entries(mapNamed(amounts, (amount) => amount));
    return {
      stockId: referred(ids.stocks, stock, where),
      amounts: Object.fromEntries(
        named.map(([price, amount]) => [referred(ids.prices, `${stock}_${price}`, where), amount]),
      ),
    };
  });
  return {
    id: referred(ids.sets, name, pointer),
    label: set.label,
    description: set.description ?? '',
    items: boundsOf(set),
    stocks,
  };
}
