import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the PHP program says of one thing that it tried. */
export interface Check {
  readonly check: string;
  /** Empty when all was well. */
  readonly problem: string;
}

export interface Told {
  readonly checks: readonly Check[];
  /** Why the program did not come to its end; empty when it did. */
  readonly failure: string;
}

const program = fileURLToPath(new URL('story.php', import.meta.url));
const INSTALL =
  'the story is told by PHP, which is not here: ' +
  'apt-get install -y --no-install-recommends php-cli php-curl';

/** Runs the PHP program against a Utick that listens; `base` ends in a slash. */
export async function tellStory(base: string, notBuilt: readonly string[]): Promise<Told> {
  const trouble = await missing();
  if (trouble !== '') return { checks: [], failure: trouble };
  const { code, printed, complaint } = await php([program, base, JSON.stringify(notBuilt)]);
  // The program writes each line with json_encode; what PHP itself adds is no JSON and a failure.
  const lines = printed.split('\n').filter((line) => line !== '');
  const checks = lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Check);
  const noise = lines.filter((line) => !line.startsWith('{')).join('\n');
  const failure = code === 0 ? '' : `php ended with ${String(code)}`;
  return { checks, failure: [failure, noise, complaint.trim()].filter((part) => part).join('\n') };
}

async function missing(): Promise<string> {
  const { code, printed } = await php(['-m']);
  return code === 0 && /^curl$/m.test(printed) ? '' : INSTALL;
}

interface Ended {
  readonly code: number | null;
  readonly printed: string;
  readonly complaint: string;
}

function php(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('php', ['-d', 'display_errors=stderr', ...args]);
    let [printed, complaint] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', ({ message }) => resolve({ code: null, printed, complaint: message }));
    child.once('close', (code) => resolve({ code, printed, complaint }));
  });
}
