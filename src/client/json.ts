const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a body; undefined when it is not UTF-8. */
export function textOf(body: Uint8Array | string): string | undefined {
  if (typeof body === 'string') return body;
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

export type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

export function parseJson(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
