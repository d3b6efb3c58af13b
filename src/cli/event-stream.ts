import type { IncomingMessage } from 'node:http';

export interface StreamEvent {
  readonly event: string;
  /** What to go on from. */
  readonly id: number;
  readonly data: unknown;
}

/**
 * The events of a `text/event-stream` that sosie writes; a line that only keeps it alive is none.
 * It ends with the stream, however that ended: who follows it asks again.
 */
export async function* eventsOf(response: IncomingMessage): AsyncGenerator<StreamEvent> {
  let rest = '';
  try {
    // Its encoding is set: it gives text.
    for await (const chunk of response as AsyncIterable<string>) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      yield* blocks.flatMap((block) => parsed(block) ?? []);
    }
  } catch (error) {
    if (!isCut(error)) throw error;
  }
}

const isCut = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET';

function parsed(block: string): StreamEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return undefined;
  return {
    event: fields.get('event') ?? 'message',
    id: Number(fields.get('id')),
    data: JSON.parse(data) as unknown,
  };
}
