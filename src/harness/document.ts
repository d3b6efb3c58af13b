import type { Static, TSchema } from '@sinclair/typebox';
import { LineCounter, parseDocument } from 'yaml';
import { validatorOf } from '#kit/ajv.ts';
import { HarnessProblem } from './problem.ts';

/** What a file says, able to tell on which line. */
export interface Document<T> {
  readonly value: T;
  /** One line for a mistake at a JSON pointer; of what is missing, with the line around it. */
  readonly problem: (pointer: string, message: string) => HarnessProblem;
}

/** Reads YAML, and JSON as the YAML it is. A mistake is one line with file and line. */
export function readDocument<T extends TSchema>(
  file: string,
  text: string,
  schema: T,
): Document<Static<T>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const where = (pointer: string): string => {
    const path = pointer.split('/').slice(1).map(unescaped);
    for (let depth = path.length; depth >= 0; depth -= 1) {
      // `true` asks for the node, which knows its place; a value would not.
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return `${file}:1`;
  };
  const [error] = document.errors;
  if (error) throw new HarnessProblem(`${lineAt(error.pos[0])}: ${firstLine(error.message)}`);
  const problem = (pointer: string, message: string): HarnessProblem => {
    const path = pointer.split('/').slice(1).map(unescaped).join('.');
    return new HarnessProblem(`${where(pointer)}: ${path === '' ? 'the file' : path}: ${message}`);
  };
  const value: unknown = document.toJS();
  const [violation] = validatorOf(schema)(value);
  if (violation) throw problem(violation.pointer, violation.message);
  // The schema has just judged it.
  return { value, problem };
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** In a pointer numbers of list items are text; YAML wants them as numbers. */
function unescaped(part: string): string | number {
  if (/^\d+$/.test(part)) return Number(part);
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
