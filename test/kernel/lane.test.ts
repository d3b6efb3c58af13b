import { expect, test } from 'vitest';
import { andThen, Lane } from '#kernel/lane.ts';

const gate = (): { readonly opened: Promise<void>; open: () => void } => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

test('a job that does not wait is done at once when the lane is free', () => {
  const lane = new Lane();
  expect(lane.run(() => 7)).toBe(7);
  expect(lane.busy).toBe(false);
});

test('jobs run one at a time, in the order they came', async () => {
  const lane = new Lane();
  const { opened, open } = gate();
  const told: string[] = [];
  const first = lane.run(async () => {
    told.push('first begins');
    await opened;
    told.push('first ends');
  });
  const second = lane.run(() => void told.push('second'));
  const third = lane.run(() => void told.push('third'));
  expect(lane.busy).toBe(true);
  expect(told).toEqual(['first begins']);
  open();
  await Promise.all([first, second, third]);
  expect(told).toEqual(['first begins', 'first ends', 'second', 'third']);
  expect(lane.busy).toBe(false);
});

test('whoever comes between two waiting jobs queues behind them', async () => {
  const lane = new Lane();
  const told: number[] = [];
  const first = lane.run(async () => void told.push(1));
  const second = lane.run(() => void told.push(2));
  await Promise.resolve(first).then(() => lane.run(() => void told.push(3)));
  await second;
  expect(told).toEqual([1, 2, 3]);
});

test('a job given from inside a job runs after it, never in the middle of it', async () => {
  const lane = new Lane();
  const told: string[] = [];
  let inner: unknown;
  lane.run(() => {
    inner = lane.run(() => void told.push('inner'));
    told.push('outer');
  });
  expect(told).toEqual(['outer']);
  await inner;
  expect(told).toEqual(['outer', 'inner']);
});

test('a job that throws, now or later, leaves the lane to the next one', async () => {
  const lane = new Lane();
  const wrong = (): never => {
    throw new Error('wrong');
  };
  expect(() => lane.run(wrong)).toThrow('wrong');
  const later = lane.run(async () => wrong());
  const queued = lane.run(wrong);
  const next = lane.run(() => 'next');
  await expect(later).rejects.toThrow('wrong');
  await expect(queued).rejects.toThrow('wrong');
  expect(await next).toBe('next');
});

test('ten thousand jobs may wait', async () => {
  const lane = new Lane();
  const { opened, open } = gate();
  const first = lane.run(() => opened);
  const rest = Array.from({ length: 10_000 }, (_, at) => lane.run(() => at));
  open();
  await first;
  expect(await Promise.all(rest)).toEqual(Array.from({ length: 10_000 }, (_, at) => at));
});

test('what is there already is used without a promise', () => {
  expect(andThen(1, (value) => value + 1)).toBe(2);
  expect(andThen(Promise.resolve(1), (value) => value + 1)).toBeInstanceOf(Promise);
});
