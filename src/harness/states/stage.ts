import type { Signing } from './steps.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Where a state is built. What cannot be done there, or is refused, throws a `StateProblem`. */
export interface Stage {
  /** By vendor and kind, names and ids: `data.utick.stocks.hedda`. */
  readonly data: unknown;
  /** A call of the vendor (`utick.getStock`); its answer, a list under the plural of its items. */
  call(operation: string, message: Values): Promise<unknown>;
  /** What happens behind a vendor's counter (`utick/refund`). */
  act(action: string, parameters: Values): Promise<void>;
  /** What a call signed now carries. */
  sign(how: Signing): Values;
}
