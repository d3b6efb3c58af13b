import type { Scenario, Target } from '#harness/scenario/index.ts';

/** The one command that plays a scenario again, with the seed that it had. */
export function commandFor({ name, file, given }: Scenario, { given: target }: Target): string {
  const words = [
    ...['npx', 'sosie', 'replay', file === '' ? name : file, '--seed', String(given.seed)],
    ...(target === undefined ? [] : ['--target', target]),
  ];
  return words.map(quoted).join(' ');
}

/** As a shell reads it. */
const quoted = (word: string): string =>
  /^[\w./:@%+=,~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
