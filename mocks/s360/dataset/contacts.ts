import { houseNamed, type Installing } from './installing.ts';
import { eachNamed, referred } from './names.ts';

export function installContacts(installing: Installing): void {
  const { draft, section, ids, moment } = installing;
  eachNamed(section.contacts, (contact, name) => {
    const pointer = `/contacts/${name}`;
    const { balance = 0 } = contact;
    draft.contacts.put({
      id: referred(ids.contacts, name, pointer),
      institutionId: houseNamed(installing, contact.institution, `${pointer}/institution`).id,
      createdAt: moment.now,
      email: contact.email,
      login: contact.login,
      firstName: contact.firstName,
      lastName: contact.lastName,
      gender: contact.gender ?? 'unknown',
      country: contact.country ?? 'FR',
      phone: contact.phone ?? '',
      zipCode: contact.zipCode ?? '',
      hasWaitingAccount: contact.waitingAccount ?? false,
      openingBalanceMilli: balance,
      balanceMilli: balance,
    });
  });
}
