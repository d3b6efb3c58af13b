import type { Instant } from '#kernel/instant.ts';
import { openJournal } from '#kernel/journal.ts';
import { createJournalRing } from '#kernel/journal-ring.ts';
import type { Deliver } from '#kernel/outbox.ts';
import { Sandboxes, type SandboxRecipe } from '#kernel/sandboxes.ts';
import type { Store } from '#kernel/store.ts';
import { universeOf } from '#kernel/vendor.ts';
import { memoryStore } from '#store/memory.ts';
import { locatorOf } from '#wire/locate.ts';
import type { PipelineParts } from '#wire/pipeline.ts';
import { servedVendorOf, type ServedVendor } from '#wire/served.ts';
import type { AnyVendorModule } from '#wire/vendor.ts';
import type { ClockStart, Config } from './config/config.ts';
import { suggestion, UsageError } from './config/usage-error.ts';
import { datasetLibrary, type DatasetLibrary } from './datasets/library.ts';
import { delivererTo } from './deliver.ts';
import { logLine } from './log.ts';
import { Scheduler } from './scheduler.ts';
import { overridesOf, putSettings } from './settings.ts';
import { vendors } from './vendors.ts';

/** What may be put in place of the real world, by tests mostly. */
export interface CoreOptions {
  readonly config: Config;
  readonly modules?: readonly AnyVendorModule[];
  readonly store?: Store;
  /** The host's clock. */
  readonly host?: () => Instant;
  readonly wait?: (ms: number) => Promise<void>;
  readonly deliver?: Deliver;
  /** Freezes rows deeply and checks the order of keys: tests catch what they would not see. */
  readonly hardened?: boolean;
  /** Checks answers in XML against their schemas. */
  readonly xmlCheck?: PipelineParts['xmlCheck'];
  readonly cwd?: string;
  readonly log?: (line: string) => void;
}

/** The parts of a running sosie that the control functions work on. */
export interface Core {
  readonly config: Config;
  readonly modules: readonly AnyVendorModule[];
  readonly sandboxes: Sandboxes;
  readonly datasets: DatasetLibrary;
  readonly pipeline: PipelineParts;
  readonly scheduler: Scheduler;
  readonly deliver: Deliver;
  readonly host: () => Instant;
  readonly pause: () => Promise<void>;
  /** A recipe with what the options say wherever nothing else was asked for. */
  readonly recipe: (asked: AskedRecipe) => SandboxRecipe;
}

export interface AskedRecipe {
  readonly name: string;
  readonly dataset?: string | undefined;
  readonly seed?: number | undefined;
  readonly clock?: ClockStart | undefined;
  readonly ttlMs?: number | undefined;
  readonly bindings?: readonly string[];
  readonly prepare?: SandboxRecipe['prepare'];
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export function createCore(options: CoreOptions): Core {
  const { config, modules = vendors, host = Date.now, log = console.error } = options;
  assertPorts(config.ports, modules);
  const universe = universeOf(modules);
  const ring = createJournalRing({ bytes: config.journalBytes });
  const datasets = datasetLibrary(modules, options.cwd ?? process.cwd());
  const deliver = options.deliver ?? delivererTo(config.allowOutbound);
  const onDefect = (error: unknown): void => log(`defect: ${textOf(error)}`);
  const scheduler = new Scheduler({ sandboxes: () => sandboxes, host, deliver, onDefect });
  const sandboxes = new Sandboxes({
    universe,
    store: options.store ?? memoryStore(),
    hardened: options.hardened ?? false,
    openJournal: (name) => openJournal(ring, name),
    install: datasets.install,
    onCommitted: (sandbox, changes) => scheduler.committed(sandbox, changes),
  });
  const pipeline: PipelineParts = {
    vendors: servedVendors(modules, universe.vendors),
    locate: locatorOf(modules),
    sandboxes,
    selfCheck: config.selfCheck,
    hardened: options.hardened ?? false,
    xmlCheck: options.xmlCheck,
    marks: !config.plain,
    maxBodyBytes: config.maxBodyBytes,
    publicUrl: config.publicUrl,
    host,
    stopwatch: () => performance.now(),
    wait: options.wait ?? sleep,
    onExchange: (exchange, response) => {
      const line = logLine(exchange, response, config.log === 'requests');
      if (line !== undefined) log(line);
    },
  };
  return {
    config,
    modules,
    sandboxes,
    datasets,
    pipeline,
    scheduler,
    deliver,
    host,
    pause: breathe,
    recipe: recipes(config, modules),
  };
}

function assertPorts(ports: Config['ports'], modules: readonly AnyVendorModule[]): void {
  const names = modules.map(({ name }) => name);
  for (const vendor of Object.keys(ports)) {
    if (names.includes(vendor)) continue;
    throw new UsageError(
      `--ports ${vendor}: unknown vendor "${vendor}"${suggestion(vendor, names)}`,
    );
  }
}

function servedVendors(
  modules: readonly AnyVendorModule[],
  made: ReturnType<typeof universeOf>['vendors'],
): ReadonlyMap<string, ServedVendor> {
  const served = new Map<string, ServedVendor>();
  for (const module of modules) {
    const vendor = made.get(module.name);
    if (vendor) served.set(module.name, servedVendorOf(module, vendor));
  }
  return served;
}

function recipes(config: Config, modules: readonly AnyVendorModule[]): Core['recipe'] {
  const overrides = overridesOf(modules, config.set);
  return (asked) => ({
    name: asked.name,
    seed: asked.seed ?? config.seed,
    dataset: asked.dataset ?? config.dataset,
    clock: asked.clock ?? config.clock,
    ttlMs: asked.ttlMs,
    bindings: asked.bindings ?? [],
    prepare: (edits) => {
      for (const [vendor, values] of overrides) putSettings(edits, vendor, values);
      asked.prepare?.(edits);
    },
  });
}

const textOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
