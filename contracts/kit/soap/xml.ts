/** Text between tags. */
export const escapeText = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? text.replace(ESCAPED, (sign) => ESCAPES[sign] ?? '\ufffd') : text;

/** A value between double quotes. */
export const escapeAttribute = (text: string): string => escapeText(text);

/** What XML 1.0 cannot say at all becomes U+FFFD, as a character reference would not help. */
const ESCAPED =
  /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Half of a pair is looked for only where there is one: most texts have neither. */
const NEEDS_ESCAPE = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
