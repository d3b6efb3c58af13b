/** A line of what was expected (`-`), of what was seen (`+`), or of both. */
export interface DiffLine {
  readonly mark: '-' | '+' | ' ';
  readonly text: string;
}

/** More lines are not compared with one another: it would cost their product. */
const MOST = 400;

/** Two values as JSON, line by line. */
export function diffOf(expected: unknown, seen: unknown): readonly DiffLine[] {
  const [before, after] = [linesOf(expected), linesOf(seen)];
  if (before.length > MOST || after.length > MOST) {
    return [...before.map(line('-')), ...after.map(line('+'))];
  }
  return compared(before, after);
}

const line =
  (mark: DiffLine['mark']) =>
  (text: string): DiffLine => ({ mark, text });

const linesOf = (value: unknown): readonly string[] =>
  (JSON.stringify(value, null, 2) ?? 'nothing').split('\n');

/** Along the longest common part. */
function compared(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const common = commonLengths(before, after);
  const lengthAt = (at: number, to: number): number => common[at]?.[to] ?? 0;
  const lines: DiffLine[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [old, now] = [before[at], after[to]];
    if (old !== undefined && isSame(old, now)) {
      lines.push({ mark: ' ', text: now ?? old });
      at += 1;
      to += 1;
    } else if (old !== undefined && lengthAt(at + 1, to) >= lengthAt(at, to + 1)) {
      lines.push({ mark: '-', text: old });
      at += 1;
    } else {
      lines.push({ mark: '+', text: now ?? '' });
      to += 1;
    }
  }
  return lines;
}

/** A comma at its end belongs to the next line, not to this one. */
const isSame = (one: string, other: string | undefined): boolean =>
  other !== undefined && one.replace(/,$/, '') === other.replace(/,$/, '');

/** Of the common part from these two lines on. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly number[])[] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let at = before.length - 1; at >= 0; at -= 1) {
    for (let to = after.length - 1; to >= 0; to -= 1) {
      const row = lengths[at];
      const below = lengths[at + 1];
      if (!row || !below) continue;
      row[to] = isSame(before[at] ?? '', after[to])
        ? (below[to + 1] ?? 0) + 1
        : Math.max(below[to] ?? 0, row[to + 1] ?? 0);
    }
  }
  return lengths;
}
