import type { Call } from './dialect.ts';
import { MessageError } from './errors/message-error.ts';

export interface Placed {
  readonly path: string;
  /** What of the message is not in the path. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Puts the fields of a message that the path names into it. */
export function placed({ vendor, name, operation, message }: Call): Placed {
  const taken = new Set<string>();
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    taken.add(field);
    const why = whyNoSegment(message[field]);
    if (why !== undefined) throw new MessageError({ vendor, operation: name, field, why });
    return encodeURIComponent(String(message[field]));
  });
  const rest = Object.entries(message).filter(([field]) => !taken.has(field));
  return { path, rest: Object.fromEntries(rest) };
}

/**
 * Without its id a path means something else: `DELETE /products/` empties the order. So do `.` and
 * `..`, which whatever passes a URL on resolves.
 */
function whyNoSegment(value: unknown): string | undefined {
  if (value === undefined) return 'is missing: it is part of the path';
  if (typeof value !== 'string' && typeof value !== 'number')
    return 'is no text: it is part of the path';
  if (value === '') return 'is empty: it is part of the path';
  return value === '.' || value === '..' ? `is ${value}, which is no id` : undefined;
}
