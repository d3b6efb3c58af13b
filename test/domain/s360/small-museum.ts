import type { DatasetSection } from '#mocks/s360/dataset/schema.ts';

const own = { institution: 'museum' };

/** A museum with few places, so that a test can fill it. */
export const smallMuseum: DatasetSection = {
  institutions: {
    museum: {
      code: 'TINY',
      name: 'Petit musée',
      languages: ['fr'],
      address: { street: '1 rue Haute', zipCode: '75001', town: 'Paris', country: 'FR' },
    },
  },
  operators: { b2c: { login: 'TINY_B2C', secret: 'SECRET', pointOfSales: 'web' } },
  contingents: { online: { ...own, name: 'En ligne' } },
  salesChannels: {
    web: { ...own, code: 'WEB', name: 'Web', abandonDelay: 20, contingent: 'online' },
    desk: { ...own, code: 'DESK', name: 'Guichet', abandonDelay: 5, contingent: 'online' },
  },
  pointsOfSales: {
    web: { salesChannel: 'web', code: 'WEB' },
    desk: { salesChannel: 'desk', code: 'DESK' },
  },
  charges: { fee: { ...own, code: 'FEE', name: 'Frais', amount: 1500 } },
  paymentMethods: {
    card: { ...own, code: 'CARD', name: 'Carte', nature: 'card' },
    account: { ...own, code: 'ACC', name: 'Compte', nature: 'waiting-account' },
    cash: { ...own, code: 'CASH', name: 'Espèces', nature: 'cash', takesTooMuch: true },
    manual: { ...own, code: 'MAN', name: 'Chèque', nature: 'manual' },
  },
  spaces: {
    hall: {
      ...own,
      code: 'HALL',
      name: 'Salle',
      site: { code: 'TINY', name: 'Petit musée' },
      areas: { left: { code: 'L' }, right: { code: 'R' } },
    },
  },
  seasons: {
    season: {
      ...own,
      code: 'S',
      name: 'Saison',
      starts: 'now-1mo',
      ends: 'now+6mo',
      audiences: {
        all: {
          code: 'ALL',
          name: 'Tous',
          subCategories: {
            adult: { code: 'A', name: 'Adulte' },
            child: { code: 'C', name: 'Enfant', kind: 'reduced' },
          },
        },
      },
    },
  },
  products: {
    pass: {
      season: 'season',
      code: 'PASS',
      family: 'pass',
      name: 'Pass',
      space: 'hall',
      validMonths: 12,
      prices: { adult: 17000, child: 9000 },
    },
    guide: {
      season: 'season',
      code: 'GUIDE',
      family: 'service',
      name: 'Audioguide',
      space: 'hall',
      charge: 'fee',
      units: { online: 6 },
      prices: { adult: 5000 },
    },
    visit: {
      season: 'season',
      code: 'VISIT',
      family: 'single-entry',
      name: 'Visite',
      space: 'hall',
      performances: {
        morning: {
          starts: 'now+7d@10:00',
          seatCategories: {
            free: {
              code: 'FREE',
              name: 'Libre',
              areas: ['left', 'right'],
              places: { online: 7 },
              prices: { adult: 12000, child: 6000 },
            },
          },
        },
      },
    },
    concert: {
      season: 'season',
      code: 'CONCERT',
      family: 'single-entry',
      name: 'Concert',
      space: 'hall',
      performances: {
        evening: {
          starts: 'now+8d@20:00',
          seatCategories: {
            stalls: {
              code: 'ST',
              name: 'Parterre',
              contingent: 'online',
              seats: { rows: ['A', 'B'], perRow: 4, area: 'left' },
              prices: { adult: 30000, child: 15000 },
            },
          },
        },
      },
    },
  },
  contacts: {
    visitor: { ...own, firstName: 'Ana', lastName: 'Roy', email: 'ana@example.com' },
    agency: {
      ...own,
      firstName: 'Max',
      lastName: 'Noir',
      email: 'max@example.com',
      waitingAccount: true,
      balance: -5000,
    },
  },
};
