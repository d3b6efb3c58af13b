import { TransportError, type Transport, type TransportRequest } from '#client/index.ts';

export const envelope = {
  environment: 'test',
  api_version: 1,
  datetime: '2026-03-04T12:00:00+01:00',
  cached: false,
  status_code: 200,
  language: 'fr',
};

/** The whole answer around a value. */
export const answered = (response: unknown): object => ({ success: true, response, ...envelope });

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text as it is, anything else as JSON. */
  readonly body: unknown;
}

export type Next = Reply | TransportError;

export interface Stub {
  readonly transport: Transport;
  /** What it was asked, oldest first. */
  readonly requests: readonly TransportRequest[];
}

/** A vendor that answers with one reply after the other, the last one again and again. */
export function stub(...replies: readonly Next[]): Stub {
  const requests: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const reply = replies[Math.min(requests.length, replies.length) - 1];
    if (!reply) throw new Error('a stub needs a reply');
    if (reply instanceof TransportError) throw reply;
    const { status = 200, headers = { 'content-type': 'application/json' }, body } = reply;
    return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
  };
  return { transport, requests };
}

export const pong: Reply = { body: answered({ message: 'pong' }) };
