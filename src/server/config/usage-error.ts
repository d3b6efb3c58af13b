import { nearest } from '#kernel/nearest.ts';

/** Wrong use of sosie. The message is one line: where, what, what to do. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The end of an error line about an unknown word: what was probably meant, else what exists. */
export function suggestion(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  return meant === undefined ? `known: ${words.join(', ')}` : `did you mean ${meant}?`;
}
