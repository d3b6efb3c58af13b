import type { WireAnswer } from './http.ts';

/** A page of one sentence, as servers show it. */
export function asHtml(status: number, title: string): WireAnswer {
  const text = escaped(title);
  const body = `<html>\n<head><title>${text}</title></head>\n<body><h1>${text}</h1></body>\n</html>\n`;
  return { kind: 'answer', status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
