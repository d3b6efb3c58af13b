import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../tidy/sources.ts';
import type { Block } from './pages.ts';

/** Blocks that a reader types into one shell, while one sosie runs. */
export interface Session {
  /** How the page starts it; without it as `npm start` does. */
  readonly start?: Block;
  readonly commands: readonly Block[];
}

/** What a block printed, both streams together. */
export interface Printed {
  readonly block: Block;
  readonly text: string;
}

/** What a clean checkout is for, and what a container engine is for. */
const elsewhere: readonly string[] = ['fresh-clone', 'docker'];

/** A block that starts a sosie begins a session of its own. */
export function sessionsOf(blocks: readonly Block[]): readonly Session[] {
  const sessions: { start?: Block; commands: Block[] }[] = [{ commands: [] }];
  for (const block of blocks) {
    if (block.language !== 'sh' || elsewhere.includes(block.note)) continue;
    if (block.note === 'start') sessions.push({ start: block, commands: [] });
    else sessions.at(-1)?.commands.push(block);
  }
  return sessions.filter(({ start, commands }) => start !== undefined || commands.length > 0);
}

/** Plays a session in a folder of its own, on free ports, and tells them as the page does. */
export async function play({ start, commands }: Session, cwd: string): Promise<readonly Printed[]> {
  const page = [start, ...commands].map((block) => block?.text ?? '').join('\n');
  const ports = await freePorts(['4360', ...(page.match(DOCUMENTED_PORT) ?? [])]);
  const flags = start ? flagsOf(ports.used(start.text)) : [];
  const sosie = await startSosie(['--port', ports.used('4360'), ...flags], cwd);
  try {
    const texts = await runInShell(
      commands.map(({ text }) => ports.used(text)),
      { cwd, env: { SOSIE_URL: `http://127.0.0.1:${ports.used('4360')}` } },
    );
    return [
      ...(start ? [{ block: start, text: ports.shown(sosie.banner) }] : []),
      ...commands.map((block, at) => ({ block, text: ports.shown(texts[at] ?? 'never ran') })),
    ];
  } finally {
    await sosie.stop();
  }
}

const DOCUMENTED_PORT = /\b43[67]\d\b/g;

interface Ports {
  /** A text of the page with the ports of this run. */
  readonly used: (text: string) => string;
  /** A text of this run with the ports of the page. */
  readonly shown: (text: string) => string;
}

async function freePorts(documented: readonly string[]): Promise<Ports> {
  const names = [...new Set(documented)];
  // All are held at once, so that no two are the same.
  const held = await Promise.all(names.map(holdPort));
  const pairs = names.map((name, at): [string, string] => [name, String(held[at]?.port)]);
  await Promise.all(held.map(({ release }) => release()));
  return {
    used: (text) => pairs.reduce((now, [name, free]) => now.replaceAll(name, free), text),
    shown: (text) => pairs.reduce((now, [name, free]) => now.replaceAll(free, name), text),
  };
}

async function holdPort(): Promise<{ port: number; release: () => Promise<unknown> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was asked for');
  const release = (): Promise<unknown> => once(server.close(), 'close');
  return { port: address.port, release };
}

function flagsOf(command: string): readonly string[] {
  const flags = /^npm start -- (.+)$/.exec(command.trim())?.[1];
  if (flags === undefined) throw new Error(`no way to start a sosie: ${command}`);
  return flags.split(' ');
}

interface Started {
  readonly banner: string;
  readonly stop: () => Promise<unknown>;
}

/** `npm start` without npm, from the page's folder, so that it finds the files made there. */
async function startSosie(flags: readonly string[], cwd: string): Promise<Started> {
  const child = spawn('node', [join(root, 'bin/sosie.js'), 'start', ...flags], { cwd });
  const ended = once(child, 'close');
  const banner = await printedUntil(child, /^ready in \d+ ms\n/m);
  const stop = (): Promise<unknown> => {
    child.kill('SIGTERM');
    return ended;
  };
  return { banner, stop };
}

function printedUntil(child: ChildProcess, last: RegExp): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (last.test(printed)) resolve(printed);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(`sosie ended: ${printed}`)));
  });
}

const MARK = '-- next block --\n';

/** `npx sosie` is the one of this repository, as it is for a reader in a clone. */
const NPX = `npx() { shift; node '${join(root, 'bin/sosie.js')}' "$@"; }`;

interface Shell {
  readonly cwd: string;
  /** Beside what this process has. */
  readonly env?: Readonly<Record<string, string>>;
  /** @default 120_000 */
  readonly timeoutMs?: number;
}

/** One shell for all: variables and functions live on, and the first that fails is the last. */
export async function runInShell(
  blocks: readonly string[],
  { cwd, env = {}, timeoutMs: timeout = 120_000 }: Shell,
): Promise<readonly string[]> {
  const parts = blocks.map((text) => `printf -- '${MARK.trim()}\\n'\n${text}`);
  const script = `exec 2>&1\nset -eo pipefail\n${NPX}\n${parts.join('\n')}`;
  const child = spawn('bash', ['-c', script], { cwd, env: { ...process.env, ...env }, timeout });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [status] = await once(child, 'close');
  const texts = printed.replaceAll('\r', '').split(MARK).slice(1);
  if (status === 0) return texts;
  throw new Error(`exit ${String(status)} of:\n${blocks[texts.length - 1]}\n${texts.at(-1)}`);
}
