import { isAbsolute, join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** The text of a file, or nothing when there is no such file. */
export type ReadFile = (path: string) => string | undefined;

export interface FileEntry {
  readonly name: string;
  readonly value: unknown;
  /** `sosie.config.yaml:3` */
  readonly where: string;
}

export interface FileSearch {
  /** Given by `--config`: it must exist. */
  readonly named: string | undefined;
  readonly cwd: string;
  readonly readFile: ReadFile;
}

const usualNames = ['sosie.config.json', 'sosie.config.yaml'];

/** What the configuration file says, in its own order; nothing when there is none. */
export async function readConfigFile(search: FileSearch): Promise<readonly FileEntry[]> {
  const found = (search.named === undefined ? usualNames : [search.named]).flatMap((name) => {
    const text = search.readFile(isAbsolute(name) ? name : join(search.cwd, name));
    return text === undefined ? [] : [{ name, text }];
  });
  const [file, other] = found;
  if (other) {
    throw new UsageError(`${file?.name} and ${other.name} both exist: keep one`);
  }
  if (!file && search.named !== undefined) {
    throw new UsageError(`${search.named}: no such file (--config)`);
  }
  return file ? entriesOf(file.name, file.text) : [];
}

/** JSON is read as the YAML it is: one reader, and every key keeps its line. */
async function entriesOf(name: string, text: string): Promise<readonly FileEntry[]> {
  // Most starts have no file, and the parser takes longer to load than everything else here.
  const { LineCounter, isMap, isNode, isScalar, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): string => `${name}:${lines.linePos(offset).line}`;
  const [error] = document.errors;
  if (error) throw new UsageError(`${lineAt(error.pos[0])}: ${error.message.split('\n')[0]}`);
  if (document.contents === null) return [];
  if (!isMap(document.contents)) {
    throw new UsageError(`${name}:1: must be a mapping of options, such as "port: 4360"`);
  }
  return document.contents.items.map(({ key, value }) => ({
    name: isScalar(key) ? String(key.value) : String(key),
    value: isNode(value) ? (value.toJS(document) as unknown) : null,
    where: lineAt(isNode(key) ? (key.range?.[0] ?? 0) : 0),
  }));
}
