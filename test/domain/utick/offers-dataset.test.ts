import { describe, expect, it } from 'vitest';
import type { DatasetSection } from '#mocks/utick/dataset/schema.ts';
import { offersHouse } from './offers-house.ts';
import { openShop } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

/** What is added to the house, and the one line that says what is wrong with it. */
const mistakes = rowsOf(`
  addition                                                                          pointer                           line
  {"promoCodes":{"x":{"label":"X","uses":1,"stocks":["heda"]}}}                     /promoCodes/x/stocks/0            unknown name "heda", did you mean "hedda"?
  {"promoCodes":{"x":{"label":"X","uses":1,"free":2,"stocks":["hedda"]}}}           /promoCodes/x/free                2 of 1 are free
  {"promoCodes":{"x":{"label":"X","uses":1,"stocks":["hedda"],"category":"box"}}}   /promoCodes/x/category            unknown name "box"
  {"promoCodes":{"x":{"label":"X","uses":1,"stocks":["hedda"],"ends":"2026-02-30T20:00:00+01:00"}}}   /promoCodes/x/ends   there is no date "2026-02-30T20:00:00+01:00"
  {"packs":{"x":{"label":"X","mainPack":"dua"}}}                                    /packs/x/mainPack                 unknown name "dua", did you mean "duo"?
  {"packs":{"x":{"label":"X","sets":{"a":{"label":"A","stocks":{"hall":{}}}}}}}     /packs/x/sets/a/stocks/hall       unknown name "hall"
  {"packs":{"x":{"label":"X","sets":{"a":{"label":"A","stocks":{"hedda":{"full":1}}}}}}}   /packs/x/sets/a/stocks/hedda   unknown name "hedda_full"
`);

describe('a mistake in a data set', () => {
  it.each(told(mistakes, 'at $pointer is told: $line'))('%s', async (_, row) => {
    const addition = JSON.parse(row['addition'] ?? '') as DatasetSection;
    const data = {
      ...offersHouse,
      promoCodes: { ...offersHouse.promoCodes, ...addition.promoCodes },
      packs: { ...offersHouse.packs, ...addition.packs },
    };
    await expect(openShop({ data })).rejects.toMatchObject({
      name: 'DatasetProblem',
      pointer: row['pointer'],
      message: row['line'],
    });
  });
});
