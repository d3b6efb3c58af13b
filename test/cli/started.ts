import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command as a user has it: bundled, in a process of its own. */
export function buildOnce(): void {
  const { status, stderr } = spawnSync('node', ['scripts/build.js', '--if-stale'], { cwd: root });
  if (status !== 0) throw new Error(`the build failed: ${stderr.toString()}`);
}

export interface Started {
  /** Everything printed until the line `ready in N ms`. */
  readonly banner: string;
  /** The address of the control API, without its path. */
  readonly url: string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function startSosie(...flags: readonly string[]): Promise<Started> {
  const child = spawn('node', ['bin/sosie.js', 'start', ...flags], { cwd: root });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (!/^ready in \d+ ms$/m.test(printed)) return;
      const url = /(http:\/\/\S+)\/_sosie\/v1/.exec(printed)?.[1] ?? '';
      const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
        child.kill(signal);
        return ended;
      };
      resolve({ banner: printed, url, stop });
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    void ended.then((code) => reject(new Error(`exit ${String(code)}: ${complaint}`)));
  });
}
