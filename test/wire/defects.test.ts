import { expect, test } from 'vitest';
import { utick } from '#mocks/utick/index.ts';
import { createSosie } from '#server/index.ts';
import { vendors } from '#server/vendors.ts';
import type { SelfCheck } from '#wire/pipeline.ts';

/** Utick, but every answer has a key too many. */
const chatty: typeof utick = {
  ...utick,
  rest: {
    ...utick.rest,
    answer: (value, context) => {
      const answer = utick.rest.answer(value, context);
      return { ...answer, message: { ...Object(answer.message), aside: 'between us' } as object };
    },
  },
};

async function ping(selfCheck: SelfCheck) {
  const modules = vendors.map((vendor) => (vendor.name === 'utick' ? chatty : vendor));
  const sosie = await createSosie({ modules, config: { selfCheck } });
  const answer = await sosie.handle({
    ...{ method: 'GET', url: '/utick/v1/ping' },
    body: { publickey: 'TEST-PUBLIC-KEY' },
  });
  const [record] = sosie.sandbox.journal.query();
  await sosie.close();
  if (answer.kind !== 'answer') throw new Error(`it was answered by ${answer.kind}`);
  return { answer, record };
}

test('an answer that breaks its contract is a defect, and the journal has what was sent', async () => {
  const { answer, record } = await ping('fail');
  expect(answer.status).toBe(500);
  expect(JSON.parse(String(answer.body))).toMatchObject({
    success: false,
    error: { message: expect.stringContaining('sosie defect default.1') as string },
  });
  expect(record).toMatchObject({ outcome: 'defect', response: { text: answer.body } });
  expect(record?.detail['defect']).toContain('breaks its contract at /aside');
});

test.each(['warn', 'off'] as const)(
  'with the self-check at %s it is sent, and what the contract does not know is masked',
  async (selfCheck) => {
    const { answer, record } = await ping(selfCheck);
    expect(answer.status).toBe(200);
    expect(answer.headers['x-sosie-self-check']).toBe(
      selfCheck === 'warn' ? '/aside ?aside? is not in the contract.' : undefined,
    );
    expect(JSON.parse(String(answer.body))).toMatchObject({ success: true, aside: 'between us' });
    expect(record?.outcome).toBe('done');
    expect(JSON.parse(record?.response?.text ?? '')).toMatchObject({ aside: '<string>' });
  },
);
