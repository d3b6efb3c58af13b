import type { Instant } from '#kernel/instant.ts';
import { handle } from '#wire/pipeline.ts';
import type { WireRequest, WireResponse } from '#wire/http.ts';
import { DEFAULT_SANDBOX } from '#wire/links.ts';
import { listen, type Listening, type ListenOptions } from './listening.ts';
import { optionNames, options, parseClock, type Config } from './config/index.ts';
import { UsageError } from './config/usage-error.ts';
import { createCore, type Core, type CoreOptions } from './core.ts';
import { callControl, type ControlAnswer, type ControlCall } from './control/calling.ts';
import { createSandbox, type NewSandbox } from './control/sandboxes.ts';
import type { MountedHandler } from './express.ts';
import { vendors } from './vendors.ts';
import { handleOf, type SandboxHandle } from './handle.ts';

export interface SosieOptions extends Omit<CoreOptions, 'config'> {
  /** @default 'demo' */
  readonly dataset?: string;
  /** @default 1 */
  readonly seed?: number;
  /** `running`, `running@ISO`, `frozen@ISO`, or an instant to stand at. @default 'running' */
  readonly clock?: string;
  /** Everything that `sosie start` takes. An answer that breaks its contract fails by default. */
  readonly config?: Partial<Config>;
}

/** A request in process; the body may be given as text or as a value to be written as JSON. */
export interface SosieRequest {
  readonly method: string;
  /** Path and query: `/utick/v1/ping`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | object;
  /** The host's clock as the vendor sees it. */
  readonly receivedAt?: Instant;
}

export interface Sosie {
  readonly core: Core;
  readonly sandboxes: {
    create(asked: NewSandbox): Promise<SandboxHandle>;
    /** Throws when there is none of this name. */
    get(name: string): SandboxHandle;
    list(): readonly SandboxHandle[];
  };
  /** The default sandbox. */
  readonly sandbox: SandboxHandle;
  /** One vendor call without a socket. */
  handle(request: SosieRequest): Promise<WireResponse>;
  /** One call of the control API without a socket. */
  control(call: ControlCall): Promise<ControlAnswer>;
  listen(where?: ListenOptions): Promise<Listening>;
  /** A router with vendors and control API, to mount in an express app of your own. */
  express(): MountedHandler;
  banner(listening: Pick<Listening, 'url' | 'roots'>): readonly BannerRow[];
  close(): Promise<void>;
}

export interface BannerRow {
  readonly vendor: string;
  readonly url: string;
  readonly credentials: string;
}

/** Starts a sosie in this process: nothing listens until `listen` is called. */
export async function createSosie(options: SosieOptions = {}): Promise<Sosie> {
  const config = configOf(options);
  const core = createCore({ ...options, config, xmlCheck: await xmlCheckFor(options, config) });
  await createSandbox(core, { name: DEFAULT_SANDBOX, ttl: 'never' });
  const open = new Set<Listening>();
  const sosie: Sosie = {
    core,
    sandboxes: {
      create: async (asked) => handleOf(core, (await createSandbox(core, asked)).name),
      get: (name) => handleOf(core, name),
      list: () => core.sandboxes.names.map((name) => handleOf(core, name)),
    },
    get sandbox() {
      return handleOf(core, DEFAULT_SANDBOX);
    },
    handle: async (request) => handle(core.pipeline, plainRequest(request)),
    control: (call) => callControl(core, call),
    listen: async (where) => {
      const listening = await listen(core, where ?? {});
      open.add(listening);
      return listening;
    },
    express: () => mountedHandler(core),
    banner: ({ url, roots }) =>
      core.modules.map(({ title, name, basePath, demo }) => ({
        vendor: title,
        url: `${roots[name] ?? `${url}/${name}`}${basePath}`,
        credentials: demo,
      })),
    close: async () => {
      core.scheduler.stop();
      await Promise.all([...open].map((listening) => listening.close()));
    },
  };
  return sosie;
}

/** In tests, and where it was asked for: it takes a large library and half the time of a call. */
async function xmlCheckFor(
  { hardened, modules = vendors }: SosieOptions,
  { strictXml }: Config,
): Promise<CoreOptions['xmlCheck']> {
  if (!strictXml && !hardened) return undefined;
  if (!modules.some(({ soap }) => soap)) return undefined;
  return (await import('#wire/soap/xml-check.ts')).xmlCheck;
}

/** Express is loaded with the first request. */
function mountedHandler(core: Core): MountedHandler {
  let router: Promise<MountedHandler> | undefined;
  return (request, response, next) => {
    router ??= import('./express.ts').then(({ sosieRouter }) => sosieRouter(core));
    router.then((answer) => answer(request, response, next), next);
  };
}

function configOf({ config, dataset, seed, clock }: SosieOptions): Config {
  const started = clock === undefined ? undefined : parseClock(clock);
  if (clock !== undefined && !started) {
    throw new UsageError(`clock "${clock}": running, running@ISO, frozen@ISO or an instant`);
  }
  const defaults = Object.fromEntries(optionNames.map((name) => [name, options[name].byDefault]));
  return {
    // The table of options has one entry per key of Config.
    ...(defaults as unknown as Config),
    selfCheck: 'fail',
    ...config,
    ...(dataset === undefined ? {} : { dataset }),
    ...(seed === undefined ? {} : { seed }),
    ...(started ? { clock: started } : {}),
  };
}

const encoder = new TextEncoder();

function plainRequest({ method, url, headers, body, receivedAt }: SosieRequest): WireRequest {
  const names: Record<string, string> = {};
  for (const name in headers) names[name.toLowerCase()] = headers[name] ?? '';
  return {
    method,
    url,
    headers: names,
    body: body === undefined ? NOTHING : bytesOf(body),
    trusted: true,
    ...(receivedAt === undefined ? {} : { receivedAt }),
  };
}

const NOTHING = new Uint8Array(0);

function bytesOf(body: Uint8Array | string | object): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return encoder.encode(typeof body === 'string' ? body : JSON.stringify(body));
}
