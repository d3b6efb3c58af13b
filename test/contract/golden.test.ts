import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contracts } from '#contracts/index.ts';
import type { NewFault } from '#server/control/fault-schema.ts';
import { createSosie, type Config, type Sosie, type WireResponse } from '#server/index.ts';
import { jwt } from '../support/s360.ts';
import { basicOf as monextBasic, requestXml } from '../support/monext.ts';
import { messageIn } from '../support/soap-message.ts';
import { signed } from '../support/utick.ts';
import { basic } from '../support/wsone.ts';

// Samples are compared to the byte; `UPDATE_GOLDEN=1 npm test` writes what is answered instead,
// to be read before it is committed.
const root = new URL('../../fixtures/golden/', import.meta.url);
const at = '2026-03-04T10:00:00+01:00';
const receivedAt = Date.parse(at);

interface Step {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Sent as it is, where a body is to be no JSON. */
  readonly rawBody?: string;
  /** The file of the sample that is sent, over SOAP. */
  readonly xml?: string;
  /** The operation whose message the body is, over SOAP. */
  readonly soap?: string;
}
/** What differs from a fresh sandbox. */
interface Given {
  readonly dataset?: string;
  readonly config?: Partial<Config>;
  /** Of the vendor. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  readonly faults?: readonly NewFault[];
}
type Request = { readonly given?: Given } & (Step | { readonly steps: readonly Step[] });
interface Provenance {
  readonly evidence: string;
  /** Why it is refused, in the word of the contract's errors; undefined where it is not. */
  readonly failure?: string;
  readonly sources: readonly string[];
  readonly asserts?: Readonly<Record<string, unknown>>;
  readonly absent?: readonly string[];
}

interface Signature {
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How each vendor's demo client signs; `who` where there are several. */
const signers: Readonly<Record<string, (who: string | undefined) => Signature>> = {
  utick: () => ({ fields: signed(receivedAt) }),
  wsone: () => ({ headers: basic }),
  s360: (operator = 'MOSA_B2C') => ({
    headers: { authorization: `Bearer ${jwt({ operator, at: receivedAt })}` },
  }),
  monext: (who = '') => ({
    headers: { authorization: monextBasic(...(merchants[who] ?? [])) },
  }),
};

/** What a body becomes that is the message of an operation over SOAP. */
const envelopes: Readonly<Record<string, (operation: string, message: object) => string>> = {
  monext: requestXml,
};

/** The merchants of the demo data, and one that has its key wrong. */
const merchants: Readonly<Record<string, readonly [id?: string, key?: string]>> = {
  wrong: ['12345678901234', 'wrong'],
  locked: ['11111111111111', 'lOcKeDlOcKeDlOcKeDlO'],
};

const vendors = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(vendors.map(({ name }) => name))('%s answers to the byte', (vendor) => {
  const folders = readdirSync(new URL(`${vendor}/`, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  test.each(folders)('%s', async (name) => {
    const folder = new URL(`${vendor}/${name}/`, root);
    const read = <T>(file: string): T =>
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
    const { given = {}, ...request } = read<Request>('request.json');
    const steps = ('steps' in request ? request.steps : [request]).map((step) =>
      step.xml === undefined
        ? step
        : withXml(step, readFileSync(new URL(step.xml, folder), 'utf8')),
    );
    const { seen, failure } = await play(vendor, given, steps);

    const provenance = read<Provenance>('provenance.json');
    expect(['documented', 'public', 'inferred', 'guess']).toContain(provenance.evidence);
    expect(['provenance.json', provenance.failure]).toEqual(['provenance.json', failure]);
    for (const [pointer, value] of Object.entries(provenance.asserts ?? {})) {
      expect([pointer, valueAt(seen, pointer)]).toEqual([pointer, value]);
    }
    for (const pointer of provenance.absent ?? []) {
      expect([pointer, valueAt(seen, pointer)]).toEqual([pointer, undefined]);
    }

    const { xml, body, ...kept } = seen;
    const json = xml === undefined ? { ...kept, body } : kept;
    const files: [string, string][] = [['response.json', `${JSON.stringify(json, null, 2)}\n`]];
    if (xml !== undefined) files.push(['response.xml', linesOf(xml)]);
    for (const [file, text] of files) {
      if (process.env['UPDATE_GOLDEN']) writeFileSync(new URL(file, folder), text);
      expect(text).toBe(readFileSync(new URL(file, folder), 'utf8'));
    }
  });
});

const withXml = ({ method, url, headers }: Step, rawBody: string): Step => ({
  method,
  url,
  headers: { 'content-type': 'text/xml; charset=utf-8', ...headers },
  rawBody,
});

/** For people to read: an element a line, where nothing stands between two tags. */
const linesOf = (xml: string): string => `${xml.replaceAll('><', '>\n<')}\n`;

/** What was answered: JSON, or XML, or nothing. */
interface Seen {
  readonly status?: number;
  /** Of an answer in XML the message in it, for pointers only. */
  readonly body?: unknown;
  readonly xml?: string;
  readonly kind?: string;
}

interface Played {
  readonly seen: Seen;
  readonly failure: string | undefined;
}

/** The answer to the last step, and the failure that the journal tells of it. */
async function play(vendor: string, given: Given, steps: readonly Step[]): Promise<Played> {
  const { settings, faults = [], ...options } = given;
  const sosie = await createSosie({ clock: at, seed: 1, hardened: true, ...options });
  if (settings) await sosie.sandbox.settings.set(vendor, settings);
  for (const rule of faults) await sosie.sandbox.faults.add(rule);
  const answers: Seen[] = [];
  for (const step of steps) answers.push(await send(sosie, vendor, filled(step, answers)));
  const [last] = sosie.sandbox.journal.query({ limit: 1 });
  await sosie.close();
  return { seen: answers.at(-1) ?? {}, failure: last && wordOf(vendor, last.detail) };
}

/**
 * The word of a refusal in the vendor's table of codes. A vendor may part what is one failure for
 * the wire, a field that is missing and one of a wrong type: then its code tells which it is.
 */
function wordOf(vendor: string, detail: Readonly<Record<string, unknown>>): string | undefined {
  const failure = detail['failure'] as { readonly kind: string } | undefined;
  const errors = contracts.find((contract) => contract.vendor === vendor)?.errors ?? {};
  if (!failure || errors[failure.kind]?.code === detail['code']) return failure?.kind;
  return Object.keys(errors).find((word) => errors[word]?.code === detail['code']);
}

async function send(sosie: Sosie, vendor: string, step: Step): Promise<Seen> {
  const { body, rawBody, soap, headers, ...head } = step;
  const { $sign, ...fields } = body ?? {};
  const who = typeof $sign === 'string' ? $sign : undefined;
  const signature = $sign === undefined ? undefined : signers[vendor]?.(who);
  const enveloped = soap === undefined ? undefined : envelopes[vendor]?.(soap, fields);
  const response = await sosie.handle({
    ...head,
    headers: { ...signature?.headers, ...headers },
    body: rawBody ?? enveloped ?? { ...signature?.fields, ...fields },
    receivedAt,
  });
  return seenOf(response);
}

function seenOf(response: WireResponse): Seen {
  if (response.kind !== 'answer') return { kind: response.kind };
  const { status, headers } = response;
  const text =
    typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body);
  const type = headers['content-type'] ?? '';
  if (type.includes('xml')) return { status, xml: text, body: messageIn(text) };
  return { status, body: type.startsWith('text/html') ? text : (JSON.parse(text) as unknown) };
}

/** `${0/response/0/orderid}` is a value of the first answer's body. */
function filled(step: Step, answers: readonly Seen[]): Step {
  const text = JSON.stringify(step).replaceAll(/\$\{(\d+)(\/[^}]*)\}/g, (_, index, pointer) =>
    String(valueAt(answers[Number(index)], `/body${String(pointer)}`)),
  );
  return JSON.parse(text) as Step;
}

function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split('/').slice(1)) {
    found = (found as Readonly<Record<string, unknown>> | null | undefined)?.[part];
  }
  return found;
}
