import type { DatasetSection } from '#mocks/utick/dataset/schema.ts';
import { smallHouse } from './small-house.ts';

const { edmond, ...others } = smallHouse.stocks ?? {};
if (!edmond) throw new Error('the small house plays Edmond');

const stalls = edmond.categories['stalls'];
if (!stalls) throw new Error('Edmond has stalls');

/** The small house with promo codes, packs and more numbered seats. */
export const offersHouse: DatasetSection = {
  ...smallHouse,
  stocks: {
    ...others,
    edmond: {
      ...edmond,
      capacity: 8,
      categories: {
        stalls: {
          ...stalls,
          seats: { rows: ['D', 'E'], from: 10, to: 13 },
          prices: {
            full: { label: 'PLEIN TARIF', amount: 4000 },
            friends: { label: 'AMIS', amount: 1500, hidden: true },
          },
        },
      },
    },
    poster: {
      label: 'AFFICHE',
      capacity: 5,
      categories: { single: { label: 'A', prices: { full: { label: 'A', amount: 500 } } } },
    },
    pack: {
      label: 'PACK',
      productType: 'pack',
      pack: 'duo',
      capacity: 20,
      categories: { single: { label: 'P', prices: { full: { label: 'PACK', amount: 1000 } } } },
    },
    subscription: {
      label: 'ABONNEMENT',
      productType: 'subscription',
      pack: 'season',
      capacity: 20,
      categories: { single: { label: 'S', prices: { full: { label: 'ABO', amount: 6000 } } } },
    },
  },
  packs: {
    duo: {
      label: 'Duo',
      type: 'passport',
      min: 1,
      max: 2,
      sets: {
        plays: {
          label: 'Pièces',
          min: 1,
          max: 1,
          stocks: { hedda: { single_full: 1500 }, edmond: {} },
        },
        visits: { label: 'Visites', stocks: { visit: {} } },
      },
    },
    season: { label: 'Saison', published: false },
  },
  promoCodes: {
    ten: {
      label: 'TEN',
      description: '10 % off',
      message: 'Thank you',
      starts: 'now-1d',
      ends: 'now+10d',
      uses: 5,
      free: 3,
      percentage: 1000,
      stocks: ['hedda', 'edmond'],
    },
    fiver: { label: 'FIVER', starts: 'now-1d', uses: 100, value: 500, stocks: ['hedda'] },
    both: {
      label: 'BOTH',
      starts: 'now-1d',
      uses: 100,
      percentage: 2000,
      value: 100,
      stocks: ['hedda'],
      category: 'hedda_single',
    },
    later: { label: 'LATER', starts: 'now+1d', uses: 9, percentage: 5000, stocks: ['hedda'] },
    past: {
      label: 'PAST',
      starts: 'now-9d',
      ends: 'now-1d',
      uses: 9,
      percentage: 5000,
      stocks: ['hedda'],
    },
    usedUp: {
      label: 'USED',
      starts: 'now-1d',
      uses: 9,
      free: 0,
      percentage: 5000,
      stocks: ['hedda'],
    },
    friends: { label: 'FRIENDS', starts: 'now-1d', uses: 2, reveals: true, stocks: ['edmond'] },
  },
  counters: { main: { label: 'Caisse principale' }, foyer: { label: 'Caisse du foyer' } },
};
