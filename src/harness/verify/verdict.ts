import { stripVTControlCharacters } from 'node:util';

/** What pact's verifier found in one interaction. */
export interface Verdict {
  readonly isKept: boolean;
  /** Where the answer differs from the pact, a line each. */
  readonly why: readonly string[];
}

/** As pact's verifier reports, of what is read here. */
interface Report {
  readonly result: boolean;
  readonly errors: readonly { readonly mismatch: Mismatch }[];
}

type Mismatch =
  | { readonly type: 'mismatches'; readonly mismatches: readonly Difference[] }
  | { readonly type: string; readonly message?: string };

interface Difference {
  readonly type: string;
  /** Of a body. */
  readonly path?: string;
  /** Of a header. */
  readonly key?: string;
  readonly mismatch?: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

export function verdictOf(text: string): Verdict {
  // The verifier's own report.
  const { result, errors } = JSON.parse(text) as Report;
  return { isKept: result, why: errors.flatMap(({ mismatch }) => linesOf(mismatch)) };
}

function linesOf(mismatch: Mismatch): readonly string[] {
  if ('mismatches' in mismatch) return mismatch.mismatches.map(lineOf).sort();
  return [plain('message' in mismatch ? (mismatch.message ?? mismatch.type) : mismatch.type)];
}

function lineOf({ type, path, key, mismatch, expected, actual }: Difference): string {
  const place = path ?? key ?? (type === 'StatusMismatch' ? 'status' : type);
  const what = mismatch ?? `expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`;
  return plain(`${place}: ${what}`);
}

/** One line without colours. */
const plain = (text: string): string =>
  stripVTControlCharacters(text).replaceAll(/\s+/g, ' ').trim();
