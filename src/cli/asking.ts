import type { Command } from 'commander';
import { loadTarget } from '#server/config/index.ts';
import { controlOf, type Control } from './control.ts';
import type { Terminal } from './terminal.ts';

/** The options of a command that asks a running sosie. */
export interface AskingFlags {
  readonly url?: string;
  readonly token?: string;
  readonly json?: true;
}

export interface SandboxFlags extends AskingFlags {
  readonly sandbox: string;
}

export function addAskingFlags(command: Command): Command {
  return command
    .option('--url <url>', 'where sosie is (else SOSIE_URL, else as `sosie start` here)')
    .option('--token <token>', 'its admin token (else SOSIE_ADMIN_TOKEN)')
    .option('--json', 'print the answer as JSON');
}

/** The same for a command that is about one sandbox. */
export const addSandboxFlags = (command: Command): Command =>
  addAskingFlags(command.option('--sandbox <name>', 'which sandbox', 'default'));

export const controlFor = async (flags: AskingFlags): Promise<Control> =>
  controlOf(await loadTarget(flags));

export function addExamples(command: Command, ...lines: readonly string[]): Command {
  const shown = lines.map((line) => `  $ sosie ${line}`);
  return command.addHelpText('after', `\nExamples:\n${shown.join('\n')}`);
}

/** Prints what was answered: as it came for a program, or in words for a person. */
export function printAnswer<T>(
  terminal: Terminal,
  { json }: AskingFlags,
  told: { readonly answer: T; readonly inWords: (answer: T) => string },
): void {
  const text = json ? JSON.stringify(told.answer, null, 2) : told.inWords(told.answer);
  terminal.out(`${text}\n`);
}
