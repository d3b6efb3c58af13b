import { afterAll, beforeAll, expect, test } from 'vitest';
import { Type } from '@sinclair/typebox';
import type { Target } from '#harness/scenario/index.ts';
import type { Draft } from '#kernel/draft.ts';
import { done } from '#kernel/outcome.ts';
import { vendors } from '#server/vendors.ts';
import { doubleInProcess, played, story, troublesOf } from './telling.ts';

let target: Target;

type Teller = Pick<Draft<Readonly<Record<string, never>>>, 'emit'>;

/** Utick itself notifies nobody: here somebody behind its counter does. */
const tell = {
  summary: 'Tells the customer’s system something.',
  parameters: Type.Object({ order: Type.String() }, { additionalProperties: false }),
  evidence: 'guess',
  run: (draft: Teller, { order }: { readonly order: string }) => {
    const url = `http://127.0.0.1:9/hook?token=${order}`;
    const body = JSON.stringify({ order });
    draft.emit({ kind: 'order-paid', method: 'POST', url, body });
    return done({ order });
  },
} as const;

beforeAll(async () => {
  const modules = vendors.map((module) =>
    module.name === 'utick' ? { ...module, actions: { ...module.actions, tell } } : module,
  );
  const deliver = () => Promise.resolve({ ok: true, status: 204 } as const);
  target = await doubleInProcess({ modules, deliver });
});
afterAll(() => target.close());

const tells = (order: string): string => `- action: utick/tell\n  with: { order: ${order} }\n`;

test('a notification is awaited beside what sends it, or by a step of its own', async () => {
  const text = story(`${tells('A1')}  expect:
    order: A1
    notification: { type: order-paid, vendor: utick, query: { token: A1 }, body: { order: A1 } }
${tells('A2')}- expect: { notification: { type: order-paid, status: delivered, url: 'http://127.0.0.1:9/hook?token=A2' } }
`);
  const result = await played(text, { target });
  expect(troublesOf(result)).toEqual([]);
  expect(result.steps.map(({ title }) => title)).toEqual([
    ...['action utick/tell', 'action utick/tell', 'await a notification'],
  ]);
});

test('each notification is found once', async () => {
  const awaited = '- expect: { notification: { type: order-paid } }\n';
  const twice = await played(story(`${tells('A1')}${tells('A2')}${awaited}${awaited}`), { target });
  expect(troublesOf(twice)).toEqual([]);
  const once = await played(story(`${tells('A1')}${awaited}${awaited}`), { target });
  expect(troublesOf(once)).toEqual([
    'story.yaml:6:15 | notification | {"type":"order-paid"} | none was sent',
  ]);
});

test('where another was sent, it is shown beside the one expected', async () => {
  const result = await played(
    story(`${tells('A1')}  expect: { notification: { type: order-lost } }\n`),
    { target },
  );
  expect(troublesOf(result)).toEqual([
    'story.yaml:5:15 | notification | {"type":"order-lost"} | others were sent: utick order-paid (delivered)',
  ]);
  expect(result.steps[0]?.comparison).toEqual({
    expected: { type: 'order-lost' },
    seen: { type: 'order-paid' },
  });
});
