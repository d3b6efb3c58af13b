import type { EntityDetailsResponse } from '#contracts/wsone/index.ts';
import { listParents, listStores } from '#mocks/wsone/domain/store-behaviours.ts';
import type { Store } from '#mocks/wsone/domain/store.ts';
import { storeNumber } from './commands.ts';
import { askingStore } from './person-commands.ts';
import { as, type WsoneWiring } from './wiring.ts';

const storeMessage = ({ id, label }: Store): EntityDetailsResponse => ({
  entityIdentifier: id,
  label,
});

const said = (stores: readonly Store[]) => ({ EntityResponse: stores.map(storeMessage) });

export const stores: Pick<WsoneWiring, 'getEntities' | 'getEntityParents'> = {
  getEntities: (draft, { message }, env) => {
    const parentId = askingStore(message);
    return parentId.ok ? as(listStores(draft, { parentId: parentId.value }, env), said) : parentId;
  },

  getEntityParents: (draft, { message }, env) => {
    const id = storeNumber(message.EntityRequest, '/EntityRequest');
    return id.ok ? as(listParents(draft, { id: id.value }, env), said) : id;
  },
};
