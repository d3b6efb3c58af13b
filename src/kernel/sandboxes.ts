import { putClock, readClock, startClock, type ClockStart } from './clock.ts';
import { joinLog } from './commit-log.ts';
import { assert } from './defect.ts';
import { Installation } from './installation.ts';
import type { Instant } from './instant.ts';
import type { Journal } from './journal.ts';
import type { Eventually } from './lane.ts';
import { collectWaiting } from './outbox.ts';
import { Sandbox } from './sandbox.ts';
import type { StaleViews } from './stale-views.ts';
import { State } from './state.ts';
import type { Store } from './store.ts';
import type { RowChange } from './table.ts';
import type { Edits } from './transaction.ts';
import type { Universe } from './vendor.ts';

/** What a sandbox was made from; a reset makes it again. */
export interface SandboxRecipe {
  readonly name: string;
  readonly seed: number;
  readonly dataset: string;
  readonly clock: ClockStart;
  /** Dropped when nobody has used it for this long; undefined: never. */
  readonly ttlMs: number | undefined;
  /** Credentials that lead to this sandbox wherever they are used, as `vendor:key`. */
  readonly bindings: readonly string[];
  readonly forkedFrom?: string;
  /** What is to be in place before anything else happens. */
  readonly prepare?: (edits: Edits) => void;
}

export interface SandboxesParts {
  readonly universe: Universe;
  readonly store: Store;
  readonly hardened: boolean;
  readonly openJournal: (sandbox: string) => Journal;
  /** Fills an initial state; the clock is set already, so that dates can be relative to it. */
  readonly install: (recipe: SandboxRecipe, edits: Edits, now: Instant) => Eventually<void>;
  readonly onCommitted: (sandbox: Sandbox, changes: readonly RowChange[]) => void;
}

export interface Fork {
  readonly name: string;
  readonly ttlMs: number | undefined;
}

/** What a sandbox begins with. */
interface Beginning {
  readonly recipe: SandboxRecipe;
  readonly state: State;
  readonly views?: StaleViews;
}

interface Held {
  readonly sandbox: Sandbox;
  readonly recipe: SandboxRecipe;
  usedAt: Instant;
}

/** All sandboxes of a process, by name. */
export class Sandboxes {
  readonly #parts: SandboxesParts;
  readonly #held = new Map<string, Held>();
  /** Names of sandboxes that are still being made, or whose log is still being dropped. */
  readonly #reserved = new Set<string>();
  /** By credential, also of those still being made: the name of its sandbox. */
  readonly #bindings = new Map<string, string>();

  constructor(parts: SandboxesParts) {
    this.#parts = parts;
  }

  get names(): readonly string[] {
    return [...this.#held.keys()];
  }

  get(name: string): Sandbox | undefined {
    return this.#held.get(name)?.sandbox;
  }

  recipe(name: string): SandboxRecipe | undefined {
    return this.#held.get(name)?.recipe;
  }

  isTaken(name: string): boolean {
    return this.#held.has(name) || this.#reserved.has(name);
  }

  /** The sandbox a credential is bound to. */
  boundTo(binding: string): Sandbox | undefined {
    const name = this.holderOf(binding);
    return name === undefined ? undefined : this.get(name);
  }

  /** The name of the sandbox a credential is bound to, or will be once that is made. */
  holderOf(binding: string): string | undefined {
    return this.#bindings.get(binding);
  }

  /** Keeps an idle sandbox alive. */
  touch(name: string, host: Instant): void {
    const held = this.#held.get(name);
    if (held) held.usedAt = host;
  }

  async create(recipe: SandboxRecipe, host: Instant): Promise<Sandbox> {
    return this.#reserving(recipe, async () => {
      const state = await this.#initialState(recipe, host);
      return this.#hold({ recipe, state }, host);
    });
  }

  /** A copy under another name; neither side sees the other's changes. */
  async fork(from: string, copy: Fork, host: Instant): Promise<Sandbox> {
    const held = this.#held.get(from);
    assert(held, `no sandbox ${from}`);
    const recipe = { ...held.recipe, ...copy, forkedFrom: from, bindings: [] };
    return this.#reserving(recipe, async () => {
      // Not in the middle of an advance, which stops a running clock while it works.
      const state = await held.sandbox.advances.run(() => held.sandbox.forkState());
      collectWaiting(new Installation(state, this.#parts.hardened));
      return this.#hold({ recipe, state, views: held.sandbox.views.fork() }, host);
    });
  }

  async reset(name: string, host: Instant): Promise<Sandbox> {
    const held = this.#held.get(name);
    assert(held, `no sandbox ${name}`);
    const state = await this.#initialState(held.recipe, host);
    // An advance that is under way would move the new state's clock when it ends.
    await held.sandbox.advances.run(() => held.sandbox.replaceState(state));
    held.usedAt = host;
    return held.sandbox;
  }

  async drop(name: string): Promise<void> {
    const held = this.#held.get(name);
    if (!held) return;
    this.#held.delete(name);
    this.#unbind(held.recipe);
    this.#reserved.add(name);
    try {
      await held.sandbox.close();
    } finally {
      this.#reserved.delete(name);
    }
  }

  /** Drops what nobody has used for its time to live; answers the names. */
  async expire(host: Instant): Promise<readonly string[]> {
    const idle = [...this.#held.values()].filter(
      ({ recipe, usedAt }) => recipe.ttlMs !== undefined && host - usedAt >= recipe.ttlMs,
    );
    for (const { recipe } of idle) await this.drop(recipe.name);
    return idle.map(({ recipe }) => recipe.name);
  }

  /** Nobody else gets the name or the credentials while the sandbox is being made. */
  async #reserving(recipe: SandboxRecipe, make: () => Promise<Sandbox>): Promise<Sandbox> {
    const { name, bindings } = recipe;
    assert(!this.isTaken(name), `sandbox ${name} exists`);
    for (const binding of bindings) {
      const holder = this.holderOf(binding);
      assert(holder === undefined, `${binding} is bound to ${holder}`);
    }
    this.#reserved.add(name);
    for (const binding of bindings) this.#bindings.set(binding, name);
    try {
      return await make();
    } catch (error) {
      this.#unbind(recipe);
      throw error;
    } finally {
      this.#reserved.delete(name);
    }
  }

  #unbind({ bindings }: SandboxRecipe): void {
    for (const binding of bindings) this.#bindings.delete(binding);
  }

  async #initialState(recipe: SandboxRecipe, host: Instant): Promise<State> {
    const state = new State(this.#parts.universe.specs);
    const edits = new Installation(state, this.#parts.hardened);
    const clock = startClock(recipe.clock, host);
    putClock(edits, clock);
    await this.#parts.install(recipe, edits, readClock(clock, host));
    recipe.prepare?.(edits);
    edits.finish();
    return state;
  }

  async #hold({ recipe, state, views }: Beginning, host: Instant): Promise<Sandbox> {
    const { universe, store, hardened, openJournal, onCommitted } = this.#parts;
    const { name, seed } = recipe;
    await joinLog(store, name, state);
    const journal = openJournal(name);
    const parts = { name, seed, universe, state, store, journal, hardened, onCommitted };
    const sandbox = new Sandbox(views ? { ...parts, views } : parts);
    this.#held.set(name, { sandbox, recipe, usedAt: host });
    return sandbox;
  }
}
