import { nearest } from '#kernel/nearest.ts';

export interface ProblemText {
  readonly title: string;
  readonly detail: string;
  /** JSON pointer into the request's body. */
  readonly pointer?: string;
  /** Members of its own that a program may want: the failure of a refused action. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** What the control API says no with: RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** Last part of the `type` URI: `sandbox-unknown`. */
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly pointer: string | undefined;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, kind: string, { title, detail, pointer, more = {} }: ProblemText) {
    super(`${title}: ${detail}`);
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.detail = detail;
    this.pointer = pointer;
    this.more = more;
  }

  toJSON(): Readonly<Record<string, unknown>> {
    const { kind, title, status, detail, pointer, more } = this;
    const type = `https://sosie.invalid/problems/${kind}`;
    return { type, title, status, detail, ...(pointer === undefined ? {} : { pointer }), ...more };
  }
}

/** 400, about one field of the body: `credentials/utick`. */
export const invalid = (field: string, detail: string): Problem =>
  new Problem(400, 'invalid', { title: 'Invalid request', detail, pointer: `/${field}` });

/** 404, with the nearest word there is. */
export function unknown(what: string, word: string, words: Iterable<string>): Problem {
  const detail = `no ${what} "${word}"${didYouMean(word, words)}`;
  return new Problem(404, `${what.replaceAll(' ', '-')}-unknown`, {
    title: `Unknown ${what}`,
    detail,
  });
}

export function notBuilt(what: string): Problem {
  return new Problem(501, 'not-built', {
    title: 'Not built yet',
    detail: `${what}: not built yet`,
  });
}

/** The end of a sentence about an unknown word; empty when nothing is near. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const guess = nearest(word, words);
  return guess === undefined ? '' : `, did you mean "${guess}"?`;
}
