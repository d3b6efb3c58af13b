import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { buildOnce, startSosie, type Started } from './started.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Following {
  /** Resolves when this much was printed, on either stream. */
  readonly seen: (what: RegExp) => Promise<string>;
  readonly ended: Promise<number | null>;
  readonly end: () => Promise<number | null>;
}

function follow(url: string, ...flags: readonly string[]): Following {
  const argv = ['bin/sosie.js', 'journal', '--follow', '--url', url, ...flags];
  const child = spawn('node', argv, { cwd: root });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let printed = '';
  const waiting = new Set<() => void>();
  const read = (chunk: Buffer): void => {
    printed += chunk.toString();
    waiting.forEach((look) => look());
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const seen = (what: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => void (what.test(printed) && resolve(printed));
      waiting.add(look);
      look();
      void ended.then((code) => reject(new Error(`exit ${String(code)}: ${printed}`)));
    });
  const end = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  open.push(end);
  return { seen, ended, end };
}

const open: (() => Promise<unknown>)[] = [];
beforeAll(buildOnce);
afterEach(async () => {
  for (const end of open.splice(0)) await end();
});

async function start(...flags: readonly string[]): Promise<Started> {
  const sosie = await startSosie(...flags);
  open.push(() => sosie.stop());
  return sosie;
}

const ping = (url: string, sandbox = 'default') => fetch(`${url}/~${sandbox}/utick/v1/ping`);

test('follow shows the newest records, then each one as it comes', async () => {
  const { url } = await start('--port', '0');
  await ping(url);
  const following = follow(url);
  await following.seen(/^default\.1 /m);
  await ping(url);
  expect(await following.seen(/^default\.2 /m)).not.toMatch(/^default\.1 [^]*^default\.1 /m);
});

test('follow --json shows one record a line', async () => {
  const { url } = await start('--port', '0');
  const following = follow(url, '--json');
  await ping(url);
  const printed = await following.seen(/\n/);
  expect(JSON.parse(printed)).toMatchObject({ id: 'default.1', operation: 'ping' });
});

test('when sosie is gone it waits, and goes on where it was once sosie is back', async () => {
  const first = await start('--port', '0');
  const following = follow(first.url);
  await ping(first.url);
  await following.seen(/^default\.1 /m);
  await first.stop();
  await following.seen(new RegExp(`^sosie: lost ${first.url}; trying again$`, 'm'));
  await start('--port', new URL(first.url).port);
  await ping(first.url);
  // The journal of the new process begins anew: its first record has not been seen.
  await following.seen(/^default\.1 [^]*^default\.1 /m);
});

test('a reset empties the journal, whose numbers go on, and so does who follows', async () => {
  const { url } = await start('--port', '0');
  const following = follow(url);
  await ping(url);
  await following.seen(/^default\.1 /m);
  await fetch(`${url}/_sosie/v1/sandboxes/default/reset`, { method: 'POST' });
  await ping(url);
  await following.seen(/^default\.1 [^]*^default\.2 /m);
});

test('when its sandbox is dropped it ends', async () => {
  const { url } = await start('--port', '0');
  const headers = { 'content-type': 'application/json' };
  const sandboxes = `${url}/_sosie/v1/sandboxes`;
  await fetch(sandboxes, { method: 'POST', headers, body: '{"name":"short"}' });
  const following = follow(url, '--sandbox', 'short');
  await ping(url, 'short');
  await following.seen(/^short\.1 /m);
  await fetch(`${sandboxes}/short`, { method: 'DELETE' });
  await following.seen(/^sosie: no sandbox "short"$/m);
  expect(await following.ended).toBe(2);
});

test('a reader who has seen enough ends it without a complaint', async () => {
  const { url } = await start('--port', '0');
  const line = `node bin/sosie.js journal --follow --url ${url} | head -n 1`;
  const piped = spawn('bash', ['-c', `set -o pipefail; ${line}`], { cwd: root });
  let printed = '';
  piped.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  piped.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise((resolve) => piped.once('close', resolve));
  // Each goes into the pipe; the second finds nobody there any more.
  const pinging = setInterval(() => void ping(url), 100);
  expect(await ended).toBe(0);
  clearInterval(pinging);
  expect(printed).toMatch(/^default\.1 .*\n$/);
});
