import { DatasetProblem } from '#kit/dataset-problem.ts';
import { installOffers } from './dataset/offers.ts';
import { installPersons } from './dataset/persons.ts';
import { eachNamed, type DatasetMoment } from './dataset/names.ts';
import { DatasetSection } from './dataset/schema.ts';
import { installStores } from './dataset/stores.ts';
import { installTransactions } from './dataset/transactions.ts';
import type { WsoneDraft } from './state.ts';

/** How a data set's section becomes rows; answers the ids of what it names. */
export const dataset = {
  schema: DatasetSection,
  install: (draft: WsoneDraft, section: DatasetSection, moment: DatasetMoment) => {
    eachNamed(section.clients, ({ username, password, label = username }) => {
      draft.clients.put({ id: username, password, label });
    });
    const stores = installStores(draft, section);
    eachNamed(section.subscriptions, (kind) => {
      draft.subscriptionKinds.put(kind);
    });
    const offerDefinitions = installOffers(draft, section);
    installForms(draft, section);
    const names = installPersons(draft, section, { ids: { stores, offerDefinitions }, moment });
    const placing = { stores, persons: names.persons, moment };
    const transactions = installTransactions(draft, section.transactions, placing);
    goOnFrom(draft, section.next);
    return { stores, offerDefinitions, ...names, transactions };
  },
};

function installForms(draft: WsoneDraft, section: DatasetSection): void {
  const before = draft.forms.count();
  eachNamed(section.forms, ({ label, questions }, id, rank) => {
    const asked = Object.entries(questions).map(([question, words]) => ({
      id: question,
      label: words,
    }));
    draft.forms.put({ id, rank: before + rank, label, questions: asked });
  });
}

/** Counts up to the number before the one that is to come next. */
function goOnFrom(draft: WsoneDraft, { transaction }: DatasetSection['next'] = {}): void {
  if (transaction === undefined) return;
  let last = draft.next('transactions');
  if (last >= transaction) {
    throw new DatasetProblem('/next/transaction', `${last} comes next already`);
  }
  while (last < transaction - 1) last = draft.next('transactions');
}
