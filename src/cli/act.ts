import type { Command } from 'commander';
import { suggestion, UsageError } from '#server/config/usage-error.ts';
import type { CatalogueVendor } from '#server/control/catalogue.ts';
import {
  addExamples,
  addSandboxFlags,
  controlFor,
  printAnswer,
  type SandboxFlags,
} from './asking.ts';
import { objectOf, usageOf, type Schema } from './assignments.ts';
import { catalogueOf } from './catalogue.ts';
import { columns } from './columns.ts';
import { below } from './control.ts';
import type { Terminal } from './terminal.ts';

interface ActFlags extends SandboxFlags {
  readonly list?: true;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument('[vendor/action]', 'what to do')
    .argument('[name=value...]', 'its parameters')
    .option('--list', 'list what can be done, all of it or at one vendor, with the parameters');
  addSandboxFlags(command);
  addExamples(
    command,
    'act --list',
    'act utick/record-bank-transfer orderid=EE140C35-… amount=4600',
    `act utick/refund orderid=EE140C35-… 'notes=Rain' --sandbox mine`,
  );
  command.action(async (name: string | undefined, words: readonly string[], flags: ActFlags) => {
    const control = await controlFor(flags);
    const catalogue = await catalogueOf(control);
    if (flags.list) return list(terminal, flags, actionsIn(catalogue, name));
    const { vendor, action, parameters } = actionNamed(catalogue, name);
    const answer = await control.ask<Done>(
      'POST',
      below`/sandboxes/${flags.sandbox}/${vendor}/actions/${action}`,
      objectOf(words, parameters),
    );
    printAnswer(terminal, flags, { answer, inWords: resultInWords });
  });
}

interface Action {
  readonly vendor: string;
  readonly action: string;
  readonly summary: string;
  readonly parameters: Schema;
}

interface Done {
  readonly result: unknown;
}

function actionNamed(catalogue: readonly CatalogueVendor[], name = ''): Action {
  const [vendor = '', action] = name.split('/');
  const actions = actionsIn(catalogue, vendor === '' ? undefined : vendor);
  const words = actions.map((one) => one.action);
  const found = actions.find((one) => one.vendor === vendor && one.action === action);
  if (found) return found;
  if (action !== undefined && vendor !== '') {
    throw new UsageError(`no action "${action}" of ${vendor}; ${suggestion(action, words)}`);
  }
  const all = actions.map((one) => `${one.vendor}/${one.action}`);
  throw new UsageError(`which action? ${all.join(', ')}; more with --list`);
}

/** Those of one vendor, or of all. */
function actionsIn(
  catalogue: readonly CatalogueVendor[],
  vendor: string | undefined,
): readonly Action[] {
  const vendors = catalogue.map((one) => one.vendor);
  if (vendor !== undefined && !vendors.includes(vendor)) {
    throw new UsageError(`no vendor "${vendor}"; ${suggestion(vendor, vendors)}`);
  }
  return catalogue
    .filter((one) => vendor === undefined || one.vendor === vendor)
    .flatMap((one) =>
      one.actions.map(({ action, summary, parameters }) => ({
        ...{ vendor: one.vendor, action, summary },
        // The catalogue promises a JSON Schema.
        parameters: parameters as Schema,
      })),
    );
}

function list(terminal: Terminal, flags: ActFlags, actions: readonly Action[]): void {
  const inWords = (): string =>
    actions
      .map(
        ({ vendor, action, summary, parameters }) =>
          `${vendor}/${action} ${usageOf(parameters)}`.trimEnd() + `\n    ${summary}`,
      )
      .join('\n');
  printAnswer(terminal, flags, { answer: { actions }, inWords });
}

/** A row that came of it with its fields below one another. */
function resultInWords({ result }: Done): string {
  if (result === null) return 'done';
  if (typeof result !== 'object') return String(result);
  return columns(Object.entries(result).map(([name, value]) => [name, textOf(value)]));
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
