import {
  createUtickClient,
  type CallOptions,
  type Transport,
  type UtickAnswer,
  type UtickClient,
  type UtickOptions,
} from '#client/index.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { inProcess } from '../support/in-process.ts';
import { NOON, NOON_INSTANT } from '../support/utick.ts';

export const keys = { publicKey: 'TEST-PUBLIC-KEY', privateKey: 'TEST-PRIVATE-KEY' };

export const demoSosie = (): Promise<Sosie> => createSosie({ clock: NOON, seed: 1 });

/** A client that waits for nothing, behind any transport. */
export function clientBehind(
  transport: Transport,
  options: Partial<UtickOptions> = {},
): UtickClient {
  return createUtickClient({
    ...keys,
    baseUrl: 'http://sosie.test/utick',
    clock: () => NOON_INSTANT,
    wait: async () => undefined,
    ...options,
    transport,
  });
}

/** A client of a sosie in the same process. */
export const utickOf = (sosie: Sosie, options?: Partial<UtickOptions>): UtickClient =>
  clientBehind(
    inProcess(sosie, () => NOON_INSTANT),
    options,
  );

type AnyMethod = (message: object, options?: CallOptions) => Promise<UtickAnswer<unknown>>;

/** Calls a method by a name that no type knows. */
export function callNamed(utick: UtickClient, name: string, message: object) {
  const methods = utick as unknown as Readonly<Record<string, AnyMethod>>;
  const method = methods[name];
  if (!method) throw new Error(`no method ${name}`);
  return method(message);
}

/** A message with all that the path of an operation needs. */
export const messageFor = ({ path }: { readonly path: string }): object =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => [field, '7']));

/** The value of an answer that has to be one. */
export async function valueOf<T>(answer: Promise<UtickAnswer<T>>): Promise<T> {
  const given = await answer;
  if (given.ok) return given.value;
  throw new Error(`refused: ${given.failure.message}`);
}

export const hedda = {
  stockid: '570C0000-1F2D-4C3B-8A59-000000000001',
  categoryid: 'CA7E6000-1F2D-4C3B-8A59-000000000001',
  priceid: '9A1CE000-1F2D-4C3B-8A59-000000000001',
};
export const LECOMTE = '0C1A5E51-6B7D-4E52-9E0B-1F2D3C4B5A60';
