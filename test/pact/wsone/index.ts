import { creations } from './creations.ts';
import { forms } from './forms.ts';
import { identifiers } from './identifiers.ts';
import type { Agreement } from './partner.ts';
import { personOffers } from './person-offers.ts';
import { personRefusals } from './person-refusals.ts';
import { persons } from './persons.ts';
import { refusals } from './refusals.ts';
import { stores } from './stores.ts';
import { transactions } from './transactions.ts';

/** All that the client and WsOne agree on. */
export const agreements: readonly Agreement[] = [
  ...creations,
  ...identifiers,
  ...persons,
  ...personOffers,
  ...forms,
  ...stores,
  ...personRefusals,
  ...transactions,
  ...refusals,
];
