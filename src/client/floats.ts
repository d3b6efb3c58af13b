import type { Call } from './dialect.ts';
import { MessageError } from './errors/message-error.ts';

/** Throws where a message has a float: of `37.56` it holds something near it only. */
export function assertNoFloats({ vendor, name, message }: Call): void {
  const found = floatIn(message, '');
  if (!found) return;
  const why = `is the float ${found.value}: write it as a text, “${found.value}”`;
  throw new MessageError({ vendor, operation: name, field: found.field, why });
}

interface Float {
  /** `ReceiptRequest.allTaxesIncludedAmount` */
  readonly field: string;
  readonly value: number;
}

function floatIn(value: unknown, field: string): Float | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? undefined : { field, value };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = floatIn(member, field === '' ? key : `${field}.${key}`);
    if (found) return found;
  }
  return undefined;
}
