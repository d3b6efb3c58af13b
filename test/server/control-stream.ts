import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Sosie } from '#server/index.ts';

export interface StreamEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: unknown;
}

export interface Stream {
  /** The next event; a line that only keeps the connection alive is none. */
  readonly next: () => Promise<StreamEvent>;
  /** Reads nothing more from the socket until `resume`. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly ended: Promise<void>;
  readonly end: () => Promise<void>;
}

/** Follows a `text/event-stream` of a listening sosie. */
export async function listenTo(
  sosie: Sosie,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Stream> {
  const { url } = await sosie.listen({ port: 0 });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest(url + path, { headers, agent: false }, resolve)
      .on('error', reject)
      .end();
  });
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  const events: StreamEvent[] = [];
  let waiting: ((event: StreamEvent) => void) | undefined;
  let rest = '';
  response.setEncoding('utf8').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const event of blocks.flatMap((block) => parsed(block) ?? [])) {
      if (waiting) waiting(event);
      else events.push(event);
      waiting = undefined;
    }
  });
  const ended = new Promise<void>((resolve) => void response.once('close', resolve));
  return {
    next: async () => {
      const ready = events.shift();
      return ready ?? new Promise<StreamEvent>((resolve) => void (waiting = resolve));
    },
    pause: () => void response.pause(),
    resume: () => void response.resume(),
    ended,
    end: async () => {
      response.destroy();
      await ended;
    },
  };
}

function parsed(block: string): StreamEvent | undefined {
  const fields = block.split('\n').flatMap((line) => {
    const [, name, value] = /^(id|event|data): (.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  if (fields.length === 0) return undefined;
  const { data, ...event } = Object.fromEntries(fields) as Record<string, string>;
  return { ...event, ...(data === undefined ? {} : { data: JSON.parse(data) as unknown }) };
}
