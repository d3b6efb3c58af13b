import type { Texts } from '#mocks/s360/domain/texts.ts';
import type { Protocol } from '#wire/vendor.ts';
import { translated } from './mapping.ts';

/** Over SOAP descriptions are HTML, over REST plain text: the seed shows the same one both ways. */
export type DescriptionForm = 'html' | 'plain';

export const descriptionForms = {
  soap: 'html',
  rest: 'plain',
} as const satisfies Record<Protocol, DescriptionForm>;

export const described = (text: string, form: DescriptionForm): string =>
  form === 'html' ? `<p>${escaped(text)}</p>` : text;

export const translatedDescription = (texts: Texts, form: DescriptionForm) =>
  translated(
    Object.fromEntries(
      Object.entries(texts).map(([locale, text]) => [locale, described(text, form)]),
    ),
  );

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);
