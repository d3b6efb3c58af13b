import { beforeAll, expect, test } from 'vitest';
import { buildOnce, startSosie } from './started.ts';

beforeAll(buildOnce);

test('start prints where each vendor is, what answers depend on, and that it is ready', async () => {
  const sosie = await startSosie('--port', '0', '--seed', '7');
  await sosie.stop();
  expect(sosie.banner).toMatch(
    /^Utick +http:\/\/127\.0\.0\.1:\d+\/utick\/v1 +public key TEST-PUBLIC-KEY, /m,
  );
  expect(sosie.banner).toMatch(/^Data +demo, seed 7, clock running$/m);
  expect(sosie.banner.trimEnd().split('\n').at(-1)).toMatch(/^ready in \d+ ms$/);
});

test('once ready it answers, and a signal ends it with exit code 0', async () => {
  const sosie = await startSosie('--port', '0');
  const health = await fetch(`${sosie.url}/_sosie/health`);
  expect(health.status).toBe(200);
  expect(await sosie.stop('SIGTERM')).toBe(0);
});

test('Ctrl-C ends it with exit code 0 too', async () => {
  const sosie = await startSosie('--port', '0');
  expect(await sosie.stop('SIGINT')).toBe(0);
});

test('a port in use is said in one line, with exit code 2', async () => {
  const sosie = await startSosie('--port', '0');
  const port = new URL(sosie.url).port;
  try {
    await expect(startSosie('--port', port)).rejects.toThrow(
      `exit 2: sosie: port ${port} is in use; choose another with --port, or 0 for a free one\n`,
    );
  } finally {
    await sosie.stop();
  }
});
