import { listName, viewSchema } from '../../answers.ts';
import { isDeclared, knownCalls, vendorNames, type KnownCall } from '../calls.ts';
import { known } from '../place.ts';
import type { ActionStep, CallStep, ExpectedEnd } from '../scenario.ts';
import { checkFields, fieldsIn } from './known-fields.ts';
import { readLoss, readNotification, readPattern, readRefusal, readSaving } from './read-end.ts';
import type { StepFields } from './read-step.ts';
import { entriesOf, integerOf, textOf, type Entry, type Reading } from './reading.ts';
import { readTemplate, type Template } from './template.ts';

export async function readCall(reading: Reading, step: StepFields): Promise<CallStep | undefined> {
  const { node, fields, title } = step;
  const entry = fields.get('call');
  const name = entry && textOf(reading, entry.value, 'call');
  if (!entry || name === undefined) return undefined;
  const call = knownCalls.get(name);
  if (!call) {
    reading.complain(entry.value, unknownCall(reading, name));
    return undefined;
  }
  const message = messageIn(reading, fields.get('with'));
  if (message) checkFields(message, call.operation.request, { reading, of: `a call of ${name}` });
  const save = readSaving(reading, fields.get('save'));
  checkSaving(reading, call, save);
  return {
    kind: 'call',
    ...{ at: reading.place(node), title, vendor: call.vendor, method: call.method },
    ...{ operation: call.operationName, message, save },
    expected: await endIn(reading, step, call),
    notification: await readNotification(reading, fields.get('expect')),
    timeoutMs: wholeIn(reading, fields.get('timeoutMs'), [1, 600_000]),
    retries: wholeIn(reading, fields.get('retries'), [0, 10]) ?? 0,
  };
}

export async function readAction(
  reading: Reading,
  { node, fields, title }: StepFields,
): Promise<ActionStep | undefined> {
  const entry = fields.get('action');
  const name = entry && textOf(reading, entry.value, 'action');
  if (!entry || name === undefined) return undefined;
  const [vendor = '', action, more] = name.split('/');
  if (action === undefined || action === '' || more !== undefined) {
    reading.complain(entry.value, `an action is written vendor/action, not "${name}"`);
    return undefined;
  }
  if (!vendorNames.includes(vendor)) {
    reading.complain(
      entry.value,
      `no vendor "${vendor}"${known(reading.hint, vendor, vendorNames)}`,
    );
    return undefined;
  }
  const refuse = fields.get('refuse');
  const refused = refuse && (await readRefusal(reading, refuse, { vendor, keys: ['failure'] }));
  const answer = await readPattern(reading, fields.get('expect'));
  if (refuse && answer) reading.complain(refuse.at, BOTH('expect', 'refuse'));
  return {
    kind: 'action',
    ...{ at: reading.place(node), title, vendor, action },
    parameters: messageIn(reading, fields.get('with')),
    expected: refused ?? {
      kind: 'ok',
      at: reading.place(fields.get('expect')?.at ?? node),
      answer,
    },
    notification: await readNotification(reading, fields.get('expect')),
    save: readSaving(reading, fields.get('save')),
  };
}

const BOTH = (one: string, other: string): string =>
  `a call ends in one way: this one has "${one}" and "${other}"`;

/** How the call is to end. Where nothing is said, it is to be done. */
async function endIn(
  reading: Reading,
  { node, fields }: StepFields,
  call: KnownCall,
): Promise<ExpectedEnd> {
  const answer = await readPattern(reading, fields.get('expect'));
  const [refuse, lost] = [fields.get('refuse'), fields.get('lost')];
  if (answer && refuse) reading.complain(refuse.at, BOTH('expect', 'refuse'));
  if (answer && lost) reading.complain(lost.at, BOTH('expect', 'lost'));
  if (refuse && lost) reading.complain(lost.at, BOTH('refuse', 'lost'));
  const save = fields.get('save');
  if (save && (refuse || lost)) reading.complain(save.at, 'only an answer has something to save');
  const { vendor } = call;
  const otherwise = refuse
    ? await readRefusal(reading, refuse, { vendor })
    : lost && readLoss(reading, lost);
  if (otherwise) return otherwise;
  if (answer) checkAnswer(reading, call, answer);
  return { kind: 'ok', at: reading.place(fields.get('expect')?.at ?? node), answer };
}

function checkAnswer(reading: Reading, call: KnownCall, answer: Template): void {
  const name = `${call.vendor}.${call.method}`;
  const list = listName(call.operation);
  if (list !== undefined && answer.kind === 'list') {
    return reading.complainAt(answer.at, `${name} answers a list: expect { ${list}: […] }`);
  }
  checkFields(answer, viewSchema(call.operation), { reading, of: `the answer of ${name}` });
}

/** What a save starts from is in the answer, or is none of it. */
function checkSaving(reading: Reading, call: KnownCall, save: CallStep['save']): void {
  const fields = fieldsIn(viewSchema(call.operation));
  if (!fields || fields.isOpen) return;
  const names = [...fields.schemas.keys()];
  for (const { expression } of save) {
    const unknown = expression.roots.find((root) => !fields.schemas.has(root));
    if (unknown === undefined) continue;
    const of = `the answer of ${call.vendor}.${call.method}`;
    const hint = known(reading.hint, unknown, names);
    reading.complainAt(expression.at, `${of} has no "${unknown}"${hint}`);
  }
}

function messageIn(reading: Reading, entry: Entry | undefined): Template | undefined {
  if (!entry || !entriesOf(reading, entry.value, 'with')) return undefined;
  return readTemplate(reading, entry.value);
}

function wholeIn(
  reading: Reading,
  entry: Entry | undefined,
  [least, most]: readonly [number, number],
): number | undefined {
  return entry && integerOf(reading, entry.value, { what: entry.key, least, most });
}

/** Names the nearest vendor, or the nearest call of the vendor. */
function unknownCall({ hint }: Reading, name: string): string {
  const [vendor = '', method] = name.split('.');
  if (method === undefined) return `a call is written vendor.operation, not "${name}"`;
  if (!vendorNames.includes(vendor))
    return `no vendor "${vendor}"${known(hint, vendor, vendorNames)}`;
  const methods = [...knownCalls.values()].filter((call) => call.vendor === vendor);
  if (isDeclared(vendor, method)) return `${vendor}.${method}: not built yet`;
  const near = hint(
    method,
    methods.map((call) => call.method),
  );
  return `${vendor} has no operation "${method}"${near}`;
}
