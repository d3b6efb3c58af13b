import { Command, CommanderError } from 'commander';
import { HarnessProblem } from '#harness/problem.ts';
import { UsageError } from '#server/config/usage-error.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { CheckFailed } from './check-failed.ts';
import { commands } from './commands.ts';
import type { CommandEntry } from './commands.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Runs one command line, without the program's name in front. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const program = createProgram(terminal);
  try {
    // Only the command that is called is loaded: the others cost their line in the help.
    for (const entry of commands) await define(entry, { program, argv, terminal });
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof UsageError || error instanceof HarnessProblem) {
      terminal.err(`sosie: ${error.message}\n`);
      return 2;
    }
    if (error instanceof CheckFailed) {
      if (error.message !== '') terminal.err(`sosie: ${error.message}\n`);
      return 1;
    }
    // The help and the version end this way too, with exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function createProgram(terminal: Terminal): Command {
  return new Command('sosie')
    .description('A stateful double of S-360, Utick, WsOne and Monext, for tests and development.')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (message) => terminal.err(`${onOneLine(message)}\n`),
    });
}

const examples = `
Examples:
  $ sosie start                 every vendor on http://127.0.0.1:4360
  $ sosie start --port 0        on any free port
  $ sosie start --help          every option of start

Exit codes: 0 fine, 1 a check failed, 2 wrong usage.`;

interface Definition {
  readonly program: Command;
  readonly argv: readonly string[];
  readonly terminal: Terminal;
}

async function define(entry: CommandEntry, { program, argv, terminal }: Definition): Promise<void> {
  const isBuilt = entry.load !== undefined;
  const command = program
    .command(entry.name)
    .helpCommand(false)
    .description(isBuilt ? entry.summary : `${entry.summary} (not built yet)`);
  if (!isBuilt) return defineNotBuilt(command);
  if (entry.name !== argv.find((word) => !word.startsWith('-'))) return;
  const module = await entry.load();
  module.define(command, terminal);
}

function defineNotBuilt(command: Command): void {
  command
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => {
      throw new UsageError(`${command.name()} is not built yet`);
    });
}

/** `error: unknown option '--prot'\n(Did you mean --port?)` becomes one line of ours. */
function onOneLine(message: string): string {
  return message
    .trim()
    .replace(/^error: /, 'sosie: ')
    .replace(/\n\(Did you mean (.*)\?\)$/, '; did you mean $1?');
}
