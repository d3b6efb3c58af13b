const TOKEN =
  /[\x20\t\r\n]*(?:([{}[\],:])|("[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\x00-\x1f]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))/y;
const SPACE = /[\x20\t\r\n]*/y;

/** What may come next: a value, an item or the end of its list, and so on. */
type Place = 'value' | 'item-or-end' | 'key-or-end' | 'key' | 'colon' | 'after-value' | 'nothing';

/**
 * Where a text stops being JSON: the parser of the language does not always say, and quotes the
 * text instead, which may hold a secret.
 */
export function jsonErrorAt(text: string): number {
  const open: ('{' | '[')[] = [];
  let place: Place = 'value';
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    const start = SPACE.lastIndex;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) return start;
    const [, mark, string] = token;
    const next = step(place, { mark, isString: string !== undefined, open });
    if (!next) return start;
    place = next;
    at = TOKEN.lastIndex;
  }
}

interface Token {
  readonly mark: string | undefined;
  readonly isString: boolean;
  /** The brackets around it, which it may open or close. */
  readonly open: ('{' | '[')[];
}

/** Undefined when this token may not stand here. */
function step(place: Place, { mark, isString, open }: Token): Place | undefined {
  const isClosing = (mark === '}' && open.at(-1) === '{') || (mark === ']' && open.at(-1) === '[');
  const mayClose = place === 'item-or-end' || place === 'key-or-end' || place === 'after-value';
  if (isClosing && mayClose) {
    open.pop();
    return open.length > 0 ? 'after-value' : 'nothing';
  }
  switch (place) {
    case 'value':
    case 'item-or-end':
      return valueStep(mark, open);
    case 'key':
    case 'key-or-end':
      return isString ? 'colon' : undefined;
    case 'colon':
      return mark === ':' ? 'value' : undefined;
    case 'after-value':
      if (mark !== ',') return undefined;
      return open.at(-1) === '{' ? 'key' : 'value';
    case 'nothing':
      return undefined;
  }
}

function valueStep(mark: string | undefined, open: ('{' | '[')[]): Place | undefined {
  if (mark === undefined) return open.length > 0 ? 'after-value' : 'nothing';
  if (mark !== '{' && mark !== '[') return undefined;
  open.push(mark);
  return mark === '{' ? 'key-or-end' : 'item-or-end';
}
