import { HarnessProblem } from '../problem.ts';

/** A pact as text, and where it was read. */
export interface PactSource {
  readonly from: string;
  readonly text: string;
}

export interface BrokerOptions {
  readonly url: string;
  readonly provider: string;
  /** Only pacts of consumer versions with this tag. */
  readonly tag?: string | undefined;
  /** `PACT_BROKER_TOKEN`, or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Link {
  readonly href: string;
}
/** A resource of the broker, of what is read here. */
interface Resource {
  readonly _links?: Readonly<Record<string, Link | readonly Link[] | undefined>>;
}

/** The broker knows no pacts with the provider, or none with the tag. */
export class NoSuchPacts extends HarnessProblem {
  constructor(url: string) {
    super(`${url}: the broker has no such pacts`);
  }
}

/** The latest pact of each consumer of a provider, found by the links that a broker gives. */
export async function pactsFromBroker(options: BrokerOptions): Promise<readonly PactSource[]> {
  const { url, provider, tag } = options;
  const relation = tag === undefined ? LATEST : `${LATEST}-with-tag`;
  const template = linksOf(await read(url, options), relation)[0]?.href;
  if (template === undefined) throw new HarnessProblem(`${url}: this is no pact broker`);
  const list = await read(
    template
      .replace('{provider}', encodeURIComponent(provider))
      .replace('{tag}', encodeURIComponent(tag ?? '')),
    options,
  );
  const current = linksOf(list, 'pb:pacts');
  // Older brokers have the relation without its prefix.
  const links = current.length > 0 ? current : linksOf(list, 'pacts');
  return Promise.all(
    links.map(async ({ href }) => ({ from: href, text: await readText(href, options) })),
  );
}

const LATEST = 'pb:latest-provider-pacts';

function linksOf({ _links = {} }: Resource, relation: string): readonly Link[] {
  const found = _links[relation] ?? [];
  return 'href' in found ? [found] : found;
}

async function read(url: string, options: BrokerOptions): Promise<Resource> {
  try {
    // A broker's resources are objects; what is looked for in them may be missing.
    return JSON.parse(await readText(url, options)) as Resource;
  } catch (error) {
    if (error instanceof HarnessProblem) throw error;
    throw new HarnessProblem(`${url}: this is no pact broker (no JSON)`);
  }
}

async function readText(url: string, { url: broker, env }: BrokerOptions): Promise<string> {
  // Credentials go to the broker alone, wherever its links lead.
  const isOwn = new URL(url).origin === new URL(broker).origin;
  const headers = { accept: 'application/hal+json, application/json', ...credentials(env, isOwn) };
  const response = await fetch(url, { headers, redirect: 'error' }).catch((error: unknown) => {
    throw new HarnessProblem(`${url}: no answer (${causeOf(error)})`);
  });
  if (response.status === 404) throw new NoSuchPacts(url);
  if (!response.ok) throw new HarnessProblem(`${url}: the broker answers ${response.status}`);
  return response.text();
}

function credentials(env: BrokerOptions['env'], isOwn: boolean): Record<string, string> {
  const { PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: user } = env;
  if (!isOwn || (!token && !user)) return {};
  if (token) return { authorization: `Bearer ${token}` };
  const pair = `${user ?? ''}:${env['PACT_BROKER_PASSWORD'] ?? ''}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** fetch says “fetch failed”; why is in its cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}
