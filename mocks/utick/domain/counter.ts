import type { Row } from '#kernel/table-spec.ts';

/** A desk where tickets are sold: “Caisse principale”. */
export interface Counter extends Row {
  /** Place in lists. */
  readonly rank: number;
  readonly label: string;
}
