import { installAgenda } from './dataset/agenda.ts';
import { installContacts } from './dataset/contacts.ts';
import { eachNamed, idsOf, referred, type DatasetMoment, type Ids } from './dataset/names.ts';
import { installOrders } from './dataset/orders.ts';
import { installPacks } from './dataset/packs.ts';
import { installPromoCodes } from './dataset/promo-codes.ts';
import { DatasetSection } from './dataset/schema.ts';
import { installStocks } from './dataset/stocks.ts';
import type { UtickDraft } from './state.ts';

/** How a data set's section becomes rows; answers the ids of what it names. */
export const dataset = {
  schema: DatasetSection,
  install: (draft: UtickDraft, section: DatasetSection, moment: DatasetMoment) => {
    const ids = idsOf(section, moment.random);
    installCallers(draft, section, ids);
    installAgenda(draft, section, { ids, moment });
    installContacts(draft, section.contacts, { ids, moment });
    installStocks(draft, section, ids);
    installPacks(draft, section.packs, ids);
    installPromoCodes(draft, section.promoCodes, { ids, moment });
    installPaymentMethods(draft, section, ids);
    return { ...ids, ...installOrders(draft, section.orders ?? {}, { ids, moment }) };
  },
};

function installCallers(draft: UtickDraft, section: DatasetSection, ids: Ids): void {
  eachNamed(section.applications, (application, name) => {
    const { label, publicKey, privateKey, client } = application;
    const id = referred(ids.applications, name, `/applications/${name}`);
    const owner = { id: client.id ?? `${id}-CLIENT`, label: client.label };
    draft.applications.put({ id, label, publicKey, privateKey, client: owner });
  });
  eachNamed(section.devices, ({ label }, name) => {
    draft.devices.put({ id: referred(ids.devices, name, `/devices/${name}`), label });
  });
  eachNamed(section.counters, ({ label }, name, rank) => {
    draft.counters.put({ id: referred(ids.counters, name, `/counters/${name}`), rank, label });
  });
}

function installPaymentMethods(draft: UtickDraft, section: DatasetSection, ids: Ids): void {
  eachNamed(section.paymentMethods, ({ label, type = 'unknown' }, name, rank) => {
    const id = referred(ids.paymentMethods, name, `/paymentMethods/${name}`);
    draft.paymentMethods.put({ id, rank, label, type, metadata: {} });
  });
}
