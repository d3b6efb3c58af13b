import { DatasetProblem } from '#kit/dataset-problem.ts';
import type { WsoneDraft } from '#mocks/wsone/state.ts';
import { eachNamed, referred, type IdsByName } from './names.ts';
import type { DatasetSection } from './schema.ts';

type Stores = NonNullable<DatasetSection['stores']>;

export function installStores(draft: WsoneDraft, { stores = {} }: DatasetSection): IdsByName {
  const ids: Record<string, string> = {};
  for (const [name, { number }] of Object.entries(stores)) {
    if (draft.stores.get(number) || Object.values(ids).includes(number)) {
      throw new DatasetProblem(`/stores/${name}/number`, `${number} is taken`);
    }
    ids[name] = number;
  }
  const before = draft.stores.count();
  eachNamed(stores, ({ label, parent }, name, rank) => {
    const pointer = `/stores/${name}/parent`;
    const parentId = parent === undefined ? undefined : referred(ids, parent, pointer);
    if (isItsOwnParent(stores, name)) {
      throw new DatasetProblem(pointer, 'a store cannot be a parent of its own');
    }
    const id = referred(ids, name, `/stores/${name}`);
    draft.stores.put({ id, rank: before + rank, label, parentId });
  });
  return ids;
}

function isItsOwnParent(stores: Stores, name: string): boolean {
  const seen = new Set<string>();
  for (let next: string | undefined = name; next !== undefined; next = stores[next]?.parent) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}
