import type { UtickDraft } from '#mocks/utick/state.ts';
import { addressOf } from './address.ts';
import { dateOf, eachNamed, referred, type DatasetMoment, type Ids } from './names.ts';
import type { DatasetSection } from './schema.ts';

export function installContacts(
  draft: UtickDraft,
  contacts: DatasetSection['contacts'],
  { ids, moment }: { readonly ids: Ids; readonly moment: DatasetMoment },
): void {
  eachNamed(contacts, (contact, name) => {
    const pointer = `/contacts/${name}`;
    const { born } = contact;
    draft.contacts.put({
      id: referred(ids.contacts, name, pointer),
      number: draft.next('contacts'),
      firstName: contact.firstName ?? '',
      lastName: contact.lastName,
      email: contact.email ?? '',
      mobilePhone: contact.mobilePhone ?? '',
      language: contact.language ?? '',
      address: addressOf(contact),
      details: {
        nationality: contact.nationality ?? '',
        bornAt: born === undefined ? undefined : dateOf(born, moment.now, `${pointer}/born`),
        companyName: contact.companyName ?? '',
        companyFunction: contact.companyFunction ?? '',
        vatNumber: contact.vatNumber ?? '',
      },
    });
  });
}
