import { describe, expect, it, test } from 'vitest';
import { authenticate, signatureOf } from '#mocks/utick/wire/auth.ts';
import { MINUTE, OPENING, openShop, type ShopParts } from './shop.ts';
import { rowsOf, told } from './text-table.ts';

const KEY = 'TEST-PUBLIC-KEY';
const SIGNED_AT = '2026-03-04T10:00:00+01:00';
const GOOD = signatureOf(KEY + SIGNED_AT, 'TEST-PRIVATE-KEY');

/** Computed by the vendor's own client. */
const vectors = rowsOf(`
  public            private            timestamp                   signature
  PUB               PRIV               2020-03-04T10:18:58+01:00   c84f3d67c1fff51bf35d228d29ce0263872189a86b5389c4da9c2c9a38227ee5
  TEST-PUBLIC-KEY   TEST-PRIVATE-KEY   2026-11-21T19:35:58+00:00   e08e7376b5e138422d5801763854abd592d6be23c50cf8a1aea2cf5ba9d0da62
  TEST-PUBLIC-KEY   not-the-key        2026-11-21T19:35:58+00:00   0ae92acddbf9219ef0fea03af9575889abd0a26f88395069f4d6198caf6500bb
`);

test.each(told(vectors, '$public with $private at $timestamp'))('the signature of %s', (_, row) => {
  const signed = signatureOf(`${row['public']}${row['timestamp']}`, row['private'] ?? '');
  expect(signed).toBe(row['signature']);
});

async function outcomeOf(
  message: Readonly<Record<string, unknown>>,
  { access = 'application', ...parts }: ShopParts & { access?: string } = {},
  receivedAt = OPENING,
): Promise<string> {
  const shop = await openShop(parts);
  const outcome = await shop.ask(
    (draft, request: { message: typeof message; access: string }, env) =>
      authenticate(draft, request, env),
    { message, access },
    receivedAt,
  );
  return outcome.ok ? (outcome.value?.label ?? 'nobody') : outcome.failure.kind;
}

/** What is wrong, in the order in which it is told. */
const refusals = rowsOf(`
  publickey         timestamp   signature   outcome
  -                 -           -           authentication-missing
  TEST-PUBLIC-KEY   -           good        authentication-missing
  TEST-PUBLIC-KEY   good        -           authentication-missing
  OTHER             good        wrong       public-key-unknown
  TEST-PUBLIC-KEY   good        wrong       signature-invalid
  TEST-PUBLIC-KEY   good        upper       signature-invalid
  TEST-PUBLIC-KEY   later       good        signature-invalid
  TEST-PUBLIC-KEY   good        good        Test
`);

describe('a call', () => {
  const sentence = 'of $publickey with $timestamp timestamp and $signature signature: $outcome';
  it.each(told(refusals, sentence))('%s', async (_, row) => {
    const values: Readonly<Record<string, string>> = { later: '2026-03-04T10:00:01+01:00' };
    const signatures: Readonly<Record<string, string>> = { upper: GOOD.toUpperCase(), good: GOOD };
    const given = {
      publickey: row['publickey'],
      timestamp: values[row['timestamp'] ?? ''] ?? SIGNED_AT,
      signature: signatures[row['signature'] ?? ''] ?? 'wrong',
    };
    const sent = Object.entries(given).filter(([field]) => row[field] !== '-');
    expect(await outcomeOf(Object.fromEntries(sent))).toBe(row['outcome']);
  });
});

describe('the age of a signature', () => {
  const signed = { publickey: KEY, timestamp: SIGNED_AT, signature: GOOD };
  const window = { settings: { timestampWindowSeconds: 600 } };

  test('does not matter unless a window is set', async () => {
    expect(await outcomeOf(signed, {}, OPENING + 1000 * MINUTE)).toBe('Test');
  });

  test('may be as long as the window, before and after', async () => {
    expect(await outcomeOf(signed, window, OPENING + 10 * MINUTE)).toBe('Test');
    expect(await outcomeOf(signed, window, OPENING - 10 * MINUTE)).toBe('Test');
    const late = await outcomeOf(signed, window, OPENING + 10 * MINUTE + 1);
    expect(late).toBe('timestamp-outside-window');
  });

  test('cannot be told of a timestamp that is no date', async () => {
    const signature = signatureOf(`${KEY}yesterday`, 'TEST-PRIVATE-KEY');
    const undated = { publickey: KEY, timestamp: 'yesterday', signature };
    expect(await outcomeOf(undated, window)).toBe('timestamp-outside-window');
  });
});

test('a call that needs no authentication is anybody’s', async () => {
  expect(await outcomeOf({}, { access: 'none' })).toBe('nobody');
});
