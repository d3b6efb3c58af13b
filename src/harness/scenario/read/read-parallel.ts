import { isMap, isSeq } from 'yaml';
import type {
  AwaitedNotification,
  KindExpectation,
  ParallelStep,
  Placed,
  SetExpectation,
  SingleStep,
} from '../scenario.ts';
import { checkPattern } from './pattern.ts';
import { readSaving } from './read-end.ts';
import { readSingleStep, type StepFields } from './read-step.ts';
import { entriesOf, fieldsOf, integerOf, itemsOf, type Entry, type Reading } from './reading.ts';
import { readTemplate } from './template.ts';

/** More calls at once than any test of a race needs. */
const MOST = 1_000;

export async function readParallel(
  reading: Reading,
  { node, fields, title }: StepFields,
): Promise<ParallelStep | undefined> {
  const entry = fields.get('parallel');
  if (!entry) return undefined;
  const expected = await setIn(reading, fields.get('expect'));
  const steps = isSeq(reading.resolved(entry.value))
    ? await listed(reading, entry)
    : await repeated(reading, entry);
  const save = readSaving(reading, fields.get('save'));
  if (!steps) return undefined;
  const written = steps.times === undefined ? steps.steps : steps.steps.slice(0, 1);
  for (const { at } of written.flatMap(awaitedIn)) {
    reading.complainAt(at, 'a notification is awaited behind steps at once, not within them');
  }
  // What a single call is to come to, the set says where it says anything.
  const single = expected ? steps.steps.map(left) : steps.steps;
  return {
    kind: 'parallel',
    ...{ at: reading.place(node), title, times: steps.times, steps: single, expected, save },
  };
}

const awaitedIn = (step: SingleStep): readonly AwaitedNotification[] =>
  'notification' in step && step.notification ? [step.notification] : [];

interface Steps {
  readonly steps: readonly SingleStep[];
  readonly times: number | undefined;
}

async function listed(reading: Reading, { value }: Entry): Promise<Steps> {
  const items = itemsOf(reading, value, 'parallel') ?? [];
  if (items.length === 0) reading.complain(value, 'there is no step to run at once');
  const steps: SingleStep[] = [];
  for (const item of items) {
    const step = await readSingleStep(reading, item);
    if (step) steps.push(step);
  }
  return { steps, times: undefined };
}

/** `times: 64` of one and the same step. */
async function repeated(reading: Reading, { value }: Entry): Promise<Steps | undefined> {
  const node = reading.resolved(value);
  const times = isMap(node)
    ? entriesOf(reading, node, 'parallel')?.find(({ key }) => key === 'times')
    : undefined;
  if (!times) {
    reading.complain(value, 'parallel is a list of steps, or one step with times');
    return undefined;
  }
  const step = await readSingleStep(reading, value, ['times']);
  const count = integerOf(reading, times.value, { what: 'times', least: 2, most: MOST });
  if (!step || count === undefined) return undefined;
  if ('save' in step && step.save.length > 0) {
    reading.complain(value, 'each copy would save the same name: save beside "parallel" instead');
  }
  return { steps: Array.from({ length: count }, () => step), times: count };
}

/** A call that says itself how it ends keeps to that. */
const left = (step: SingleStep): SingleStep =>
  step.kind === 'call' && step.expected.kind === 'ok' && !step.expected.answer
    ? { ...step, expected: { kind: 'free' } }
    : step;

const ENDS = ['ok', 'refused', 'lost'] as const;
const KINDS = ['answers', 'refusals'] as const;

async function setIn(
  reading: Reading,
  entry: Entry | undefined,
): Promise<SetExpectation | undefined> {
  const keys = [...ENDS, ...KINDS];
  const what = 'expect of steps that run at once';
  const fields = entry && fieldsOf(reading, entry.value, { what, keys });
  if (!fields) return undefined;
  const kinds: KindExpectation[] = [];
  for (const of of KINDS) kinds.push(...(await kindsIn(reading, fields.get(of), of)));
  const counts = ENDS.flatMap((end): SetExpectation['counts'] => {
    const field = fields.get(end);
    const times = field && integerOf(reading, field.value, { what: end, least: 0, most: MOST });
    return field && times !== undefined ? [placed(reading, field, { end, times })] : [];
  });
  return { at: reading.place(entry.at), counts, kinds };
}

const placed = <T>(reading: Reading, { at }: Entry, value: T): Placed<T> => ({
  value,
  at: reading.place(at),
});

async function kindsIn(
  reading: Reading,
  entry: Entry | undefined,
  of: KindExpectation['of'],
): Promise<readonly KindExpectation[]> {
  const items = entry ? (itemsOf(reading, entry.value, of) ?? []) : [];
  const kinds: KindExpectation[] = [];
  for (const item of items) {
    const fields = fieldsOf(reading, item, { what: of, keys: ['times', 'like'] });
    const [times, like] = [fields?.get('times'), fields?.get('like')];
    if (!times || !like) {
      if (fields) reading.complain(item, `${of} are expected by { times: 1, like: { … } }`);
      continue;
    }
    const pattern = readTemplate(reading, like.value);
    await checkPattern(reading, pattern);
    const count = integerOf(reading, times.value, { what: 'times', least: 0, most: MOST });
    kinds.push({ at: reading.place(item), of, times: count ?? 0, like: pattern });
  }
  return kinds;
}
