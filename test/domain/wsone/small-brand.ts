import type { DatasetSection } from '#mocks/wsone/dataset/schema.ts';

/** Two shops of one brand, a shop of another; customers who are told apart by little. */
export const smallBrand: DatasetSection = {
  stores: {
    group: { number: '100000', label: 'Groupe' },
    brand: { number: '111111', label: 'Enseigne', parent: 'group' },
    shop: { number: '666666', label: 'Boutique', parent: 'brand' },
    web: { number: '123456', label: 'En ligne', parent: 'brand' },
    other: { number: '777777', label: 'Autre enseigne' },
  },
  subscriptions: { wallet: { id: '30', label: 'WALLET' }, letter: { id: '31', label: 'LETTER' } },
  offers: {
    welcome: { id: 'WELCOME', name: 'BIENVENUE', amount: 500, minimum: 3000, welcome: true },
    cheque: { id: 'CHEQUE', name: 'CHEQUE', amount: 1500, tier: 450, days: 90 },
    bigCheque: { id: 'BIG', name: 'GROS CHEQUE', amount: 4000, tier: 1000 },
    tenPercent: { id: 'TEN', name: 'DIX', percentage: 1000 },
  },
  persons: {
    lefevre: {
      groupeId: '1',
      store: 'shop',
      title: 1,
      firstName: 'Éric',
      lastName: 'Lefèvre',
      born: '1980-01-02',
      email: 'Eric.Lefevre@example.com',
      cellPhone: '06 00 00 00 01',
      address: '1 rue Haute',
      postalCode: '33000',
      city: 'Bordeaux',
      subscriptions: [{ id: '30', label: 'WALLET' }],
      identifiers: [
        { value: '2900000000001' },
        { type: 10, value: 'Eric.Lefevre@example.com' },
        { value: '2900000000002', status: 'replaced' },
        { value: '2900000000003', status: 'blocked' },
      ],
      points: 500,
      visits: 3,
    },
    lefevreSon: {
      groupeId: '2',
      store: 'web',
      title: 1,
      firstName: 'Eric',
      lastName: 'LEFEVRE',
      born: '2005-06-07',
      email: 'eric@example.com',
      cellPhone: '+33 6 00 00 00 02',
      city: 'BORDEAUX',
      identifiers: [{ value: '2900000000004' }],
      points: 449,
    },
    lefevreAnne: {
      groupeId: '3',
      store: 'shop',
      title: 2,
      firstName: 'Anne',
      lastName: 'Lefevre',
      email: 'eric@example.com',
    },
  },
  freeIdentifiers: {
    stock: { value: '2900000000090' },
    lost: { value: '2900000000091', status: 'blocked' },
  },
  forms: {
    tastes: { label: 'Goûts', questions: { genre: 'Quel genre ?', letter: 'La lettre ?' } },
    sizes: { label: 'Tailles', questions: { shoe: 'Pointure ?' } },
  },
};
