import { expect } from 'vitest';
import { isShown, nameOf, type Block } from '../docs/pages.ts';
import { runInShell } from '../docs/session.ts';
import { root } from '../tidy/sources.ts';

/** Types the blocks into one shell, as a reader in a clone would, and compares what they print. */
export async function played(
  blocks: readonly Block[],
  told: (text: string) => string = (text) => text,
): Promise<void> {
  const commands = blocks.map(({ text }) => told(text));
  const texts = await runInShell(commands, { cwd: root, timeoutMs: 600_000 });
  blocks.forEach((block, at) => {
    const printed = (texts[at] ?? 'never ran').trim();
    if (block.shown === undefined || isShown(printed, block.shown)) return;
    expect(printed, nameOf(block)).toBe(block.shown.trim());
  });
}
