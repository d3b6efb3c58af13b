import type { DatasetEnv, Names } from '#wire/vendor.ts';
import { UsageError } from '../config/usage-error.ts';

/** A data set that is computed: `utick-large:1000000`. */
export interface GeneratedPart {
  readonly kind: 'generator';
  readonly name: string;
  readonly vendor: string;
  // The factory's draft is its vendor's own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly write: (draft: any, env: DatasetEnv) => Promise<Names>;
}

export interface Generator {
  readonly name: string;
  /** The data set it stands on: credentials, something to sell. */
  readonly base: string;
  readonly parse: (text: string) => GeneratedPart | undefined;
}

const MOST_ROWS = 5_000_000;

/** Factories are loaded when asked for: they bring faker with them. */
export const generators: readonly Generator[] = [
  sized('utick-large', 'utick', async (draft, count, env) => {
    const { utickLarge } = await import('#fixtures/factories/utick.ts');
    return utickLarge(draft as Parameters<typeof utickLarge>[0], count, env);
  }),
  sized('wsone-large', 'wsone', async (draft, count, env) => {
    const { wsoneLarge } = await import('#fixtures/factories/wsone.ts');
    return wsoneLarge(draft as Parameters<typeof wsoneLarge>[0], count, env);
  }),
  sized('monext-large', 'monext', async (draft, count, env) => {
    const { monextLarge } = await import('#fixtures/factories/monext.ts');
    return monextLarge(draft as Parameters<typeof monextLarge>[0], count, env);
  }),
  fixed('s360-large', 's360', async (draft, env) => {
    const { s360Large } = await import('#fixtures/factories/s360.ts');
    return s360Large(draft as Parameters<typeof s360Large>[0], env);
  }),
];

/** Of one size. */
function fixed(name: string, vendor: string, write: GeneratedPart['write']): Generator {
  return {
    name,
    base: 'demo',
    parse: (text) => (text === name ? { kind: 'generator', name, vendor, write } : undefined),
  };
}

function sized(
  name: string,
  vendor: string,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  write: (draft: any, count: number, env: DatasetEnv) => Promise<Names>,
): Generator {
  return {
    name: `${name}:N`,
    base: 'demo',
    parse: (text) => {
      if (text !== name && !text.startsWith(`${name}:`)) return undefined;
      const count = Number(text.slice(name.length + 1));
      if (!Number.isInteger(count) || count < 1 || count > MOST_ROWS) {
        throw new UsageError(`data set "${text}": write ${name}:N, N from 1 to ${MOST_ROWS}`);
      }
      return {
        kind: 'generator',
        name: text,
        vendor,
        write: (draft, env) => write(draft, count, env),
      };
    },
  };
}
