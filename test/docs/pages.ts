import { filesUnder, textOf } from '../tidy/sources.ts';

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  /** What the fence says after the language: `fresh-clone`, `start`, the name of a file. */
  readonly note: string;
  readonly text: string;
  /** What the page shows beneath as printed, where it does. */
  readonly shown?: string;
}

export const nameOf = ({ page, line }: Block): string => `${page}:${line}`;

const GENERATED = /^<!-- Generated /;
const FENCE = /^```(\S*) ?(.*)\n([^]*?)^```$/gm;

/** The README and the guides that are written by hand. */
export const guides: readonly string[] = [
  'README.md',
  ...filesUnder('docs/guides').filter((page) => !GENERATED.test(textOf(page))),
];

export const vendorPages: readonly string[] = filesUnder('docs/vendors').filter(
  (page) => !GENERATED.test(textOf(page)),
);

export function blocksOf(page: string): readonly Block[] {
  const source = textOf(page);
  const blocks = [...source.matchAll(FENCE)].map(
    ({ index, 0: whole, 1: language = '', 2: note = '', 3: text = '' }) => ({
      ...{ page, language, note, text },
      line: source.slice(0, index).split('\n').length,
      end: index + whole.length,
      index,
    }),
  );
  return blocks.map(({ end, index: _, ...block }, at) => {
    const next = blocks[at + 1];
    const isShown = next?.language === 'text' && source.slice(end, next.index).trim() === '';
    return isShown ? { ...block, shown: next.text } : block;
  });
}

/** Whether what was printed is what the page shows, where `…` stands for anything. */
export function isShown(printed: string, shown: string): boolean {
  const literal = shown.trim().split('…');
  const pattern = literal.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^]*?');
  return new RegExp(`^${pattern}$`).test(printed.trim());
}
