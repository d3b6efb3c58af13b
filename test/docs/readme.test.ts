import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOnce } from '../cli/started.ts';
import { blocksOf, guides, isShown, nameOf, vendorPages } from './pages.ts';
import {
  isVitest,
  makeProject,
  runProgram,
  runVitest,
  typeErrors,
  writeProgram,
} from './programs.ts';
import { play, sessionsOf } from './session.ts';

const project = makeProject();
const blocks = guides.flatMap(blocksOf);
const programs = blocks
  .filter(({ language }) => language === 'ts')
  .map((block) => ({ block, path: writeProgram(project, block) }));

beforeAll(buildOnce);
afterAll(() => rmSync(project, { recursive: true }));

/** Fails with both texts when they differ. */
function expectShown(printed: string, shown: string): void {
  if (!isShown(printed, shown)) expect(printed.trim()).toBe(shown.trim());
}

describe('every command of a page does what the page says', () => {
  const sessions = [...guides, ...vendorPages].flatMap((page) =>
    sessionsOf(blocksOf(page)).map(
      (session, at) => [`${page}, part ${at + 1}`, page, session] as const,
    ),
  );

  test.concurrent.each(sessions)('%s', { timeout: 150_000 }, async (_, page, session) => {
    const folder = mkdtempSync(join(tmpdir(), 'sosie-page-'));
    for (const { language, note, text } of blocksOf(page)) {
      if (language === 'yaml' && note !== '') writeFileSync(join(folder, note), text);
    }
    try {
      for (const { block, text } of await play(session, folder)) {
        if (block.shown !== undefined) expectShown(text, block.shown);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('what needs a fresh clone is known: the whole check of the project runs it', () => {
  const fresh = blocks.filter(({ note }) => note === 'fresh-clone');
  expect(fresh.map(({ page, text }) => `${page}: ${text.trim()}`)).toEqual([
    'README.md: npm ci && npm start',
    'README.md: npm ci && npm test',
    'docs/guides/ci.md: npm ci && npm pack',
  ]);
});

test('what needs a container engine is known: scripts/image-check runs it', () => {
  const docker = blocks.filter(({ note }) => note === 'docker');
  expect([...new Set(docker.map(({ page }) => page))]).toEqual([
    'README.md',
    'docs/guides/docker.md',
  ]);
});

test('what a page shows as printed says something', () => {
  const empty = blocks.filter(({ shown }) => shown !== undefined && !/[^…\s]/.test(shown));
  expect(empty.map(nameOf)).toEqual([]);
});

test('no command or program hides in a block of another language', () => {
  const others = blocks.filter(({ language }) => !['sh', 'ts', 'text', 'yaml'].includes(language));
  expect(others.map(nameOf)).toEqual([]);
});

describe('every program of a page runs', { timeout: 90_000 }, () => {
  const plain = programs.filter(({ block }) => !isVitest(block));
  test.concurrent.each(plain.map(({ block, path }) => [nameOf(block), block, path] as const))(
    '%s',
    async (_, block, path) => {
      const printed = await runProgram(path);
      if (block.shown !== undefined) expectShown(printed, block.shown);
    },
  );

  test('those for vitest pass there', async () => {
    const tests = programs.filter(({ block }) => isVitest(block));
    const { numPassedTests, numFailedTests } = await runVitest(project);
    expect(numFailedTests).toBe(0);
    expect(numPassedTests).toBeGreaterThanOrEqual(tests.length);
  });

  test('all have the types that the page promises', () => {
    expect(
      typeErrors(
        project,
        programs.map(({ path }) => path),
      ),
    ).toEqual([]);
  }, 60_000);
});
