import { describe, expect, test } from 'vitest';
import type { Sosie } from '#server/index.ts';
import { sosieTest } from '#server/vitest.ts';
import { signed } from '../support/utick.ts';

const seen: string[] = [];
let kept: Sosie | undefined;

/** Utick reads its parameters from the query too. */
const ping = (baseUrl: string): Promise<Response> =>
  fetch(`${baseUrl}/utick/v1/ping?${new URLSearchParams(signed(Date.now())).toString()}`);

describe('a test with a sandbox of its own', () => {
  sosieTest('calls the vendors over HTTP', async ({ sosie, sandbox, baseUrl }) => {
    kept = sosie;
    seen.push(sandbox.name);
    const response = await ping(baseUrl);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-sosie-exchange')).toBe(`${sandbox.name}.1`);
    expect(sandbox.journal.query()).toHaveLength(1);
  });

  sosieTest('sees nothing of the test before, in the same sosie', ({ sosie, sandbox }) => {
    expect(sosie).toBe(kept);
    expect(seen).not.toContain(sandbox.name);
    expect(sandbox.journal.query()).toEqual([]);
    seen.push(sandbox.name);
  });

  sosieTest('may drop its sandbox itself', async ({ sandbox }) => {
    await sandbox.drop();
  });

  sosieTest('fails when a vendor’s answer breaks its contract', ({ sosie }) => {
    expect(sosie.core.config.selfCheck).toBe('fail');
  });

  test('leaves nothing behind', () => {
    expect(kept?.core.sandboxes.names).toEqual(['default']);
    expect(seen).toHaveLength(2);
  });
});

describe('a group of tests that wants another sandbox', () => {
  sosieTest.override({
    sandboxOptions: { dataset: 'empty', seed: 7, clock: '2030-01-01T00:00:00Z' },
  });

  sosieTest('has the data, the seed and the clock it asked for', ({ sandbox, sosie }) => {
    expect(sandbox.clock.get()).toEqual({ mode: 'frozen', now: '2030-01-01T00:00:00Z' });
    expect(sandbox.data['utick']?.['stocks'] ?? {}).toEqual({});
    expect(sosie.core.sandboxes.recipe(sandbox.name)?.seed).toBe(7);
  });
});
