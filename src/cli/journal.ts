import type { Command } from 'commander';
import { suggestion, UsageError } from '#server/config/usage-error.ts';
import type { ReadableRecord } from '#server/control/journal.ts';
import { didYouMean } from '#server/control/problem.ts';
import { addExamples, addSandboxFlags, controlFor, type SandboxFlags } from './asking.ts';
import { catalogueOf } from './catalogue.ts';
import { below, queryOf, type Control } from './control.ts';
import { follow, placeAfter, type Page } from './follow.ts';
import { lineOf, wholeInWords } from './journal-words.ts';
import type { Terminal } from './terminal.ts';

export interface JournalFlags extends SandboxFlags {
  readonly follow?: true;
  readonly vendor?: string;
  readonly operation?: string;
  readonly outcome?: string;
  readonly entity?: string;
  readonly limit?: string;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .argument('[id]', 'one record, whole: its number, or what X-Sosie-Exchange told')
    .option('--follow', 'then each record as it comes, until Ctrl-C')
    .option('--vendor <vendor>', 'only of this vendor')
    .option('--operation <operation>', 'only of this operation')
    .option('--outcome <outcome>', 'done, refused, unmatched, fault or defect')
    .option('--entity <id>', 'only about this order, payment or card, across vendors')
    .option('--limit <number>', 'so many of the newest (default: 100, with --follow 10)');
  addSandboxFlags(command);
  addExamples(
    command,
    'journal',
    'journal --outcome refused --limit 5',
    'journal --follow --vendor utick',
    'journal default.17',
    'journal --json > captured.jsonl',
  );
  command.action(async (id: string | undefined, flags: JournalFlags) => {
    const control = await controlFor(flags);
    if (id !== undefined) return showOne(control, flags, { id, terminal });
    await assertWords(control, flags);
    const show = showing(flags, terminal);
    const page = await newestPage(control, flags);
    page.records.forEach(show);
    if (flags.follow) return follow(control, flags, { from: placeAfter(page), show, terminal });
    if (page.records.length === 0 && !flags.json) terminal.out('no records\n');
  });
}

async function showOne(
  control: Control,
  { sandbox, follow: isFollowing, json }: JournalFlags,
  { id, terminal }: { readonly id: string; readonly terminal: Terminal },
): Promise<void> {
  if (isFollowing) {
    throw new UsageError('one record is not followed: leave out its id or --follow');
  }
  const path = below`/sandboxes/${sandbox}/journal/${id}`;
  const record = await control.ask<ReadableRecord>('GET', path);
  terminal.out(`${json ? JSON.stringify(record, null, 2) : wholeInWords(record)}\n`);
}

async function newestPage(control: Control, flags: JournalFlags): Promise<Page> {
  const { vendor, operation, outcome, entity } = flags;
  const limit = flags.limit ?? (flags.follow ? '10' : undefined);
  const query = queryOf({ vendor, operation, outcome, entity, limit });
  return control.ask<Page>('GET', `${below`/sandboxes/${flags.sandbox}/journal`}${query}`);
}

/** As the API filters by any word, it could only answer with nothing to a mistyped one. */
async function assertWords(control: Control, { vendor, operation }: JournalFlags): Promise<void> {
  if (vendor === undefined && operation === undefined) return;
  const catalogue = await catalogueOf(control);
  const vendors = catalogue.map((one) => one.vendor);
  if (vendor !== undefined && !vendors.includes(vendor)) {
    throw new UsageError(`no vendor "${vendor}"; ${suggestion(vendor, vendors)}`);
  }
  const operations = catalogue.flatMap((one) => one.operations.map(({ operation: name }) => name));
  if (operation === undefined || operations.includes(operation)) return;
  // What fell due and what was done behind the counter have names of their own.
  const hint = didYouMean(operation, operations);
  if (hint !== '') throw new UsageError(`no operation "${operation}"${hint}`);
}

const showing =
  ({ json }: JournalFlags, terminal: Terminal) =>
  (record: ReadableRecord): void =>
    terminal.out(`${json ? JSON.stringify(record) : lineOf(record)}\n`);
