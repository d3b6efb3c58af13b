import type { Scenario, Target } from '#harness/scenario/index.ts';
import { isBundled } from './replay-files.ts';

/** The one command that plays a scenario again, with the seed that it had. */
export function commandFor(scenario: Scenario, { given: target }: Target): string {
  const { name, file, given } = scenario;
  const words = [
    ...['npx', 'sosie', 'replay', isBundled(scenario) ? name : file, '--seed', String(given.seed)],
    ...(given.protocol === undefined ? [] : ['--protocol', given.protocol]),
    ...(target === undefined ? [] : ['--target', target]),
  ];
  return words.map(quoted).join(' ');
}

/** As a shell reads it. */
const quoted = (word: string): string =>
  /^[\w./:@%+=,~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
