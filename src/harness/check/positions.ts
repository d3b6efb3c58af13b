const SPACE = /[\x20\t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
/** A number or a word. */
const SCALAR = /[^\s,\]}]+/y;
/** Up to the next text or bracket, whichever comes first. */
const PLAIN = /[^"[\]{}]*/y;

/** Where in a text that is JSON the value at a path starts; of what is missing, what surrounds it. */
export function offsetAt(text: string, path: readonly string[]): number {
  let at = after(SPACE, text, 0);
  for (const key of path) {
    const inner = memberAt(text, at, key);
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}

function memberAt(text: string, start: number, wanted: string): number | undefined {
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return undefined;
  let at = after(SPACE, text, start + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']'; index += 1) {
    let key = String(index);
    if (isObject) {
      const end = after(STRING, text, at);
      // A text of JSON is a string.
      key = JSON.parse(text.slice(at, end)) as string;
      // Behind the colon.
      at = after(SPACE, text, after(SPACE, text, end) + 1);
    }
    if (key === wanted) return at;
    at = after(SPACE, text, valueEnd(text, at));
    if (text[at] === ',') at = after(SPACE, text, at + 1);
  }
  return undefined;
}

function valueEnd(text: string, start: number): number {
  if (text[start] === '"') return after(STRING, text, start);
  if (text[start] !== '{' && text[start] !== '[') return after(SCALAR, text, start);
  let depth = 0;
  let at = start;
  do {
    const mark = text[at];
    if (mark === '"') at = after(STRING, text, at);
    else at += 1;
    if (mark === '{' || mark === '[') depth += 1;
    if (mark === '}' || mark === ']') depth -= 1;
    if (depth > 0) at = after(PLAIN, text, at);
  } while (depth > 0);
  return at;
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** `/a~1b/0` as its parts. */
export const partsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

export const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
};
