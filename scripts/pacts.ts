// Writes the pacts: what the consumer tests agree with the vendors, from nothing each time.
//   npm run pacts              write them
//   npm run pacts -- --check   exit 1, naming the files that are not up to date
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACTS = 'contracts/pacts';
const folder = mkdtempSync(join(tmpdir(), 'sosie-pacts-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.pacts.config.ts'];
const { status, stdout } = spawnSync(process.execPath, [...vitest, '.pact.test.ts'], {
  env: { ...process.env, PACT_FOLDER: folder },
  encoding: 'utf8',
});
if (status !== 0) {
  console.error(`${stdout}the consumer tests fail: no pacts`);
  process.exit(1);
}

const textsIn = (path: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(path) ? readdirSync(path) : [])
      .sort()
      .map((name) => [name, readFileSync(join(path, name), 'utf8')]),
  );

const [made, kept] = [textsIn(folder), textsIn(PACTS)];
const changed = [...made].filter(([name, text]) => kept.get(name) !== text);
const orphans = [...kept.keys()].filter((name) => !made.has(name));

if (process.argv.includes('--check')) {
  const drifted = [...changed.map(([name]) => name), ...orphans];
  for (const name of drifted) console.error(`${PACTS}/${name} is not up to date: npm run pacts`);
  process.exitCode = drifted.length > 0 ? 1 : 0;
} else {
  mkdirSync(PACTS, { recursive: true });
  for (const [name, text] of changed) {
    writeFileSync(join(PACTS, name), text);
    console.log(`wrote ${PACTS}/${name}`);
  }
  for (const name of orphans) {
    rmSync(join(PACTS, name));
    console.log(`removed ${PACTS}/${name}`);
  }
}
