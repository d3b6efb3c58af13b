import type { Body, Exchange } from './captured.ts';

export type Path = readonly string[];
export type Members = Readonly<Record<string, unknown>>;

/** One way to write an exchange down. */
export interface Shape {
  /** Undefined when this is written in another way. */
  readonly read: (item: Members) => Exchange | undefined;
  /** Where in the item a place of the exchange stands: `/response/body/id` in its parts. */
  readonly inItem: (parts: Path) => Path;
}

/** `{ request: { method, url, body }, response: { status, body } }`, as the samples have it. */
export const plainShape: Shape = {
  read: ({ request, response }) => {
    const { method, url, body = '' } = membersOf(request);
    const { status, body: answered } = membersOf(response);
    if (typeof method !== 'string' || typeof url !== 'string') return undefined;
    return {
      ...{ method, url, masked: false, page: false, request: bodyOf(body) },
      response: typeof status === 'number' ? { status, body: bodyOf(answered) } : undefined,
    };
  },
  inItem: (parts) => parts,
};

const bodyOf = (body: unknown): Body => {
  if (body === undefined) return { kind: 'not-kept', why: 'no body is written down' };
  return typeof body === 'string' ? { kind: 'text', text: body } : { kind: 'value', value: body };
};

/** An entry of an HTTP archive: HAR 1.2. */
export const archiveShape: Shape = {
  read: ({ request, response }) => {
    const { method, url, postData } = membersOf(request);
    const { status, content } = membersOf(response);
    if (typeof method !== 'string' || typeof url !== 'string') return undefined;
    const sent = membersOf(postData)['text'] ?? '';
    // An answer that never came has the status 0.
    const isAnswered = typeof status === 'number' && status > 0;
    return {
      ...{ method, url, masked: false, page: false, request: bodyOf(sent) },
      response: isAnswered ? { status, body: contentOf(membersOf(content)) } : undefined,
    };
  },
  inItem: ([side = '', what, ...rest]) => {
    if (what !== 'body') return [side, what ?? '', ...rest];
    return side === 'request' ? [side, 'postData', 'text'] : [side, 'content', 'text'];
  },
};

function contentOf({ text, encoding }: Members): Body {
  if (typeof text !== 'string') return { kind: 'not-kept', why: 'the archive has no text of it' };
  const isCoded = encoding === 'base64';
  return { kind: 'text', text: isCoded ? Buffer.from(text, 'base64').toString() : text };
}

/** A record of sosie's journal. */
export const journalShape: Shape = {
  read: ({ request, response, outcome }) => {
    const { head, text, hash } = membersOf(request);
    const answer = membersOf(response);
    if (typeof head !== 'string' || typeof text !== 'string') return undefined;
    const [method = '', url = ''] = head.split(' ');
    const status = parseInt(String(answer['head']), 10);
    const sent = keptOf(text, hash);
    return {
      ...{ method, url: url.replace(/\?…$/, ''), request: sent, masked: true },
      page: sent.kind === 'not-kept' && outcome !== 'unmatched',
      response: Number.isNaN(status) ? undefined : { status, body: answeredOf(answer, outcome) },
    };
  },
  inItem: ([side = '', what]) => [side, what === 'body' ? 'text' : 'head'],
};

function answeredOf({ text, hash }: Members, outcome: unknown): Body {
  if (outcome === 'fault') return { kind: 'not-kept', why: 'a fault rule made this answer' };
  if (outcome === 'defect') return { kind: 'not-kept', why: 'a defect of the double' };
  return keptOf(String(text), hash);
}

const keptOf = (text: string, hash: unknown): Body =>
  hash === undefined
    ? { kind: 'text', text }
    : { kind: 'not-kept', why: 'the journal keeps only its length and hash' };

export function membersOf(value: unknown): Members {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Members) : {};
}
