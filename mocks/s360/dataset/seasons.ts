import { houseNamed, Reader, type Installing } from './installing.ts';
import { eachNamed, within } from './names.ts';
import type { DatasetSeason } from './schema.ts';

export function installSeasons(installing: Installing): void {
  eachNamed(installing.section.seasons, (season, name, rank) => {
    const pointer = `/seasons/${name}`;
    const house = houseNamed(installing, season.institution, `${pointer}/institution`);
    const reader = new Reader(installing, house, pointer);
    const id = reader.id('seasons', name);
    installing.draft.seasons.put({
      id,
      institutionId: house.id,
      rank,
      code: season.code,
      state: season.state ?? 'running',
      startsAt: reader.at('starts').date(season.starts),
      endsAt: reader.at('ends').date(season.ends),
      name: reader.texts(season.name),
    });
    installPriceLevels(reader, { season, name, id });
    installAudiences(reader, { season, name, id });
  });
}

interface Named {
  readonly season: DatasetSeason;
  readonly name: string;
  readonly id: string;
}

function installPriceLevels(reader: Reader, { season, name, id: seasonId }: Named): void {
  eachNamed(season.priceLevels, ({ code, mainCategory = 'occasional' }, level, rank) => {
    const id = reader.id('priceLevels', within(name, level));
    reader.installing.draft.priceLevels.put({ id, seasonId, rank, code, mainCategory });
  });
}

function installAudiences(reader: Reader, { season, name, id: seasonId }: Named): void {
  const { draft } = reader.installing;
  eachNamed(season.audiences, (audience, key, rank) => {
    const categoryId = reader.id('audiences', within(name, key));
    draft.audienceCategories.put({
      id: categoryId,
      seasonId,
      rank,
      code: audience.code,
      mainCategory: audience.mainCategory ?? 'occasional',
      secondaryCategory: audience.secondaryCategory ?? 'individual',
      name: reader.texts(audience.name),
    });
    eachNamed(audience.subCategories, (sub, subKey, subRank) => {
      draft.audienceSubCategories.put({
        id: reader.id('subCategories', within(name, subKey)),
        categoryId,
        rank: subRank + 1,
        code: sub.code,
        kind: sub.kind ?? 'full',
        name: reader.texts(sub.name),
        description: reader.texts(sub.description),
      });
    });
  });
}
