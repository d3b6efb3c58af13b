import {
  createClients,
  type ClientsOptions,
  type UtickAnswer,
  type UtickClient,
} from '#client/index.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { inProcess } from '../support/in-process.ts';
import { NOON, NOON_INSTANT } from '../support/utick.ts';

export const keys = { publicKey: 'TEST-PUBLIC-KEY', privateKey: 'TEST-PRIVATE-KEY' };

export const demoSosie = (): Promise<Sosie> => createSosie({ clock: NOON, seed: 1 });

/** A client of the demo data set in process, where no wait is real. */
export function utickOf(sosie: Sosie, options: Partial<ClientsOptions> = {}): UtickClient {
  const { utick } = createClients({
    baseUrl: 'http://sosie.test',
    transport: inProcess(sosie, () => NOON_INSTANT),
    clock: () => NOON_INSTANT,
    wait: async () => undefined,
    ...options,
    utick: { ...keys, ...options.utick },
  });
  return utick;
}

/** The value of an answer that has to be one. */
export async function valueOf<T>(answer: Promise<UtickAnswer<T>>): Promise<T> {
  const given = await answer;
  if (given.ok) return given.value;
  throw new Error(`refused: ${given.failure.message}`);
}

/** The error that a call has to end with. */
export async function errorOf(call: Promise<unknown>): Promise<unknown> {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`answered ${JSON.stringify(outcome.answer)}`);
}

export const hedda = {
  stockid: '570C0000-1F2D-4C3B-8A59-000000000001',
  categoryid: 'CA7E6000-1F2D-4C3B-8A59-000000000001',
  priceid: '9A1CE000-1F2D-4C3B-8A59-000000000001',
};
export const LECOMTE = '0C1A5E51-6B7D-4E52-9E0B-1F2D3C4B5A60';
