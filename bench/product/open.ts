import { createSosie } from '#server/index.ts';
import type { Call } from '../load/http.ts';

export type Sosie = Awaited<ReturnType<typeof createSosie>>;

/** The product as a test suite would open it: seeded, its clock standing still. */
export const openSosie = (dataset: string): Promise<Sosie> =>
  createSosie({ dataset, seed: 1, clock: 'frozen@2026-03-04T10:00:00+01:00' });

export type InProcessRequest = Parameters<Sosie['handle']>[0];

export const inProcess = ({ method, path, body, headers }: Call): InProcessRequest => ({
  method,
  url: path,
  headers: { 'content-type': 'application/json', ...headers, host: '127.0.0.1' },
  body: Buffer.from(body),
});

/** One call without a socket; `expects` is text that the right answer holds. */
export async function answerTo(
  sosie: Sosie,
  request: InProcessRequest,
  expects: string,
): Promise<string> {
  const answer = await sosie.handle(request);
  const text = 'body' in answer ? Buffer.from(answer.body).toString() : answer.kind;
  if (text.includes(expects)) return text;
  throw new Error(`expected ${expects} in the answer to ${request.url}: ${text.slice(0, 200)}`);
}

/** A free port for the few calls that need the control API, closed again afterwards. */
export async function whileListening<T>(
  sosie: Sosie,
  work: (port: number) => Promise<T>,
): Promise<T> {
  const { url, close } = await sosie.listen({ port: 0 });
  try {
    return await work(Number(new URL(url).port));
  } finally {
    await close();
  }
}
