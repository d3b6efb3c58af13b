import type { Exchange, MessageText } from '../report/result.ts';
import { below, type Control } from './control.ts';

/** What happened since the last look. */
export interface Happened {
  readonly exchanges: readonly Exchange[];
  /** That are no longer kept, or too many to tell. */
  readonly more: number;
}

interface JournalRecord {
  readonly id: string;
  readonly number: number;
  readonly kind: 'exchange' | 'event';
  readonly at: string;
  readonly vendor: string;
  readonly operation?: string;
  readonly outcome: string;
  readonly detail: {
    /** A fault rule asks for a failure by its word. */
    readonly failure?: { readonly kind: string; readonly failure?: string };
    readonly fault?: { readonly phase: string; readonly then: { readonly kind: string } };
    readonly defect?: string;
  };
  readonly request?: MessageText;
  readonly response?: MessageText;
}

/** More in one step than anybody reads. */
const MOST_TOLD = 100;

/** Our word for why a call was refused. */
export async function failureOf(
  control: Control,
  name: string,
  exchange: string,
): Promise<string | undefined> {
  const path = below`/sandboxes/${name}/journal/${exchange}`;
  const record = await control.ask<JournalRecord>('GET', path);
  return failureIn(record.detail);
}

const failureIn = ({ failure }: JournalRecord['detail']): string | undefined =>
  failure?.failure ?? failure?.kind;

/** Reads on from where it was before. */
export function journalReader(control: Control, name: string): () => Promise<Happened> {
  let since = 0;
  return async () => {
    const path = `${below`/sandboxes/${name}/journal`}?since=${since}&limit=${MOST_TOLD}`;
    const page = await control.ask<{ records: readonly JournalRecord[]; newest: number }>(
      'GET',
      path,
    );
    const more = page.newest - since - page.records.length;
    since = page.newest;
    return { exchanges: page.records.map(exchangeOf), more };
  };
}

function exchangeOf(record: JournalRecord): Exchange {
  const { id, kind, at, vendor, operation, outcome, detail, request, response } = record;
  const { defect, fault } = detail;
  const why =
    defect ?? (fault && `${fault.then.kind} ${fault.phase} the work`) ?? failureIn(detail);
  return {
    ...{ id, kind, at, vendor, outcome },
    ...(operation === undefined ? {} : { operation }),
    ...(why === undefined ? {} : { why }),
    ...(request && { request: messageOf(request) }),
    ...(response && { response: messageOf(response) }),
  };
}

const messageOf = ({ head, text }: MessageText): MessageText => ({ head, text });
