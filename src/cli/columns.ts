/** Rows with their cells one below the other, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((cells) => cells.map(printable));
  const widths = shown.reduce<readonly number[]>(
    (widest, cells) =>
      Array.from({ length: Math.max(widest.length, cells.length) }, (_, at) =>
        Math.max(widest[at] ?? 0, cells[at]?.length ?? 0),
      ),
    [],
  );
  return shown.map((cells) => lineOf(cells, widths)).join('\n');
}

const lineOf = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd();

/** What a caller sent may hold bytes that a terminal obeys. */
export const printable = (text: string): string =>
  text.replace(
    /[\x00-\x1f\x7f-\x9f]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
