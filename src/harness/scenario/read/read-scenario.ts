import type { Node } from 'yaml';
import { vendorNames } from '../calls.ts';
import { inOrder, known, type Finding, type Hint, type Place } from '../place.ts';
import type { Given, Placed, Scenario, Step, VendorSettings } from '../scenario.ts';
import { protocols } from '../protocols.ts';
import type { Protocol } from '../vendors.ts';
import { checkNames } from './known-names.ts';
import {
  entriesOf,
  fieldsOf,
  integerOf,
  itemsOf,
  open,
  textOf,
  type Entry,
  type Reading,
} from './reading.ts';
import { readStep } from './read-step.ts';
import { readTemplate } from './template.ts';

/** A file of a scenario, as it was found. */
export interface Source {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const KEYS = ['scenario', 'tags', 'given', 'steps', 'finally'] as const;

/** Reads a file and says everything that is wrong with it. */
export async function readScenario(source: Source, hint: Hint): Promise<ReadScenario> {
  const { reading, root } = open(source.file, source.text, hint);
  // What is no YAML gives strange errors further on.
  if (reading.findings.length > 0) return { ok: false, findings: reading.findings };
  const fields = fieldsOf(reading, root, { what: 'a scenario', keys: KEYS });
  if (!fields) return { ok: false, findings: reading.findings };
  const title = fields.get('scenario');
  if (!title) reading.complain(root, 'a scenario says in "scenario" what it tells');
  const scenario: Scenario = {
    ...{ name: source.name, file: source.file },
    title: (title && textOf(reading, title.value, 'scenario')) ?? source.name,
    tags: tagsIn(reading, fields.get('tags')),
    given: givenIn(reading, fields.get('given'), root),
    steps: await stepsIn(reading, fields.get('steps'), root),
    invariants: invariantsIn(reading, fields.get('finally')),
  };
  checkNames(reading, scenario);
  const findings = inOrder(reading.findings);
  return findings.length > 0 ? { ok: false, findings } : { ok: true, scenario };
}

const TAG = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

function tagsIn(reading: Reading, entry: Entry | undefined): readonly string[] {
  const items = entry ? (itemsOf(reading, entry.value, 'tags') ?? []) : [];
  return items.flatMap((item) => {
    const tag = textOf(reading, item, 'a tag');
    if (tag === undefined) return [];
    if (!TAG.test(tag))
      reading.complain(item, `the tag "${tag}" has other signs than A-Z a-z 0-9 . _ -`);
    return [tag];
  });
}

async function stepsIn(
  reading: Reading,
  entry: Entry | undefined,
  root: Node,
): Promise<readonly Step[]> {
  if (!entry) {
    reading.complain(root, 'a scenario has "steps"');
    return [];
  }
  const items = itemsOf(reading, entry.value, 'steps');
  if (items?.length === 0) reading.complain(entry.value, 'there is no step');
  const steps: Step[] = [];
  for (const item of items ?? []) {
    const step = await readStep(reading, item);
    if (step) steps.push(step);
  }
  return steps;
}

const GIVEN = ['dataset', 'clock', 'seed', 'settings', 'faults', 'protocol'] as const;
/** Where a scenario stands that says nothing of its time. */
const STANDS_AT = '2026-03-04T10:00:00+01:00';

function givenIn(reading: Reading, entry: Entry | undefined, root: Node): Given {
  const fields = entry && fieldsOf(reading, entry.value, { what: 'given', keys: GIVEN });
  const start = reading.place(entry?.at ?? root);
  const text = (key: string, otherwise: string): Placed<string> => {
    const field = fields?.get(key);
    if (!field) return { value: otherwise, at: start };
    const value = textOf(reading, field.value, key) ?? otherwise;
    return { value, at: reading.place(field.value) };
  };
  const seed = fields?.get('seed');
  const range = { what: 'seed', least: 0, most: Number.MAX_SAFE_INTEGER };
  const faults = fields?.get('faults');
  return {
    dataset: text('dataset', 'demo'),
    clock: text('clock', STANDS_AT),
    seed: (seed && integerOf(reading, seed.value, range)) ?? 1,
    settings: settingsIn(reading, fields?.get('settings')),
    faults: faults
      ? (itemsOf(reading, faults.value, 'faults') ?? []).map((item) => readTemplate(reading, item))
      : [],
    protocol: protocolIn(reading, fields?.get('protocol')),
  };
}

function protocolIn(reading: Reading, entry: Entry | undefined): Protocol | undefined {
  const word = entry && textOf(reading, entry.value, 'protocol');
  const protocol = protocols.find((one) => one === word);
  if (entry && word !== undefined && !protocol) {
    reading.complain(entry.value, `protocol: ${protocols.join(' or ')}, not "${word}"`);
  }
  return protocol;
}

function settingsIn(reading: Reading, entry: Entry | undefined): readonly VendorSettings[] {
  const vendors = entry ? (entriesOf(reading, entry.value, 'settings') ?? []) : [];
  return vendors.flatMap(({ key: vendor, at, value }): readonly VendorSettings[] => {
    if (!vendorNames.includes(vendor)) {
      reading.complain(at, `no vendor "${vendor}"${known(reading.hint, vendor, vendorNames)}`);
      return [];
    }
    entriesOf(reading, value, `settings of ${vendor}`);
    return [{ vendor, at: reading.place(at), values: readTemplate(reading, value) }];
  });
}

function invariantsIn(reading: Reading, entry: Entry | undefined): Place | undefined {
  if (!entry) return undefined;
  const fields = fieldsOf(reading, entry.value, { what: 'finally', keys: ['invariants'] });
  const invariants = fields?.get('invariants');
  if (!invariants) return undefined;
  const word = textOf(reading, invariants.value, 'invariants');
  if (word !== undefined && word !== 'hold') {
    reading.complain(invariants.value, `invariants: hold, not "${word}"`);
  }
  return reading.place(invariants.at);
}
