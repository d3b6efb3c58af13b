/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `order.yaml:12:5` */
export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** Something wrong with a file, in one line. */
export interface Finding {
  readonly place: Place;
  readonly message: string;
}

export const findingText = ({ place, message }: Finding): string =>
  `${placeText(place)}: ${message}`;

/** In the order of the files, and of the lines in each. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const files = [...new Set(findings.map(({ place }) => place.file))];
  return findings.toSorted(
    (one, other) =>
      files.indexOf(one.place.file) - files.indexOf(other.place.file) ||
      one.place.line - other.place.line ||
      one.place.column - other.place.column,
  );
}

/** The end of a sentence about an unknown word: `, did you mean "x"?`, or nothing. */
export type Hint = (word: string, words: Iterable<string>) => string;

/** What was probably meant, else all there is. */
export function known(hint: Hint, word: string, words: readonly string[]): string {
  return hint(word, words) || (words.length === 0 ? '' : `; known: ${words.join(', ')}`);
}
