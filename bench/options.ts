import { parseArgs } from 'node:util';

export interface Options {
  /** Measures only what has this in its name. */
  readonly only: string | undefined;
  /** Replaces the number of rounds of every group. */
  readonly rounds: number | undefined;
  /** Fewer calls, three rounds, a tenth of the orders: to see that it runs, not to quote. */
  readonly quick: boolean;
  /** Where to write every sample as JSON. */
  readonly json: string | undefined;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const usage = 'usage: npm run bench -- [--only NAME] [--rounds N] [--quick] [--json FILE]';

export function readOptions(args: readonly string[]): Options {
  const { only, rounds, quick, json } = parse(args);
  return { only, rounds: wholeNumber(rounds), quick: quick === true, json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean' },
        json: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${why}; ${usage}`);
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new UsageError(`--rounds wants a whole number from 1 to 9999, not '${text}'; ${usage}`);
  }
  return Number(text);
}
