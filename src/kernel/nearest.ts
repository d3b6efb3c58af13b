/**
 * The word somebody most likely meant, or nothing when no word is close enough to be a help:
 * one slip is allowed per three letters, and a swap of two neighbours counts as one slip.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const start = word.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    // So many letters at least would have to be put in or left out.
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const found = slips(start, candidate.toLowerCase());
    if (found < fewest) {
      fewest = found;
      best = candidate;
    }
  }
  // Somebody who stopped early meant the word that goes on.
  if (best !== undefined || word.length < SHORTEST_START) return best;
  for (const candidate of words) if (candidate.toLowerCase().startsWith(start)) return candidate;
  return undefined;
}

const SHORTEST_START = 3;
/** Comparing costs the product of two lengths, and nobody mistypes a name this long. */
const LONGEST_WORD = 200;

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
function slips(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swappable = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = row > 1 && swappable ? at(beforeLast, column - 2) + 1 : Infinity;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced, swapped));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

const at = (costs: readonly number[], index: number): number => costs[index] ?? Infinity;
