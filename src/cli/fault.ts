import type { Command } from 'commander';
import { suggestion, UsageError } from '#server/config/usage-error.ts';
import type { FaultReading } from '#server/control/fault-schema.ts';
import {
  addExamples,
  addSandboxFlags,
  controlFor,
  printAnswer,
  type SandboxFlags,
} from './asking.ts';
import { objectOf, usageOf, type Schema } from './assignments.ts';
import { columns } from './columns.ts';
import { below, type Control } from './control.ts';
import { jsonOf, numberOf } from './flag-values.ts';
import type { Terminal } from './terminal.ts';

export function define(command: Command, terminal: Terminal): void {
  addExamples(
    command,
    'fault add reset --operation updateOrder --phase after --times 1',
    'fault ls',
    'fault rm fault-1',
  );
  defineAdd(command, terminal);
  defineList(command, terminal);
  defineRemove(command, terminal);
}

interface AddFlags extends SandboxFlags {
  readonly id?: string;
  readonly vendor?: string;
  readonly operation?: string;
  readonly match?: string;
  readonly nth?: string;
  readonly every?: string;
  readonly probability?: string;
  readonly phase: string;
  readonly times?: string;
  readonly until?: string;
  readonly list?: true;
}

function defineAdd(command: Command, terminal: Terminal): void {
  const add = command
    .command('add')
    .description('make trouble on purpose; under a known id it takes the place of that rule')
    .argument('[kind]', 'what happens: latency, status, failure, reset, …')
    .argument('[name=value...]', 'what that kind takes')
    .option('--list', 'list every kind with what it takes')
    .option('--id <id>', 'a name for the rule (default: made up)')
    .option('--vendor <vendor>', 'only calls to this vendor')
    .option('--operation <operation>', 'only calls of this operation')
    .option('--match <json>', 'only messages with this part in them')
    .option('--nth <number>', 'only this one of the calls that fit')
    .option('--every <number>', 'each second, third, … of them')
    .option('--probability <number>', 'from 0 to 1, drawn from the seed')
    .option(
      '--phase <phase>',
      'before the work; or after: it is done, its answer suffers',
      'before',
    )
    .option('--times <number>', 'at most so often')
    .option('--until <instant>', 'over from here, on the clock of the sandbox');
  addSandboxFlags(add);
  addExamples(
    add,
    'fault add --list',
    'fault add latency ms=300',
    'fault add status status=503 body=busy --vendor utick --times 2',
    `fault add empty --operation updateOrder --match '{"statusid":1}' --phase after`,
  );
  add.action(async (kind: string | undefined, words: readonly string[], flags: AddFlags) => {
    const control = await controlFor(flags);
    const kinds = await kindsOf(control);
    if (flags.list) return list(terminal, flags, kinds);
    const then = { kind, ...objectOf(words, kindNamed(kinds, kind)) };
    const path = below`/sandboxes/${flags.sandbox}/faults`;
    const answer = await control.ask<FaultReading>('POST', path, { ...ruleOf(flags), then });
    printAnswer(terminal, flags, { answer, inWords: (rule) => columns([rowOf(rule)]) });
  });
}

function ruleOf(flags: AddFlags): object {
  const { id, vendor, operation, match, nth, every, probability, phase, times, until } = flags;
  const number = (flag: string, text: string | undefined): number | undefined =>
    text === undefined ? undefined : numberOf(`--${flag}`, text);
  return {
    ...{ id, phase, until, times: number('times', times) },
    when: {
      ...{ vendor, operation, nth: number('nth', nth), every: number('every', every) },
      match: match === undefined ? undefined : jsonOf('--match', match),
      probability: number('probability', probability),
    },
  };
}

/** Each kind of fault with what it takes, as the API describes itself. */
async function kindsOf(control: Control): Promise<ReadonlyMap<string, Schema>> {
  const { components } = await control.ask<OpenApi>('GET', '/_sosie/openapi.json');
  return new Map(
    (components.schemas.FaultAction.anyOf ?? []).map(({ properties = {}, ...schema }) => {
      const { kind, ...others } = properties;
      return [String(kind?.const), { ...schema, properties: others }];
    }),
  );
}

interface OpenApi {
  readonly components: { readonly schemas: { readonly FaultAction: Schema } };
}

function kindNamed(kinds: ReadonlyMap<string, Schema>, kind: string | undefined): Schema {
  const words = [...kinds.keys()];
  if (kind === undefined)
    throw new UsageError(`which fault? ${words.join(', ')}; more with --list`);
  const found = kinds.get(kind);
  if (!found) throw new UsageError(`no fault "${kind}"; ${suggestion(kind, words)}`);
  return found;
}

function list(terminal: Terminal, flags: AddFlags, kinds: ReadonlyMap<string, Schema>): void {
  const answer = { kinds: Object.fromEntries(kinds) };
  const inWords = (): string =>
    [...kinds]
      .map(
        ([kind, schema]) =>
          `${kind} ${usageOf(schema)}`.trimEnd() + `\n    ${schema.description ?? ''}`.trimEnd(),
      )
      .join('\n');
  printAnswer(terminal, flags, { answer, inWords });
}

function defineList(command: Command, terminal: Terminal): void {
  const ls = addSandboxFlags(
    command.command('ls').description('list the rules with their counts, in the order of trial'),
  );
  addExamples(ls, 'fault ls', 'fault ls --sandbox mine --json');
  ls.action(async (flags: SandboxFlags) => {
    const control = await controlFor(flags);
    const path = below`/sandboxes/${flags.sandbox}/faults`;
    const answer = await control.ask<{ readonly faults: readonly FaultReading[] }>('GET', path);
    const inWords = (): string =>
      answer.faults.length === 0 ? 'no faults' : columns([HEAD, ...answer.faults.map(rowOf)]);
    printAnswer(terminal, flags, { answer, inWords });
  });
}

interface RemoveFlags extends SandboxFlags {
  readonly all?: true;
}

function defineRemove(command: Command, terminal: Terminal): void {
  const rm = command
    .command('rm')
    .description('remove a rule, or all')
    .argument('[id]', 'which one: what `fault ls` calls it')
    .option('--all', 'all of them');
  addSandboxFlags(rm);
  addExamples(rm, 'fault rm fault-1', 'fault rm --all --sandbox mine');
  rm.action(async (id: string | undefined, flags: RemoveFlags) => {
    if ((id === undefined) === (flags.all === undefined)) {
      throw new UsageError('which fault? its id, or --all');
    }
    const control = await controlFor(flags);
    const path = below`/sandboxes/${flags.sandbox}/faults`;
    await control.ask('DELETE', id === undefined ? path : `${path}/${encodeURIComponent(id)}`);
    const inWords = (): string => (id === undefined ? 'no faults any more' : `${id} is gone`);
    printAnswer(terminal, flags, { answer: { removed: id ?? 'all' }, inWords });
  });
}

const HEAD = ['ID', 'HITS', 'SEEN', 'FAULT', 'PHASE', 'WHEN', 'UNTIL'];

function rowOf({ id, hits, seen, then, phase, when = {}, times, until }: FaultReading): string[] {
  const { kind, ...parameters } = then;
  const most = times === undefined ? '' : ` of ${times}`;
  return [
    ...[id, `${hits}${most}`, `${seen}`, `${kind} ${inWords(parameters)}`.trimEnd(), phase],
    ...[inWords(when) || 'any call', until ?? ''],
  ];
}

const inWords = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
