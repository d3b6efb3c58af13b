import type { DatasetSection } from '#mocks/utick/dataset/schema.ts';

const event = { attraction: 'play', venue: 'hall', serie: 'season' };

/** A theatre with few places, so that a test can count them. */
export const smallHouse: DatasetSection = {
  applications: {
    test: {
      label: 'Test',
      publicKey: 'TEST-PUBLIC-KEY',
      privateKey: 'TEST-PRIVATE-KEY',
      client: { id: 'CLIENT', label: 'Theatre' },
    },
  },
  contacts: {
    lecomte: { firstName: 'Marianne', lastName: 'Lecomte', email: 'lecomte@example.com' },
    denis: { firstName: 'Julien', lastName: 'Denis', email: 'denis@example.com' },
    // Shares an e-mail with the one above.
    denisJunior: { firstName: 'Jules', lastName: 'Denis', email: 'denis@example.com' },
    nameless: { lastName: 'Dupont' },
  },
  paymentMethods: {
    cash: { label: 'Espèces', type: 'cash' },
    transfer: { label: 'Virement', type: 'bank-transfer' },
    mollie: { label: 'Paiement en ligne', type: 'online' },
    invoice: { label: 'Facture', type: 'invoice' },
    account: { label: 'Compte client', type: 'client-account' },
  },
  counters: { main: { label: 'Caisse principale' } },
  attractions: { play: { label: 'Hedda' } },
  venues: {
    hall: { label: 'Hall', address: 'Place du Perron 16', postalCode: '4000', city: 'LIEGE' },
  },
  series: { season: { label: 'Saison' } },
  events: {
    hedda: { ...event, starts: 'now+30d@19:00', presenting: 'Introduction', notes: 'In English' },
    edmond: { ...event, starts: 'now+45d@20:00', ends: 'now+45d@22:15' },
    visit: { ...event, starts: 'now+7d@10:00' },
  },
  timeSlots: { morning: { event: 'visit', starts: 'now+7d@10:30', ends: 'now+7d@11:15' } },
  stocks: {
    hedda: {
      label: 'HEDDA',
      event: 'hedda',
      capacity: 20,
      free: 10,
      categories: {
        single: {
          label: 'SERIE UNIQUE',
          capacity: 15,
          free: 8,
          prices: {
            full: { label: 'PLEIN TARIF', amount: 2300, max: 31 },
            duo: { label: 'DUO', amount: 2000, min: 2, max: 6, step: 2 },
            invited: { label: 'INVITATION', amount: 0 },
          },
        },
        box: { label: 'LOGE', capacity: 5, prices: { full: { label: 'LOGE', amount: 5000 } } },
      },
    },
    edmond: {
      label: 'EDMOND',
      productType: 'numbered-seat',
      event: 'edmond',
      capacity: 4,
      categories: {
        stalls: {
          label: 'PARTERRE',
          seats: { rows: ['D', 'E'], from: 10, to: 11 },
          prices: { full: { label: 'PLEIN TARIF', amount: 4000 } },
        },
      },
    },
    visit: {
      label: 'VISIT',
      productType: 'entries',
      event: 'visit',
      timeSlot: 'morning',
      capacity: 2,
      categories: {
        single: { label: 'ENTREE', prices: { full: { label: 'ADULTE', amount: 800 } } },
      },
    },
  },
};
