import { beforeAll, expect, test } from 'vitest';
import { startVerifier } from '#harness/verify/verifier.ts';
import { buildOnce } from '../cli/started.ts';

beforeAll(buildOnce, 60_000);

const url = 'http://127.0.0.1:1';
const job = { file: 'none.json', provider: 'utick', baseUrl: url, states: [], timeoutMs: 1_000 };

test('a verifier that does not start is told with what it said, now and later', async () => {
  const verifier = startVerifier({ env: { NODE_OPTIONS: '--no-such-option' }, url });
  const trouble = { kind: 'trouble', text: expect.stringMatching(/ended \(.*no-such-option/) };
  expect(await verifier.verify(job)).toEqual(trouble);
  expect(await verifier.verify(job)).toEqual(trouble);
});

test('a pact that is not there is trouble and no verdict', async () => {
  const verifier = startVerifier({ env: process.env, url });
  const reply = await verifier.verify(job);
  verifier.close();
  expect(reply).toMatchObject({ kind: 'trouble' });
});
