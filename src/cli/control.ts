import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Target } from '#server/config/index.ts';
import { noAnswer, refusalOf } from './refusals.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The control API of a running sosie, over HTTP. What it says no to is thrown as one line. */
export interface Control {
  readonly url: string;
  /** The API's table promises what is answered; each caller names the type it asked for. */
  ask<T>(method: Method, path: string, body?: unknown): Promise<T>;
  /** An answer that goes on for as long as somebody reads it. */
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<IncomingMessage>;
}

export function controlOf(target: Target): Control {
  return {
    url: target.url,
    ask: async <T>(method: Method, path: string, body?: unknown) => {
      const response = await send(target, { method, path, body });
      const text = await textOf(target, response);
      if (response.statusCode === 204) return undefined as T;
      // See above: the table promises it.
      return parsed(target, response, text) as T;
    },
    open: async (path, headers = {}) => {
      const response = await send(target, { method: 'GET', path, headers });
      if (response.statusCode !== 200) parsed(target, response, await textOf(target, response));
      return response.setEncoding('utf8');
    },
  };
}

/** A path below `/_sosie/v1` with words of the caller's own in it. */
export function below(parts: TemplateStringsArray, ...words: readonly string[]): string {
  const rest = parts.map((part, at) => `${part}${encodeURIComponent(words[at] ?? '')}`);
  return `/_sosie/v1${rest.join('')}`;
}

/** `?limit=5&vendor=utick`, of what is given. */
export function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}

interface Asked {
  readonly method: Method;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function send(target: Target, { method, path, headers, body }: Asked): Promise<IncomingMessage> {
  const base = new URL(target.url);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const options: RequestOptions = {
    // A URL would rewrite the path: `..` is a name like any other.
    hostname: base.hostname.replace(/^\[|\]$/g, ''),
    port: base.port,
    path: base.pathname.replace(/\/$/, '') + path,
    method,
    agent: false,
    headers: {
      ...headers,
      ...(target.token === undefined ? {} : { authorization: `Bearer ${target.token}` }),
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    },
  };
  return new Promise((resolve, reject) => {
    const request = base.protocol === 'https:' ? httpsRequest : httpRequest;
    request(options, resolve)
      .on('error', (error) => reject(noAnswer(target, error)))
      .end(text);
  });
}

async function textOf(target: Target, response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    // Without an encoding a response gives its bytes.
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch (error) {
    // It was cut short; node throws nothing else here.
    throw noAnswer(target, error as Error);
  }
  return Buffer.concat(chunks).toString();
}

function parsed(target: Target, response: IncomingMessage, text: string): unknown {
  const { statusCode: status = 0, headers } = response;
  const type = headers['content-type'] ?? '';
  if (status < 400 && type.startsWith('application/json')) return JSON.parse(text) as unknown;
  throw refusalOf(target, { status, type, text });
}
