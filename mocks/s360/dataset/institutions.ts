import type { Address, Currency } from '#mocks/s360/domain/institution.ts';
import { DEFAULT_ZONE, houseNamed, Reader, type Installing } from './installing.ts';
import { eachNamed, referred, textsOf, within } from './names.ts';

/** The demo institutions are French, and so is their money. */
const EURO: Currency = { code: 'EUR', symbol: '€', fractionDigits: 2, leastMilli: 10 };
const MOST_PLACES = 100;
const NOWHERE: Address = { street: '', zipCode: '', town: '', country: 'FR' };

/** Reads an object that names its institution. */
function readerOf(
  installing: Installing,
  { institution }: { readonly institution: string },
  pointer: string,
): Reader {
  return new Reader(
    installing,
    houseNamed(installing, institution, `${pointer}/institution`),
    pointer,
  );
}

export function installInstitutions(installing: Installing): void {
  const { draft, section, ids, moment } = installing;
  eachNamed(section.institutions, (institution, name) => {
    const { code: id, languages, address } = institution;
    const organizationId =
      institution.id ?? moment.random.fork(`institutions/${name}`).int(1_000, 9_999);
    draft.institutions.put({
      id,
      organizationId: String(organizationId),
      name: textsOf(institution.name, languages),
      zone: institution.zone ?? DEFAULT_ZONE,
      currency: EURO,
      languages,
      address,
      mostPlacesPerPerformance: institution.mostPlacesPerPerformance ?? MOST_PLACES,
    });
    draft.catalogues.put({ id, revision: 1 });
  });
  eachNamed(section.contingents, (contingent, name) => {
    const reader = readerOf(installing, contingent, `/contingents/${name}`);
    const id = referred(ids.contingents, name, reader.pointer);
    draft.contingents.put({
      id,
      institutionId: reader.house.id,
      name: reader.texts(contingent.name),
    });
  });
  installSelling(installing);
  installMoney(installing);
  installSpaces(installing);
}

function installSelling(installing: Installing): void {
  const { draft, section, ids } = installing;
  eachNamed(section.salesChannels, (channel, name) => {
    const reader = readerOf(installing, channel, `/salesChannels/${name}`);
    draft.salesChannels.put({
      id: referred(ids.salesChannels, name, reader.pointer),
      institutionId: reader.house.id,
      code: channel.code,
      name: reader.texts(channel.name),
      abandonDelay: channel.abandonDelay,
      contingentId: reader.at('contingent').id('contingents', channel.contingent),
    });
  });
  eachNamed(section.pointsOfSales, ({ code, salesChannel }, name, rank) => {
    const pointer = `/pointsOfSales/${name}`;
    const channelId = referred(ids.salesChannels, salesChannel, `${pointer}/salesChannel`);
    draft.pointsOfSales.put({
      id: referred(ids.pointsOfSales, name, pointer),
      institutionId: draft.salesChannels.get(channelId)?.institutionId ?? '',
      salesChannelId: channelId,
      rank,
      code,
    });
  });
  eachNamed(section.operators, ({ login: id, secret, pointOfSales }, name) => {
    const pointer = `/operators/${name}/pointOfSales`;
    const pointOfSalesId = referred(ids.pointsOfSales, pointOfSales, pointer);
    const institutionId = draft.pointsOfSales.get(pointOfSalesId)?.institutionId ?? '';
    draft.operators.put({ id, institutionId, pointOfSalesId, secret });
  });
}

function installMoney(installing: Installing): void {
  const { draft, section, ids } = installing;
  eachNamed(section.vatCodes, (vat, name) => {
    const { house, pointer } = readerOf(installing, vat, `/vatCodes/${name}`);
    const { code, rate, country } = vat;
    const id = referred(ids.vatCodes, name, pointer);
    draft.vatCodes.put({ id, institutionId: house.id, code, rate, country });
  });
  eachNamed(section.charges, (charge, name, rank) => {
    const reader = readerOf(installing, charge, `/charges/${name}`);
    draft.charges.put({
      id: referred(ids.charges, name, reader.pointer),
      institutionId: reader.house.id,
      rank,
      code: charge.code,
      name: reader.texts(charge.name),
      amountMilli: charge.amount,
    });
  });
  eachNamed(section.paymentMethods, (method, name, rank) => {
    const reader = readerOf(installing, method, `/paymentMethods/${name}`);
    draft.paymentMethods.put({
      id: referred(ids.paymentMethods, name, reader.pointer),
      institutionId: reader.house.id,
      rank,
      code: method.code,
      name: reader.texts(method.name),
      nature: method.nature,
      takesTooMuch: method.takesTooMuch ?? false,
    });
  });
}

function installSpaces(installing: Installing): void {
  const { draft, section, ids, moment } = installing;
  eachNamed(section.spaces, (space, name, rank) => {
    const reader = readerOf(installing, space, `/spaces/${name}`);
    const { site } = space;
    const siteId = site.id ?? moment.random.fork(`sites/${site.code}`).int(1_000, 9_999);
    draft.spaces.put({
      id: referred(ids.spaces, name, reader.pointer),
      institutionId: reader.house.id,
      rank,
      code: space.code,
      name: reader.texts(space.name),
      site: {
        id: String(siteId),
        code: site.code,
        name: reader.texts(site.name),
        address: site.address ?? NOWHERE,
      },
      areas: Object.entries(space.areas ?? {}).map(([area, { code }]) => ({
        id: reader.id('areas', within(name, area)),
        code,
      })),
    });
  });
}
