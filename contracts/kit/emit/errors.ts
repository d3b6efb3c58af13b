import type { Contract } from '../operation.ts';
import { GENERATED, markdownTable, type EmittedFile } from './file.ts';

/** A golden sample whose last request is refused. */
export interface RefusalSample {
  /** Of its folder: `getOrder__refuses_an_unknown_id`. */
  readonly name: string;
  readonly failure: string;
  readonly request: SampleRequest;
  /** How many requests lead to it. */
  readonly before: number;
  /** What differs from a fresh sandbox: settings, fault rules, a data set, options. */
  readonly given: Readonly<Record<string, unknown>>;
  /** JSON pointers to what matters of the body; without them, all of it does. */
  readonly telling: readonly string[] | undefined;
}

export interface SampleRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A body as text, where it is to be no JSON. */
  readonly rawBody?: string;
  /** The file that holds it, where it is sent over SOAP. */
  readonly xml?: string;
  /** The operation that is called, over SOAP. */
  readonly soap?: string;
}

/** Every way a vendor says no, in order of precedence, and a request that provokes it. */
export function emitErrors(
  contract: Contract,
  samples: readonly RefusalSample[] = [],
): EmittedFile {
  const codes = Object.entries(contract.errors).map(([failure, error]) => [
    `\`${failure}\``,
    String(error.status),
    String(error.code),
    error.message,
    error.when,
    error.evidence,
  ]);
  const requests = Object.keys(contract.errors).map((failure) => [
    `\`${failure}\``,
    ...provocation(contract, failure, samples),
  ]);
  const text = [
    `<!-- ${GENERATED} -->`,
    `# Errors of the ${contract.title}`,
    'In order of precedence: the first line that applies is the answer.',
    markdownTable(['failure', 'HTTP status', 'code', 'message', 'when', 'evidence'], codes),
    '## A request that provokes it',
    'The simplest wire sample of each failure. `{orderid}` stands for a value of an earlier answer; ' +
      'credentials are shown only where they are wrong.',
    markdownTable(['failure', 'request', 'sample'], requests),
  ].join('\n\n');
  return { path: `docs/vendors/${contract.vendor}-errors.md`, text: `${text}\n` };
}

/** Where everything is built, nothing can say that it is not. */
export const hasNothingUnbuilt = ({ operations }: Contract): boolean =>
  Object.values(operations).every(({ notBuilt }) => !notBuilt);

/**
 * The access that a failure is about (`device` of `device-unknown`), where nothing that asks for it
 * is built yet: then no request can provoke the failure.
 */
export function unbuiltAccess({ operations }: Contract, failure: string): string | undefined {
  const asking = Object.values(operations).filter(({ access }) => failure.startsWith(`${access}-`));
  return asking.every(({ notBuilt }) => notBuilt) ? asking[0]?.access : undefined;
}

function provocation(
  contract: Contract,
  failure: string,
  samples: readonly RefusalSample[],
): readonly [request: string, sample: string] {
  const [sample] = samples.filter((one) => one.failure === failure).sort(bySimplicity);
  if (sample) {
    const folder = `../../fixtures/golden/${contract.vendor}/${sample.name}`;
    return [requestText(sample), `[${sample.name}](${folder}/request.json)`];
  }
  if (failure === 'not-built' && hasNothingUnbuilt(contract)) return ['none: all is built', ''];
  const access = unbuiltAccess(contract, failure);
  if (access === undefined) return ['no sample yet', ''];
  return [`not built yet: no operation with the access \`${access}\` is`, ''];
}

/** The fewest requests first, then the shortest; the name makes the order total. */
function bySimplicity(one: RefusalSample, other: RefusalSample): number {
  const longer = JSON.stringify(one.request).length - JSON.stringify(other.request).length;
  return one.before - other.before || longer || (one.name < other.name ? -1 : 1);
}

function requestText(sample: RefusalSample): string {
  const { method, url, soap, headers } = sample.request;
  const parts = [
    `\`${method} ${withNames(url)}\``,
    ...(soap === undefined ? [] : [`\`${soap}\``]),
    ...(headers ? [`headers ${json(headers)}`] : []),
    ...bodyText(sample),
  ];
  return `${circumstances(sample)}${parts.join(', ')}`;
}

function circumstances({ given, before }: RefusalSample): string {
  const things = Object.entries(given).map(([what, value]) => `${what} ${json(value)}`);
  const parts = [
    ...(things.length > 0 ? [`given ${things.join(' and ')}`] : []),
    ...(before > 0 ? [`after ${before} other request${before > 1 ? 's' : ''}`] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')}: ` : '';
}

function bodyText({ request, telling }: RefusalSample): readonly string[] {
  const { body = {}, rawBody } = request;
  if (rawBody !== undefined) return [`the text \`${rawBody}\``];
  if (!telling) {
    const own = Object.entries(body).filter(([field]) => field !== '$sign');
    return own.length > 0 ? [json(Object.fromEntries(own))] : [];
  }
  return telling.map((pointer) => {
    const value = valueAt(body, pointer);
    return value === undefined ? `without \`${pointer}\`` : `\`${pointer}\` ${json(value)}`;
  });
}

const json = (value: unknown): string => `\`${withNames(JSON.stringify(value))}\``;

/** `${0/response/0/orderid}` is a value of an earlier answer: its last part tells which. */
const withNames = (text: string): string => text.replaceAll(/\$\{[^}]*\/(\w+)\}/g, '{$1}');

function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split('/').slice(1)) {
    // Samples are JSON, so whatever has members is a record or a list.
    found = (found as Readonly<Record<string, unknown>> | null | undefined)?.[part];
  }
  return found;
}
