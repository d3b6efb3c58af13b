import type { Row } from '#kernel/table-spec.ts';

/** A system that may call: a till, a shop. Its id is its user name. */
export interface Client extends Row {
  readonly password: string;
  readonly label: string;
}
