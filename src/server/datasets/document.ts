import type { Violation } from '#kit/violations.ts';
import { UsageError } from '../config/usage-error.ts';

/** A data set as written, able to say on which line a value stands. */
export interface DatasetDocument {
  readonly sections: Readonly<Record<string, unknown>>;
  /** `demo.yaml:12` for a JSON pointer into the sections. */
  readonly where: (pointer: string) => string;
}

/** Reads YAML, and JSON as the YAML it is. */
export async function readDocument(file: string, text: string): Promise<DatasetDocument> {
  const { LineCounter, isMap, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const [error] = document.errors;
  if (error) throw new UsageError(`${lineAt(error.pos[0])}: ${error.message.split('\n')[0]}`);
  if (document.contents !== null && !isMap(document.contents)) {
    throw new UsageError(`${file}:1: a data set is a mapping from vendor to its data`);
  }
  const where = (pointer: string): string => {
    const path = pointer.split('/').slice(1).map(unescapePointer);
    // The nearest enclosing value that exists: what is missing has no line of its own.
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return `${file}:1`;
  };
  // An empty document is an empty data set.
  return { sections: (document.toJS() ?? {}) as Readonly<Record<string, unknown>>, where };
}

export function violationLine(
  document: DatasetDocument,
  section: string,
  { pointer, message }: Pick<Violation, 'pointer' | 'message'>,
): string {
  const path = `/${section}${pointer}`;
  return `${document.where(path)}: ${path.slice(1).replaceAll('/', '.')} ${message}`;
}

/** In a pointer numbers of list items are text; YAML wants them as numbers. */
function unescapePointer(part: string): string | number {
  if (/^\d+$/.test(part)) return Number(part);
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
