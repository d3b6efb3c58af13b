/** Text that is HTML already. Nothing else reaches a page as it is. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | undefined | readonly Markup[];

/** A piece of a page: whatever is put into it is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const rest = pieces.map((piece, at) => `${textOf(piece)}${parts[at + 1] ?? ''}`);
  return { markup: `${parts[0] ?? ''}${rest.join('')}` };
}

export const NOTHING: Markup = { markup: '' };

function textOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs that a browser does not show, or by which a text shows itself in another order. */
const UNSEEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const escaped = (text: string): string =>
  text
    .replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
