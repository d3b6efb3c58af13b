import type { Row } from '#kernel/table-spec.ts';

/** A program that may call the API, and whose it is. */
export interface Application extends Row {
  readonly label: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly client: { readonly id: string; readonly label: string };
}

/** A scanner or a ticket printer. */
export interface Device extends Row {
  readonly label: string;
}
