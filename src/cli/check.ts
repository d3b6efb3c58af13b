import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { suggestion, UsageError } from '#server/config/usage-error.ts';
import { didYouMean } from '#server/control/problem.ts';
import { checkFile, vendorNames, type Checked, type Finding } from '#harness/check/index.ts';
import { addExamples } from './asking.ts';
import { CheckFailed } from './check-failed.ts';
import { printable } from './columns.ts';
import type { Terminal } from './terminal.ts';

interface CheckFlags {
  readonly vendor?: string;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument('<file...>', 'what was captured; - reads the standard input')
    .option('--vendor <vendor>', 'whose calls they are, where their paths do not tell')
    .addHelpText('after', formats);
  addExamples(
    command,
    'check captured.jsonl',
    'check --vendor utick shop.har orders.json',
    'journal --json | sosie check -',
  );
  command.action((files: readonly string[], flags: CheckFlags) => check(files, flags, terminal));
}

const formats = `
A file is JSON, or a JSON document on each line. It holds exchanges:
  {"request": {"method", "url", "body"}, "response": {"status", "body"}}
or records as \`sosie journal --json\` prints them, or it is an HTTP archive (HAR).

Each violation is one line, and the exit code is 1. A key that the contract does not know
is told as drift, which is no violation: a vendor may learn something new.`;

function check(files: readonly string[], { vendor }: CheckFlags, terminal: Terminal): void {
  if (vendor !== undefined && !vendorNames.includes(vendor)) {
    throw new UsageError(`no vendor "${vendor}"; ${suggestion(vendor, vendorNames)}`);
  }
  const texts = files.map((file) => [file === '-' ? 'stdin' : file, textOf(file)] as const);
  const checked = texts.map(([file, text]) => checkFile(file, text, { vendor, hint: didYouMean }));
  const findings = checked.flatMap((one) => one.findings);
  const lines = [...findings.map(lineOf), sumOf(checked, findings)];
  terminal.out(`${lines.join('\n')}\n`);
  const isChecked = checked.some(({ messages }) => messages > 0);
  if (!isChecked) throw new CheckFailed('nothing was checked');
  if (findings.some(({ kind }) => kind === 'violation')) throw new CheckFailed();
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const why = code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`;
    throw new UsageError(`${file}: ${why}`);
  }
}

const words = { violation: '', drift: 'drift: ', 'left-out': 'left out: ' } as const;

function lineOf({ kind, where, pointer, message, operation }: Finding): string {
  const of = operation === undefined ? '' : ` (${operation})`;
  return printable(`${where}: ${words[kind]}${pointer} ${message}${of}`);
}

function sumOf(checked: readonly Checked[], findings: readonly Finding[]): string {
  const sum = (count: (one: Checked) => number): number =>
    checked.reduce((total, one) => total + count(one), 0);
  const count = (kind: Finding['kind']): number =>
    findings.filter((finding) => finding.kind === kind).length;
  const seen = `${sum(({ messages }) => messages)} messages of ${sum(({ exchanges }) => exchanges)} exchanges`;
  return `${seen} checked: ${count('violation')} violations, ${count('drift')} drift, ${count('left-out')} left out`;
}
