import { installContacts } from './dataset/contacts.ts';
import { installInstitutions } from './dataset/institutions.ts';
import { idsOf, type DatasetMoment } from './dataset/names.ts';
import { installOrders } from './dataset/orders.ts';
import { installProducts } from './dataset/products.ts';
import { DatasetSection } from './dataset/schema.ts';
import { installSeasons } from './dataset/seasons.ts';
import type { S360Draft } from './state.ts';

/** How a data set's section becomes rows; answers the ids of what it names. */
export const dataset = {
  schema: DatasetSection,
  install: (draft: S360Draft, section: DatasetSection, moment: DatasetMoment) => {
    const ids = idsOf(section, moment.random);
    const installing = { draft, section, ids, moment };
    installInstitutions(installing);
    installSeasons(installing);
    installProducts(installing);
    installContacts(installing);
    installNumbers(draft, section);
    const orders = installOrders(installing);
    installNextValues(draft, section);
    return { ...ids, orders };
  },
};

function installNumbers(draft: S360Draft, { counters = {} }: DatasetSection): void {
  for (const [id, first] of Object.entries(counters)) {
    if (first !== undefined) draft.numberings.put({ id, next: first });
  }
}

/** Once the orders are there: they are drawn by clients, not by the data set itself. */
function installNextValues(draft: S360Draft, { next = {} }: DatasetSection): void {
  for (const [id, values] of Object.entries(next)) draft.nextValues.put({ id, values });
}
