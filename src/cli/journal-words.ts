import type { ReadableRecord } from '#server/control/journal.ts';
import { printable } from './columns.ts';

type Body = NonNullable<ReadableRecord['request']>;

/** Wide enough for most, so that the lines of a journal that goes on stand below one another. */
const widths = [12, 20, 6, 18, 9, 3] as const;

/** One line: id, time, vendor, operation, outcome, status, what it was about, why it ended so. */
export function lineOf(record: ReadableRecord): string {
  const { id, at, vendor, operation, outcome, request, response, entities, detail } = record;
  const status = /^\d+/.exec(response?.head ?? '')?.[0];
  const cells = [id, at, vendor, operation, outcome, status].map((cell, column) =>
    (cell || '-').padEnd(widths[column] ?? 0),
  );
  const about = request?.head ?? entities[0];
  return printable([...cells, about, whyOf(detail)].filter(Boolean).join('  '));
}

/** The vendor's failure, the fault that struck, or what is wrong with the double. */
function whyOf(detail: ReadableRecord['detail']): string | undefined {
  // The journal writes these facts; `JournalFacts` does not name them.
  const { failure, fault, defect } = detail as {
    readonly failure?: { readonly kind: string };
    readonly fault?: { readonly then: { readonly kind: string }; readonly phase: string };
    readonly defect?: string;
  };
  return defect ?? (fault && `${fault.then.kind} ${fault.phase}`) ?? failure?.kind;
}

/** Everything there is: the line, both messages, and what the journal knows beside them. */
export function wholeInWords(record: ReadableRecord): string {
  const { request, response, detail } = record;
  const parts = [
    lineOf(record),
    ...[request, response].flatMap((body) => (body ? inWords(body) : [])),
  ];
  return [...parts, JSON.stringify(detail, null, 2)].join('\n\n');
}

function inWords({ head, text, bytes, hash }: Body): string {
  const rest = hash === undefined ? '' : `(${bytes} bytes in all, ${hash})`;
  return [printable(head), pretty(text), rest].filter(Boolean).join('\n');
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text.split('\n').map(printable).join('\n');
  }
}
