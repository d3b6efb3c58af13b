import type { Comparison, Exchange, Trouble } from '../report/result.ts';

/** What came of a step: checked, found wrong, left unchecked, saved. */
export interface Outcome {
  readonly checks: readonly string[];
  readonly unchecked: readonly string[];
  readonly troubles: readonly Trouble[];
  readonly comparison?: Comparison;
  readonly saved: Readonly<Record<string, unknown>>;
  /** Where there is no journal to read them from. */
  readonly exchanges?: readonly Exchange[];
}

export const NOTHING: Outcome = { checks: [], unchecked: [], troubles: [], saved: {} };

export const found = (...troubles: readonly Trouble[]): Outcome => ({ ...NOTHING, troubles });
export const checked = (...checks: readonly string[]): Outcome => ({ ...NOTHING, checks });

/** All together; what was compared first is what is shown. */
export function joined(outcomes: readonly Outcome[]): Outcome {
  const comparison = outcomes.find((outcome) => outcome.comparison)?.comparison;
  const exchanges = outcomes.flatMap((outcome) => outcome.exchanges ?? []);
  return {
    checks: outcomes.flatMap(({ checks }) => checks),
    unchecked: outcomes.flatMap(({ unchecked }) => unchecked),
    troubles: outcomes.flatMap(({ troubles }) => troubles),
    saved: Object.assign({}, ...outcomes.map(({ saved }) => saved)) as Outcome['saved'],
    ...(comparison && { comparison }),
    ...(exchanges.length === 0 ? {} : { exchanges }),
  };
}
