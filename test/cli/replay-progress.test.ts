import { expect, test } from 'vitest';
import { progressOn } from '../../src/cli/replay-progress.ts';

/** Notes what is written. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

test('on a terminal one line says how far it is, and is gone at the end', () => {
  const terminal = stream(true);
  const progress = progressOn(terminal, 11);
  progress.show({ name: 'utick-order-expires', status: 'passed' }, 3);
  progress.clear();
  expect(terminal.written).toEqual(['\r\x1b[K3/11 passed utick-order-expires', '\r\x1b[K']);
});

test('in a pipe nothing is said', () => {
  const pipe = stream(false);
  const progress = progressOn(pipe, 11);
  progress.show({ name: 'utick-order-expires', status: 'failed' }, 1);
  progress.clear();
  expect(pipe.written).toEqual([]);
});
