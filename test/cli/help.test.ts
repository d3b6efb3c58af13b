import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { typed } from './typed.ts';

const built = commands.filter(({ load }) => load !== undefined).map(({ name }) => name);

/** A command and the commands below it, as its help lists them. */
async function below(name: string): Promise<readonly string[]> {
  const { out } = await typed(`${name} --help`);
  const [, list = ''] = /\nCommands:\n([^]*?)\n\n/.exec(out) ?? [];
  const names = [...list.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, word]) => `${name} ${word}`);
  return [name, ...names];
}

const all = (await Promise.all(built.map(below))).flat();

describe.each(all)('sosie %s --help', (name) => {
  test('says what it does, with examples that begin so', async () => {
    const { code, out, err } = await typed(`${name} --help`);
    expect([code, err]).toEqual([0, '']);
    const examples = out.split('\nExamples:\n')[1] ?? '';
    expect(examples).toContain(`sosie ${name}`);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('describes each of its arguments and options', async () => {
    const { out } = await typed(`${name} --help`);
    const bare = out.split('\n').filter((line) => /^ {2}(-|<|\[)?[\w.<>[\]|-]+ *$/.test(line));
    expect(bare).toEqual([]);
  });
});

test('there are commands below commands', () => {
  expect(all).toContain('clock advance');
  expect(all).toContain('sandbox fork');
});
