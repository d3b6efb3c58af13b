import { expect, test } from 'vitest';
import { createSosie } from '#server/index.ts';
import { basic } from '../support/wsone.ts';
import { documentedRequest, documentedResponse } from './wsone-sample.ts';

/** The same bytes without the white space between tokens; texts stay as they are. */
const compact = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, text: string | undefined) => text ?? '');

const call = {
  method: 'POST',
  url: '/wsone/rest/transactionWebService/sendAndValidTransaction',
  headers: { ...basic, 'content-type': 'application/json' },
  body: documentedRequest,
};

test('the vendor’s sample call of sendAndValidTransaction is answered as its sample, byte for byte', async () => {
  const sosie = await createSosie({ dataset: 'wsone-seed', hardened: true });
  const response = await sosie.handle(call);
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  const bytes = Buffer.from(response.body);
  expect(response.status).toBe(200);
  expect(bytes.toString('utf8')).toBe(compact(documentedResponse));
  expect(bytes.equals(Buffer.from(compact(documentedResponse), 'utf8'))).toBe(true);
  await sosie.close();
});

test('where doubles are plain numbers it is the same but for 15 and 17', async () => {
  const sosie = await createSosie({ dataset: 'wsone-seed', hardened: true });
  await sosie.sandbox.settings.set('wsone', { javaDoubles: false });
  const response = await sosie.handle(call);
  if (response.kind !== 'answer') throw new Error(`no answer but ${response.kind}`);
  const plain = compact(documentedResponse).replaceAll(/:(\d+)\.0(?=[,}])/g, ':$1');
  expect(plain).toContain('"value":15,');
  expect(plain).toContain('"discountAmount":17,');
  expect(Buffer.from(response.body).toString('utf8')).toBe(plain);
  await sosie.close();
});

test('over a real port it is the same bytes, sent again too', async () => {
  const sosie = await createSosie({ dataset: 'wsone-seed' });
  const { url } = await sosie.listen({ port: 0 });
  const { method, headers, body } = call;
  const sent = async (): Promise<string> => {
    const response = await fetch(`${url}${call.url}`, { method, headers, body });
    return response.text();
  };
  expect(await sent()).toBe(compact(documentedResponse));
  expect(await sent()).toBe(compact(documentedResponse));
  await sosie.close();
});

test('the sample’s data set stands where its clock says, unless another clock is asked for', async () => {
  const given = await createSosie({ dataset: 'wsone-seed' });
  expect(given.sandbox.clock.get()).toEqual({ mode: 'frozen', now: '2025-09-27T14:30:05Z' });
  const asked = await createSosie({ dataset: 'wsone-seed', clock: '2026-03-04T10:00:00+01:00' });
  expect(asked.sandbox.clock.get().now).toBe('2026-03-04T09:00:00Z');
  await Promise.all([given.close(), asked.close()]);
});
