import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

export interface CommandModule {
  /** Adds options, help and action to the command. */
  define(command: Command, terminal: Terminal): void;
}

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Imported only when the command is called; absent as long as it is not built. */
  readonly load?: () => Promise<CommandModule>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'start every vendor on one port',
    load: () => import('./start.ts'),
  },
  {
    name: 'replay',
    summary: 'replay scenarios against the double or a real sandbox',
    load: () => import('./replay.ts'),
  },
  { name: 'verify', summary: 'verify the pacts', load: () => import('./verify.ts') },
  { name: 'record', summary: 'proxy to the real vendor and keep redacted exchanges' },
  { name: 'drift', summary: 'compare the contract, the real vendor and the double' },
  {
    name: 'check',
    summary: 'validate captured messages against the contract',
    load: () => import('./check.ts'),
  },
  {
    name: 'journal',
    summary: 'read the journal of exchanges',
    load: () => import('./journal.ts'),
  },
  {
    name: 'clock',
    summary: "read, set or advance a sandbox's clock",
    load: () => import('./clock.ts'),
  },
  {
    name: 'fault',
    summary: 'add, list or remove fault rules',
    load: () => import('./fault.ts'),
  },
  {
    name: 'act',
    summary: "do what happens behind a vendor's counter",
    load: () => import('./act.ts'),
  },
  {
    name: 'sandbox',
    summary: 'list, make, reset, fork or drop sandboxes',
    load: () => import('./sandbox.ts'),
  },
  {
    name: 'outbox',
    summary: 'list or deliver notifications',
    load: () => import('./outbox.ts'),
  },
  { name: 'snapshot', summary: 'save, load or compare state as JSON' },
];
