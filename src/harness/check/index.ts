import { checkExchange, joined, type CheckOptions, type Judged } from './check-exchange.ts';
import { readCaptured } from './read.ts';

export type { CheckOptions, Finding } from './check-exchange.ts';
export { vendorNames } from './find-operation.ts';

export interface Checked extends Judged {
  readonly exchanges: number;
}

/** Every message of a file against the contract of its operation. */
export function checkFile(file: string, text: string, options: CheckOptions): Checked {
  const captured = readCaptured(file, text);
  const judged = joined(captured.map((exchange) => checkExchange(exchange, options)));
  return { ...judged, exchanges: captured.length };
}
