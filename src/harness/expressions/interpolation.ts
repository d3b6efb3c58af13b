/** The pieces of a text: as it is, or to be evaluated. */
export type Split =
  | { readonly ok: true; readonly parts: readonly (string | { readonly source: string })[] }
  | { readonly ok: false; readonly why: string };

const OPENING = '${';
/** Stands for a `${` that opens nothing. */
const LITERAL = '$${';

/** Finds each `${…}`, though there are braces and texts in it. */
export function splitText(text: string): Split {
  const parts: (string | { readonly source: string })[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    if (text.startsWith(LITERAL, at)) {
      plain += OPENING;
      at += LITERAL.length;
    } else if (text.startsWith(OPENING, at)) {
      const end = closingBrace(text, at + OPENING.length);
      if (end === undefined)
        return { ok: false, why: 'a ${ without its }; write $${ for the text' };
      if (plain !== '') parts.push(plain);
      plain = '';
      parts.push({ source: text.slice(at + OPENING.length, end).trim() });
      at = end + 1;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  if (plain !== '' || parts.length === 0) parts.push(plain);
  const isEmpty = parts.some((part) => typeof part === 'object' && part.source === '');
  return isEmpty ? { ok: false, why: '${} holds no expression' } : { ok: true, parts };
}

const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/y;

function closingBrace(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    QUOTED.lastIndex = at;
    if (QUOTED.test(text)) at = QUOTED.lastIndex - 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && depth === 0) return at;
    else if (text[at] === '}') depth -= 1;
  }
  return undefined;
}
