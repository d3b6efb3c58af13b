import { jsonErrorAt } from '#kit/json-position.ts';
import { HarnessProblem } from '../problem.ts';
import type { Captured } from './captured.ts';
import { lineAt, offsetAt, partsOf } from './positions.ts';
import {
  archiveShape,
  journalShape,
  membersOf,
  plainShape,
  type Path,
  type Shape,
} from './shapes.ts';

/** The exchanges of a file: JSON, or a JSON document on each line. */
export const readCaptured = (file: string, text: string): readonly Captured[] =>
  documentsOf(file, text).flatMap(capturedIn);

interface Document {
  readonly value: unknown;
  /** `file:line` of what stands at a path. */
  readonly place: (path: Path) => string;
}

function capturedIn({ value, place }: Document): readonly Captured[] {
  const { items, path, shapes } = listIn(value);
  return items.flatMap((item, at) => {
    const members = membersOf(item);
    // The journal also tells what happened without a call.
    if (members['kind'] === 'event') return [];
    const whole = path ? [...path, String(at)] : [];
    for (const { read, inItem } of shapes) {
      const exchange = read(members);
      const where = (pointer: string): string => place([...whole, ...inItem(partsOf(pointer))]);
      if (exchange) return [{ ...exchange, where }];
    }
    throw new HarnessProblem(`${place(whole)}: this is no exchange; ${EXPECTED}`);
  });
}

const EXPECTED =
  'expected {"request": {"method", "url", "body"}, "response": {"status", "body"}}, ' +
  'an HTTP archive (HAR), or what `sosie journal --json` prints';

interface Listed {
  readonly items: readonly unknown[];
  /** Undefined: the document is the one item. */
  readonly path: Path | undefined;
  readonly shapes: readonly Shape[];
}

const ours = [journalShape, plainShape];

function listIn(value: unknown): Listed {
  if (Array.isArray(value)) return { items: value, path: [], shapes: ours };
  const { records, log } = membersOf(value);
  if (Array.isArray(records)) return { items: records, path: ['records'], shapes: [journalShape] };
  const { entries } = membersOf(log);
  if (!Array.isArray(entries)) return { items: [value], path: undefined, shapes: ours };
  return { items: entries, path: ['log', 'entries'], shapes: [archiveShape] };
}

function documentsOf(file: string, text: string): readonly Document[] {
  const document = (piece: string, line: number): Document | undefined => {
    const place = (path: Path): string =>
      `${file}:${line + lineAt(piece, offsetAt(piece, path)) - 1}`;
    try {
      return { value: JSON.parse(piece) as unknown, place };
    } catch {
      return undefined;
    }
  };
  const whole = document(text, 1);
  if (whole) return [whole];
  const lines = text.split('\n').map((piece, at) => ({ piece, line: at + 1 }));
  const filled = lines.filter(({ piece }) => piece.trim() !== '');
  const documents = filled.map(({ piece, line }) => ({ line, read: document(piece, line) }));
  const broken = documents.find(({ read }) => !read);
  if (!broken) return documents.flatMap(({ read }) => read ?? []);
  // Where not even the first line is JSON, it is one document over all of them.
  const isOne = broken === documents[0];
  const line = isOne ? lineAt(text, jsonErrorAt(text)) : broken.line;
  throw new HarnessProblem(`${file}:${line}: this is not JSON`);
}
