/** A table as text: a header row, then a row per line; cells are parted by two blanks or more. */
export function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/ {2,}/));
  return rows.map((cells) => {
    if (cells.length !== header.length) throw new Error(`${cells.length} cells: ${cells.join()}`);
    return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']));
  });
}

/** Each row after a sentence made of it: `it.each(told(rows, 'from $from to $to'))('%s', …)`. */
export function told<R extends Readonly<Record<string, string>>>(
  rows: readonly R[],
  sentence: string,
): readonly (readonly [string, R])[] {
  return rows.map((row) => [
    sentence.replaceAll(/\$(\w+)/g, (_, name: string) => row[name] ?? ''),
    row,
  ]);
}
