import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { ask } from '../product/ask.ts';

export interface Started {
  /** From process start to ready, as the product says. */
  readonly printedMs: number;
  /** From spawn to the first successful /_sosie/health. */
  readonly wallMs: number;
  readonly pid: number;
  readonly port: number;
}

const longestRunMs = 120_000;
const health = { method: 'GET', path: '/_sosie/health', body: '' };

/** Starts the product from a shell's point of view, looks at it, and ends it. */
export async function whileStarted<T>(
  look: (started: Started) => Promise<T> | T,
  options: readonly string[] = [],
): Promise<T> {
  buildProduct();
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, ['bin/sosie.js', 'start', '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestRunMs,
  });
  try {
    const { port, printedMs } = await printedBy(child);
    await ask(port, health);
    const wallMs = performance.now() - spawnedAt;
    return await look({ printedMs, wallMs, pid: child.pid ?? 0, port });
  } finally {
    await ended(child);
  }
}

/** What `npm start` runs first. */
function buildProduct(): void {
  try {
    execFileSync(process.execPath, ['scripts/build.js', '--if-stale'], { stdio: 'pipe' });
  } catch {
    throw new Error('the product does not build: npm run build says why');
  }
}

async function printedBy(child: ChildProcess): Promise<{ port: number; printedMs: number }> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the started product has no output to read');
  let complaint = '';
  stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  let port: number | undefined;
  for await (const line of createInterface({ input: stdout })) {
    port ??= numberIn(line, /http:\/\/127\.0\.0\.1:(\d+)/);
    const printedMs = numberIn(line, /ready in (\d+) ms/);
    if (printedMs !== undefined && port !== undefined) return { port, printedMs };
  }
  throw new Error(`sosie start never said that it is ready: ${complaint.slice(0, 300)}`);
}

function numberIn(line: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(line)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Resident memory as the operating system counts it. */
export const residentMb = (pid: number): Promise<number> => memoryMb(pid, /VmRSS:\s+(\d+) kB/);

/** The most that it ever was. */
export const peakMb = (pid: number): Promise<number> => memoryMb(pid, /VmHWM:\s+(\d+) kB/);

async function memoryMb(pid: number, line: RegExp): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = numberIn(status, line);
  if (kilobytes === undefined) throw new Error('resident memory is read from /proc: Linux only');
  return (kilobytes * 1024) / 1e6;
}
