import { createSosie, type Config, type Sosie, type SosieOptions } from '#server/index.ts';
import { run } from '../../src/cli/run.ts';
import { NOON } from '../support/utick.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Types a command line; spaces separate its words, unless it is given as a list. */
export async function typed(line: string | readonly string[]): Promise<Said> {
  let [out, err] = ['', ''];
  const words = typeof line === 'string' ? line.split(' ').filter(Boolean) : line;
  const code = await run(words, {
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

export interface Desk {
  readonly sosie: Sosie;
  readonly url: string;
  /** Types a command that is about this sosie. */
  readonly type: (line: string | readonly string[]) => Promise<Said>;
  readonly close: () => Promise<void>;
}

/** A sosie that listens, its clock standing at noon, and a shell beside it. */
export async function desk(
  config: Partial<Config> = {},
  options: SosieOptions = {},
): Promise<Desk> {
  const sosie = await createSosie({ clock: NOON, config, ...options });
  const { url } = await sosie.listen({ port: 0 });
  const type: Desk['type'] = (line) =>
    typed([...(typeof line === 'string' ? line.split(' ') : line), '--url', url]);
  return { sosie, url, type, close: () => sosie.close() };
}
