import { done, refused, type Outcome } from '#kernel/outcome.ts';

/**
 * The text of an XML message: a byte order mark tells its encoding, else the content type, else the
 * XML declaration, else it is UTF-8 (RFC 7303).
 */
export function xmlTextOf(
  bytes: Uint8Array,
  contentType: string | undefined,
): Outcome<string, { readonly why: string }> {
  const encoding = markOf(bytes) ?? charsetOf(contentType) ?? declaredIn(bytes) ?? 'utf-8';
  try {
    return done(decoderOf(encoding).decode(bytes));
  } catch {
    return refused({ why: `not ${encoding.slice(0, 40)}` });
  }
}

type Decoder = InstanceType<typeof TextDecoder>;
const decoders = new Map<string, Decoder>();
const MOST_DECODERS = 32;

/** Throws for an encoding that nobody knows; the byte order mark is taken off. */
function decoderOf(encoding: string): Decoder {
  const known = decoders.get(encoding);
  if (known) return known;
  const created = new TextDecoder(encoding, { fatal: true });
  if (decoders.size < MOST_DECODERS) decoders.set(encoding, created);
  return created;
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  // Without a mark, the first sign of a document is `<`.
  if (first === 0x00 && second === 0x3c) return 'utf-16be';
  if (first === 0x3c && second === 0x00) return 'utf-16le';
  return undefined;
}

const charsetOf = (contentType: string | undefined): string | undefined =>
  contentType && /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1]?.toLowerCase();

const DECLARATION_BYTES = 200;

function declaredIn(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return undefined;
  const head = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase();
}
