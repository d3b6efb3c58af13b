import type { Transport } from '#client/index.ts';
import { HarnessProblem } from '../../problem.ts';

/** Where a sosie is, and how it is reached: by a port, or in the same process. */
export interface Address {
  /** Without a slash at its end. */
  readonly url: string;
  readonly transport: Transport;
  /** Opens the control API where it asks for one. */
  readonly token?: string | undefined;
}

/** The control API. What it says no to is thrown as a `ControlRefusal`. */
export interface Control {
  /** The API's table promises what is answered; each caller names the type it asked for. */
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
}

/** Why the control API does not do what it was asked. */
export class ControlRefusal extends Error {
  override readonly name = 'ControlRefusal';
  readonly status: number;
  /** Into what was sent. */
  readonly path: readonly (string | number)[];
  /** Of an action that the vendor refuses. */
  readonly failure: string | undefined;

  constructor(status: number, { detail, pointer, failure }: Problem) {
    super(detail);
    this.status = status;
    this.path = (pointer ?? '').split('/').slice(1).map(unescaped);
    this.failure = failure?.kind;
  }
}

const unescaped = (part: string): string | number =>
  /^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');

/** RFC 9457, as the control API writes it. */
interface Problem {
  readonly detail: string;
  readonly pointer?: string;
  readonly failure?: { readonly kind: string };
}

/** Real milliseconds: even a month of a busy sandbox passes sooner. */
const PATIENCE_MS = 120_000;

export function controlAt({ url, transport, token }: Address): Control {
  return {
    ask: async <T>(method: string, path: string, body?: unknown) => {
      const {
        status,
        headers,
        body: bytes,
      } = await transport({
        ...{ method, url: `${url}${path}`, signal: AbortSignal.timeout(PATIENCE_MS) },
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? '' : JSON.stringify(body),
      }).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new HarnessProblem(`no sosie at ${url}: ${why}`, { cause: error });
      });
      const type = headers['content-type'] ?? '';
      const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
      if (status === 204) return undefined as T;
      // See above: the table promises it.
      if (status < 400 && type.startsWith('application/json')) return JSON.parse(text) as T;
      if (!type.startsWith('application/problem+json')) {
        throw new HarnessProblem(`${url}: this is no sosie (it answers ${status})`);
      }
      throw new ControlRefusal(status, JSON.parse(text) as Problem);
    },
  };
}

/** A path below `/_sosie/v1` with words of the caller's own in it. */
export function below(parts: TemplateStringsArray, ...words: readonly string[]): string {
  const rest = parts.map((part, at) => `${part}${encodeURIComponent(words[at] ?? '')}`);
  return `/_sosie/v1${rest.join('')}`;
}
