import { Agent, request } from 'node:http';
import { expect, test } from 'vitest';
import { createSosie } from '#server/index.ts';
import { jwt, SECRET } from '../../support/s360.ts';
import { envelope, security } from '../../support/soap-calls.ts';
import { NOON } from '../../support/utick.ts';
import { restPathOf, soapPathOf } from './buyers.ts';

const BUYERS = 64;
const ROUNDS = 20;

/** A performance of which two places are left. */
const lastPlaces = {
  audienceSubCategoryId: 306159078,
  performanceId: 101036924389,
  seatCategoryId: 466681817,
};
const POS = 10228166972627;

interface Asking {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const overRest = (quantity: number): Asking => ({
  path: restPathOf('createOrUpdateOrder'),
  headers: {
    'content-type': 'application/json',
    authorization: `Bearer ${jwt({ at: Date.now(), lives: 900 })}`,
  },
  body: JSON.stringify({
    pointOfSalesId: POS,
    singleEntryAttributionOperations: [{ operationAttributions: [{ ...lastPlaces, quantity }] }],
  }),
});

const elements = (fields: Readonly<Record<string, number>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
const overSoap = (quantity: number): Asking => ({
  path: soapPathOf('createOrUpdateOrder'),
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: envelope(
    '<f:createOrUpdateOrder xmlns:f="http://v1_33.ExternalOrderFacade.service.secutix.com">' +
      `<pointOfSalesId>${POS}</pointOfSalesId><singleEntryAttributionOperations>` +
      `<operationAttributions>${elements({ ...lastPlaces, quantity })}</operationAttributions>` +
      '</singleEntryAttributionOperations></f:createOrUpdateOrder>',
    security(SECRET).replace('anna', 'MOSA_B2C'),
  ),
});

const post = (agent: Agent, base: string, { path, headers, body }: Asking): Promise<string> =>
  new Promise((resolve, reject) => {
    const call = request(`${base}${path}`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    call.on('error', reject);
    call.end(body);
  });

const isSold = (answer: string): boolean => /statusCode(>|":")success/.test(answer);
const isSoldOut = (answer: string): boolean => answer.includes('error.order.availability');

test(`${BUYERS} buyers of the last seat over SOAP and REST at once: one gets it, ${ROUNDS} times`, async () => {
  const sosie = await createSosie({ clock: NOON });
  const { url, close } = await sosie.listen({ port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: BUYERS });
  const winners = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const name = `round-${round}`;
    const sandbox = await sosie.sandboxes.create({ name, clock: NOON });
    const base = `${url}/~${name}`;
    expect(isSold(await post(agent, base, overRest(1)))).toBe(true);
    const answers = await Promise.all(
      Array.from({ length: BUYERS }, (_, buyer) =>
        post(agent, base, (buyer + round) % 2 === 0 ? overSoap(1) : overRest(1)),
      ),
    );
    expect(answers.filter(isSold)).toHaveLength(1);
    expect(answers.filter(isSoldOut)).toHaveLength(BUYERS - 1);
    winners.add(answers.find(isSold)?.startsWith('<') ? 'SOAP' : 'REST');
    expect(sandbox.invariants()).toMatchObject({ hold: true });
    await sandbox.drop();
  }
  expect(winners.size).toBe(2);
  agent.destroy();
  await close();
  await sosie.close();
}, 60_000);
