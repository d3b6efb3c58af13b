import { monext } from '#mocks/monext/index.ts';

/** Monext without the others: it is not among the vendors that are served yet. */
export const MONEXT = {
  modules: [monext],
  dataset: 'test/support/monext.yaml',
} as const;
