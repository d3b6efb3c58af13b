import { Agent, request } from 'node:http';
import { expect, test } from 'vitest';
import { createSosie, type Sosie } from '#server/index.ts';
import { NOON, signed, stockNamed, utick, wish } from '../support/utick.ts';

const BUYERS = 64;
const ROUNDS = 200;

const post = (agent: Agent, url: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    call.on('error', reject);
    call.end(body);
  });

/** Sells all but one place, so that the next buyer gets the last. */
async function leaveOne(sosie: Sosie, name: string): Promise<string> {
  const stockid = stockNamed(sosie, 'reading', name);
  const one = await wish(sosie, stockid, 1, name);
  const path = 'shop/products';
  await utick(sosie, { method: 'POST', path, fields: { requests: [one] }, sandbox: name });
  return JSON.stringify({ ...signed(), requests: [one] });
}

test(`${BUYERS} buyers of the last seat over real sockets: one gets it, ${ROUNDS} times`, async () => {
  const sosie = await createSosie({ clock: NOON });
  const { url, close } = await sosie.listen({ port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: BUYERS });
  for (let round = 0; round < ROUNDS; round += 1) {
    const name = `round-${round}`;
    const sandbox = await sosie.sandboxes.create({ name, clock: NOON });
    const body = await leaveOne(sosie, name);
    const target = `${url}/~${name}/utick/v1/shop/products//`;
    const answers = await Promise.all(
      Array.from({ length: BUYERS }, () => post(agent, target, body)),
    );
    const counts = answers.map(
      (text) => (JSON.parse(text) as { response: unknown[] }).response.length,
    );
    expect(counts.filter((count) => count === 1)).toHaveLength(1);
    expect(counts.filter((count) => count === 0)).toHaveLength(BUYERS - 1);
    await sandbox.drop();
  }
  agent.destroy();
  await close();
  await sosie.close();
}, 60_000);
