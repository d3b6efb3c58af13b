import { describe, expect, it } from 'vitest';
import { openJournal } from '#kernel/journal.ts';
import type { JournalBody } from '#kernel/journal.ts';
import { createJournalRing } from '#kernel/journal-ring.ts';
import { sampleEntry } from './journal-sample.ts';

const KILOBYTE = 1_024;

function kept(body: string | Uint8Array, maxBodyBytes = 64 * KILOBYTE): JournalBody | undefined {
  const journal = openJournal(createJournalRing({ bytes: 1_024 * KILOBYTE, maxBodyBytes }), 'a');
  journal.append(sampleEntry({ request: { head: 'POST /', body } }));
  return journal.read(1)?.request;
}

function hidden(body: string | Uint8Array): JournalBody | undefined {
  const journal = openJournal(createJournalRing({ bytes: 1_024 * KILOBYTE }), 'a');
  journal.append(sampleEntry({ request: { head: 'POST /', body, hidden: true } }));
  return journal.read(1)?.request;
}

/** The published definition, in the arithmetic it was written for. */
function fnv1a64(bytes: Uint8Array): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `fnv1a64:${hash.toString(16).padStart(16, '0')}`;
}

describe('a body in the journal', () => {
  it('is kept whole up to the limit', () => {
    const body = 'x'.repeat(64 * KILOBYTE);
    expect(kept(body)).toEqual({ head: 'POST /', text: body, bytes: 64 * KILOBYTE });
    expect(kept(new TextEncoder().encode(body))?.text).toBe(body);
  });

  it('is kept as head, length and hash beyond the limit', () => {
    const body = 'abcdefgh'.repeat(8 * KILOBYTE) + '!';
    const bytes = new TextEncoder().encode(body);
    const expected = {
      head: 'POST /',
      text: body.slice(0, 4 * KILOBYTE),
      bytes: 64 * KILOBYTE + 1,
      hash: fnv1a64(bytes),
    };
    expect(kept(body)).toEqual(expected);
    expect(kept(bytes)).toEqual(expected);
  });

  it('is measured in bytes, not in characters', () => {
    const fitting = 'é'.repeat(32 * KILOBYTE);
    expect(kept(fitting)).toEqual({ head: 'POST /', text: fitting, bytes: 64 * KILOBYTE });
    expect(kept(`${fitting}é`)).toMatchObject({ bytes: 64 * KILOBYTE + 2 });
    expect(kept(`${fitting}é`)?.hash).toBeDefined();
  });

  it.each([
    ['of two bytes', 'é'],
    ['of three bytes', '日'],
    ['of four bytes', '😀'],
  ])('is never cut inside a character %s', (_size, character) => {
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const body = shift + character.repeat(40 * KILOBYTE);
      const text = kept(body)?.text ?? '';
      expect(text).not.toContain('\u{FFFD}');
      expect(body.startsWith(text)).toBe(true);
      const bytes = new TextEncoder().encode(text).length;
      expect(bytes).toBeGreaterThan(4 * KILOBYTE - 4);
      expect(bytes).toBeLessThanOrEqual(4 * KILOBYTE);
      expect(kept(new TextEncoder().encode(body))?.text).toBe(text);
    }
  });

  it('has a lower limit when the ring says so', () => {
    expect(kept('0123456789', 4)).toMatchObject({ text: '0123', bytes: 10 });
  });

  it('that nobody could mask is kept as length and hash only', () => {
    expect(hidden('foobar')).toEqual({
      head: 'POST /',
      text: '',
      bytes: 6,
      hash: 'fnv1a64:85944171f73967e8',
    });
    expect(hidden('')).toMatchObject({ bytes: 0, hash: 'fnv1a64:cbf29ce484222325' });
  });

  it('has the published hash, however long it is and whatever it is made of', () => {
    const text = 'Théâtre 日本 😀 '.repeat(3_000);
    const bytes = new TextEncoder().encode(text);
    expect(hidden(text)?.hash).toBe(fnv1a64(bytes));
    expect(hidden(bytes)?.hash).toBe(fnv1a64(bytes));
  });
});
