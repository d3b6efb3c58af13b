import type { Node } from 'yaml';
import { known } from '../place.ts';
import type { AwaitStep, ClockStep, FaultStep, SingleStep, Step } from '../scenario.ts';
import { readAction, readCall } from './read-call.ts';
import { readNotification, readPattern, readSaving } from './read-end.ts';
import { readParallel } from './read-parallel.ts';
import { entriesOf, fieldsOf, textOf, type Entry, type Reading } from './reading.ts';
import { readTemplate } from './template.ts';

/** What each kind of step may say, under the key that makes it one. */
const STEP_KEYS = {
  call: ['call', 'with', 'expect', 'refuse', 'lost', 'save', 'timeoutMs', 'retries'],
  action: ['action', 'with', 'expect', 'refuse', 'save'],
  fault: ['fault'],
  clock: ['clock', 'expect', 'save'],
  parallel: ['parallel', 'expect', 'save'],
  // Only when there is nothing else to do.
  expect: ['expect'],
} as const;
type StepKind = keyof typeof STEP_KEYS;

const kinds = Object.keys(STEP_KEYS) as readonly StepKind[];
const doing = kinds.filter((kind) => kind !== 'expect');

/** A step with the fields that it has, all of them known. */
export interface StepFields {
  readonly node: Node;
  readonly fields: ReadonlyMap<string, Entry>;
  readonly title: string | undefined;
}

/** Complains where it is none. */
export async function readStep(reading: Reading, node: Node): Promise<Step | undefined> {
  const kind = kindOf(reading, node);
  if (!kind) return undefined;
  const step = fieldsFor(reading, node, { kind });
  if (!step) return undefined;
  switch (kind) {
    case 'parallel':
      return readParallel(reading, step);
    case 'expect':
      return readAwait(reading, step);
    case 'call':
    case 'action':
    case 'fault':
    case 'clock':
      return readSingle(reading, step, kind);
  }
}

/** A step that may run at once with others. */
export async function readSingleStep(
  reading: Reading,
  node: Node,
  extra: readonly string[] = [],
): Promise<SingleStep | undefined> {
  const kind = kindOf(reading, node);
  if (!kind) return undefined;
  if (kind === 'parallel' || kind === 'expect') {
    reading.complain(node, `a step with "${kind}" does not run at once with others`);
    return undefined;
  }
  const step = fieldsFor(reading, node, { kind, extra });
  return step && readSingle(reading, step, kind);
}

function readSingle(
  reading: Reading,
  step: StepFields,
  kind: Exclude<StepKind, 'parallel' | 'expect'>,
): Promise<SingleStep | undefined> | SingleStep | undefined {
  switch (kind) {
    case 'call':
      return readCall(reading, step);
    case 'action':
      return readAction(reading, step);
    case 'fault':
      return readFault(reading, step);
    case 'clock':
      return readClock(reading, step);
  }
}

function kindOf(reading: Reading, node: Node): StepKind | undefined {
  const keys = entriesOf(reading, node, 'a step')?.map(({ key }) => key);
  if (!keys) return undefined;
  const found = doing.filter((kind) => keys.includes(kind));
  const [kind, other] = found;
  if (kind && !other) return kind;
  if (kind && other) {
    reading.complain(node, `a step does one thing: this one has "${kind}" and "${other}"`);
    return undefined;
  }
  if (keys.includes('expect')) return 'expect';
  const meant = keys.map((key) => reading.hint(key, doing)).find((hint) => hint !== '');
  reading.complain(node, `a step has one of ${doing.join(', ')}${meant ?? ''}`);
  return undefined;
}

interface Wanted {
  readonly kind: StepKind;
  /** Keys that are known here beside those of the kind. */
  readonly extra?: readonly string[];
}

function fieldsFor(
  reading: Reading,
  node: Node,
  { kind, extra = [] }: Wanted,
): StepFields | undefined {
  const keys = ['title', ...STEP_KEYS[kind], ...extra];
  const fields = fieldsOf(reading, node, { what: `a step with "${kind}"`, keys });
  if (!fields) return undefined;
  const title = fields.get('title');
  return { node, fields, title: title && textOf(reading, title.value, 'title') };
}

function readFault(reading: Reading, { node, fields, title }: StepFields): FaultStep | undefined {
  const fault = fields.get('fault');
  if (!fault || !entriesOf(reading, fault.value, 'fault')) return undefined;
  const rule = readTemplate(reading, fault.value);
  return { kind: 'fault', at: reading.place(node), title, rule };
}

const MOVES = ['advance', 'to'] as const;

async function readClock(
  reading: Reading,
  { node, fields, title }: StepFields,
): Promise<ClockStep | undefined> {
  const clock = fields.get('clock');
  const moves = clock && fieldsOf(reading, clock.value, { what: 'clock', keys: MOVES });
  const [move] = MOVES.filter((word) => moves?.has(word));
  const target = move && moves?.get(move);
  if (!clock || !moves || !move || !target || moves.size > 1) {
    if (clock && moves) reading.complain(clock.value, 'clock has one of advance, to');
    return undefined;
  }
  const template = readTemplate(reading, target.value);
  checkMove(reading, target, move);
  const answer = await readPattern(reading, fields.get('expect'));
  return {
    kind: 'clock',
    ...{ at: reading.place(node), title, move, target: template, answer },
    notification: await readNotification(reading, fields.get('expect')),
    save: readSaving(reading, fields.get('save')),
  };
}

const DURATION = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

function checkMove(reading: Reading, { value }: Entry, move: 'advance' | 'to'): void {
  const text = textOf(reading, value, move);
  if (text === undefined || text.includes('${')) return;
  if (move === 'advance' && !DURATION.test(text)) {
    reading.complain(value, `"${text}" is no ISO 8601 duration such as PT21M`);
  }
  if (move === 'to' && text !== 'next' && text !== 'idle' && Number.isNaN(Date.parse(text))) {
    const words = known(reading.hint, text, ['next', 'idle']);
    reading.complain(value, `"${text}" is no instant such as 2026-03-04T10:00:00+01:00${words}`);
  }
}

async function readAwait(
  reading: Reading,
  { node, fields, title }: StepFields,
): Promise<AwaitStep | undefined> {
  const entry = fields.get('expect');
  const notification = await readNotification(reading, entry);
  const rest = await readPattern(reading, entry);
  if (notification && !rest) return { kind: 'await', at: reading.place(node), title, notification };
  reading.complain(node, 'a step without call, action or clock expects a notification only');
  return undefined;
}
