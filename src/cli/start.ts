import type { Command } from 'commander';
import { describeConfig, loadConfig } from '#server/config/index.ts';
import type { Config } from '#server/config/index.ts';
import { addConfigFlags } from './config-flags.ts';
import { serve } from './serve.ts';
import type { Terminal } from './terminal.ts';

interface StartFlags extends Readonly<Record<string, unknown>> {
  readonly config?: string;
  readonly printConfig?: boolean;
}

export function define(command: Command, terminal: Terminal): void {
  addConfigFlags(command);
  command
    .option('--config <file>', 'read this file instead of sosie.config.{json,yaml}')
    .option('--print-config', 'print each option with its value and where it came from, then stop')
    .addHelpText('after', examples)
    .action((flags: StartFlags) => start(flags, terminal));
}

const examples = `
Every option can also be a variable (--public-url: SOSIE_PUBLIC_URL) or a key of
sosie.config.{json,yaml} (publicUrl).

Examples:
  $ sosie start --port 0 --seed 7
  $ sosie start --clock frozen@2026-03-04T10:00:00+01:00
  $ sosie start --set utick.orderTtlMinutes=5 --log requests
  $ SOSIE_PORT=4400 sosie start --print-config`;

async function start(flags: StartFlags, terminal: Terminal): Promise<void> {
  const { config: file, printConfig, ...given } = flags;
  const resolved = await loadConfig(given, file);
  if (printConfig) return terminal.out(`${describeConfig(resolved)}\n`);
  const { createSosie } = await import('#server/index.ts');
  const running = await serve(resolved.config, (config: Config) => createSosie({ config }));
  stopOnSignal(running.close, terminal);
  // performance.now() counts from the start of the process.
  terminal.out(`${running.banner}\nready in ${Math.round(performance.now())} ms\n`);
}

const drainMs = 5_000;
const silentMs = 300;

function stopOnSignal(close: () => Promise<void>, terminal: Terminal): void {
  const stop = (): void => {
    const told = setTimeout(() => {
      terminal.err('finishing the calls under way; once more stops at once\n');
    }, silentMs);
    told.unref();
    // A fault may hold an answer for ever; draining must end all the same.
    setTimeout(() => process.exit(0), drainMs).unref();
    void close().then(() => process.exit(0));
  };
  // Once: a second signal kills at once, as it does without us.
  process.once('SIGTERM', stop).once('SIGINT', stop);
}
