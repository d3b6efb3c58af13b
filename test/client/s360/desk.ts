import {
  createS360Client,
  type S360Answer,
  type S360Client,
  type S360Message,
  type S360Options,
  type Transport,
} from '#client/index.ts';
import { createSosie, type Sosie } from '#server/index.ts';
import { inProcess } from '../../support/in-process.ts';
import { NOON } from '../../support/utick.ts';

export { NOON };

export type Protocol = S360Options['protocol'];
export const PROTOCOLS: readonly Protocol[] = ['rest', 'soap'];

export const keys = { operator: 'MOSA_B2C', secret: 'P@ssw0rd', partner: 'Partner 1' };

export const demoSosie = (): Promise<Sosie> => createSosie({ clock: NOON, seed: 1 });

/** A client that waits for nothing, behind any transport. */
export const clientBehind = (
  transport: Transport,
  options: Partial<S360Options> & Pick<S360Options, 'protocol'>,
): S360Client =>
  createS360Client({
    ...keys,
    baseUrl: 'http://sosie.test/s360',
    wait: async () => undefined,
    ...options,
    transport,
  });

/** A client of a sosie in the same process. */
export const s360Of = (
  sosie: Sosie,
  protocol: Protocol,
  options: Partial<S360Options> = {},
): S360Client => clientBehind(inProcess(sosie), { ...options, protocol });

/** The value of an answer that has to be one. */
export async function valueOf<T>(answer: Promise<S360Answer<T>>): Promise<T> {
  const given = await answer;
  if (given.ok) return given.value;
  throw new Error(`refused: ${given.failure.code} ${given.failure.message}`);
}

/** What the demo museum sells. */
export const WEB = 10228166972627;
export const ADULT = 306159078;
export const CHILD = 306159079;
export const VIP = 466638397;
/** It brings a charge of its own. */
export const AUDIO = 466638500;
export const CARD = 16362;
export const LECOMTE = '5442';
export const expo = {
  audienceSubCategoryId: ADULT,
  performanceId: 101036924388,
  seatCategoryId: 466681816,
};

/** A basket with passes. */
export const passes = (
  quantity: number,
  more: Partial<S360Message<'createOrUpdateOrder'>> = {},
): S360Message<'createOrUpdateOrder'> => ({
  pointOfSalesId: WEB,
  simpleProductOperations: [{ audienceSubCategoryId: ADULT, itemId: VIP, quantity }],
  ...more,
});

/** The operations that a sosie was called by, each once, in order. */
export const calledIn = (sosie: Sosie): readonly (string | undefined)[] => {
  const records = sosie.sandbox.journal.query({ limit: 1000 });
  return [...new Set(records.map(({ operation }) => operation))];
};
