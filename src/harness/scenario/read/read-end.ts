import { failureWords } from '../calls.ts';
import { known } from '../place.ts';
import {
  lossWords,
  type AwaitedNotification,
  type ExpectedEnd,
  type Placed,
  type Saving,
} from '../scenario.ts';
import { checkPattern } from './pattern.ts';
import { entriesOf, fieldsOf, integerOf, textOf, type Entry, type Reading } from './reading.ts';
import { expressionAt, readTemplate, type Template } from './template.ts';

/** Beside what is expected of the answer itself. */
const NOTIFICATION = 'notification';

/** What is expected of an answer; undefined when only a notification is, or nothing. */
export async function readPattern(
  reading: Reading,
  entry: Entry | undefined,
): Promise<Template | undefined> {
  if (!entry) return undefined;
  const whole = readTemplate(reading, entry.value);
  if (whole.kind !== 'object') {
    await checkPattern(reading, whole);
    return whole;
  }
  const fields = whole.fields.filter(({ key }) => key !== NOTIFICATION);
  if (fields.length === 0 && whole.fields.length > 0) return undefined;
  const pattern: Template = { ...whole, fields };
  await checkPattern(reading, pattern);
  return pattern;
}

/** What an awaited notification is to be like: `expect.notification`. */
export async function readNotification(
  reading: Reading,
  entry: Entry | undefined,
): Promise<AwaitedNotification | undefined> {
  if (!entry) return undefined;
  const whole = readTemplate(reading, entry.value);
  const field =
    whole.kind === 'object' ? whole.fields.find(({ key }) => key === NOTIFICATION) : undefined;
  if (!field) return undefined;
  if (field.value.kind !== 'object') {
    reading.complainAt(
      field.at,
      'a notification is expected by a mapping, such as { type: WEBTRS }',
    );
  }
  await checkPattern(reading, field.value);
  return { at: field.at, pattern: field.value };
}

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
/** They are there already. */
export const GIVEN_NAMES = ['data', 'now', 'copy'] as const;

export function readSaving(reading: Reading, entry: Entry | undefined): readonly Saving[] {
  const entries = entry ? (entriesOf(reading, entry.value, 'save') ?? []) : [];
  return entries.flatMap(({ key: name, at, value }): readonly Saving[] => {
    const source = textOf(reading, value, `what is saved as ${name}`);
    if (!NAME.test(name)) {
      reading.complain(at, `"${name}" is no name: letters, digits and _, a letter first`);
    } else if (GIVEN_NAMES.some((given) => given === name)) {
      reading.complain(at, `"${name}" is taken: ${GIVEN_NAMES.join(', ')} are there already`);
    }
    const expression = source === undefined ? undefined : expressionAt(reading, value, source);
    return expression ? [{ name, at: reading.place(at), expression }] : [];
  });
}

const REFUSED = ['code', 'message', 'status', 'failure'] as const;

/** `refuse`: in the vendor's words, and in ours. */
export async function readRefusal(
  reading: Reading,
  entry: Entry,
  { vendor, keys = REFUSED }: { readonly vendor: string; readonly keys?: readonly string[] },
): Promise<Extract<ExpectedEnd, { kind: 'refused' }> | undefined> {
  const fields = fieldsOf(reading, entry.value, { what: 'refuse', keys });
  if (!fields) return undefined;
  const whole = readTemplate(reading, entry.value);
  const inWords =
    whole.kind === 'object' ? whole.fields.filter(({ key }) => key !== 'failure') : [];
  const words: Template = { kind: 'object', at: whole.at, fields: inWords };
  await checkPattern(reading, words);
  return {
    kind: 'refused',
    at: reading.place(entry.at),
    words: inWords.length === 0 ? undefined : words,
    failure: failureIn(reading, fields.get('failure'), vendor),
  };
}

function failureIn(
  reading: Reading,
  entry: Entry | undefined,
  vendor: string,
): Placed<string> | undefined {
  if (!entry) return undefined;
  const word = textOf(reading, entry.value, 'failure');
  if (word === undefined) return undefined;
  const words = failureWords(vendor);
  const isKnown = words.length === 0 || words.includes(word);
  if (!isKnown) {
    const hint = known(reading.hint, word, words);
    reading.complain(entry.value, `${vendor} has no failure "${word}"${hint}`);
  }
  return { value: word, at: reading.place(entry.value) };
}

/** `lost`: how the answer never came. */
export function readLoss(
  reading: Reading,
  entry: Entry,
): Extract<ExpectedEnd, { kind: 'lost' }> | undefined {
  const fields = fieldsOf(reading, entry.value, { what: 'lost', keys: ['kind', 'status'] });
  const kind = fields?.get('kind');
  if (!fields || !kind) {
    if (fields) reading.complain(entry.value, `lost has a kind: ${lossWords.join(', ')}`);
    return undefined;
  }
  const word = textOf(reading, kind.value, 'kind');
  const how = lossWords.find((one) => one === word);
  const status = fields.get('status');
  if (word !== undefined && !how) {
    reading.complain(
      kind.value,
      `no answer is lost by "${word}"${known(reading.hint, word, lossWords)}`,
    );
  }
  if (status && how !== 'unreadable') {
    reading.complain(status.at, 'only an unreadable answer has a status');
  }
  const range = { what: 'status', least: 100, most: 599 };
  return (
    how && {
      kind: 'lost',
      at: reading.place(entry.at),
      how,
      status: status && integerOf(reading, status.value, range),
    }
  );
}
