import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Batch } from '#wire/batch.ts';

describe('calls that come in together', () => {
  it('are all decided before the first is answered, in the order in which they came', async () => {
    const batch = new Batch();
    const done: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      batch.decide(() => {
        done.push(`decide ${name}`);
        batch.answer(() => done.push(`answer ${name}`));
      });
    }
    expect(done).toEqual([]);
    await turn();
    expect(done).toEqual([
      ...['decide a', 'decide b', 'decide c'],
      ...['answer a', 'answer b', 'answer c'],
    ]);
  });

  it('wait for no more than 64 others', async () => {
    const batch = new Batch();
    const done: string[] = [];
    for (let at = 0; at < 65; at += 1) {
      batch.decide(() => {
        done.push('decide');
        batch.answer(() => done.push('answer'));
      });
    }
    await turn();
    expect(done.lastIndexOf('answer')).toBe(129);
    expect(done.indexOf('answer')).toBe(64);
  });

  it('do not hold up an answer that was long in coming', () => {
    const done: string[] = [];
    new Batch().answer(() => done.push('answer'));
    expect(done).toEqual(['answer']);
  });

  it('are decided once each when more come in meanwhile', async () => {
    const batch = new Batch();
    const done: string[] = [];
    batch.decide(() => {
      done.push('first');
      batch.decide(() => done.push('second'));
    });
    await turn();
    expect(done).toEqual(['first']);
    await turn();
    expect(done).toEqual(['first', 'second']);
  });
});
