import { putClock, readClock, startClock, type ClockStart } from './clock.ts';
import { joinLog } from './commit-log.ts';
import { assert } from './defect.ts';
import { Installation } from './installation.ts';
import type { Instant } from './instant.ts';
import type { Journal } from './journal.ts';
import type { Eventually } from './lane.ts';
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
  /** Names whose data set is still being loaded. */
  readonly #opening = new Set<string>();
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
    return this.#held.has(name) || this.#opening.has(name);
  }

  /** The sandbox a credential is bound to. */
  boundTo(binding: string): Sandbox | undefined {
    const name = this.#bindings.get(binding);
    return name === undefined ? undefined : this.get(name);
  }

  /** Keeps an idle sandbox alive. */
  touch(name: string, host: Instant): void {
    const held = this.#held.get(name);
    if (held) held.usedAt = host;
  }

  async create(recipe: SandboxRecipe, host: Instant): Promise<Sandbox> {
    assert(!this.isTaken(recipe.name), `sandbox ${recipe.name} exists`);
    this.#opening.add(recipe.name);
    try {
      const state = await this.#initialState(recipe, host);
      return await this.#hold({ recipe, state }, host);
    } finally {
      this.#opening.delete(recipe.name);
    }
  }

  /** A copy under another name; neither side sees the other's changes. */
  async fork(from: string, copy: Fork, host: Instant): Promise<Sandbox> {
    const { name } = copy;
    const held = this.#held.get(from);
    assert(held, `no sandbox ${from}`);
    assert(!this.isTaken(name), `sandbox ${name} exists`);
    this.#opening.add(name);
    try {
      // Not in the middle of an advance, which stops a running clock while it works.
      const state = await held.sandbox.advances.run(() => held.sandbox.forkState());
      const recipe = { ...held.recipe, ...copy, forkedFrom: from, bindings: [] };
      return await this.#hold({ recipe, state, views: held.sandbox.views.fork() }, host);
    } finally {
      this.#opening.delete(name);
    }
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
    for (const binding of held.recipe.bindings) {
      if (this.#bindings.get(binding) === name) this.#bindings.delete(binding);
    }
    await held.sandbox.close();
  }

  /** Drops what nobody has used for its time to live; answers the names. */
  async expire(host: Instant): Promise<readonly string[]> {
    const idle = [...this.#held.values()].filter(
      ({ recipe, usedAt }) => recipe.ttlMs !== undefined && host - usedAt >= recipe.ttlMs,
    );
    for (const { recipe } of idle) await this.drop(recipe.name);
    return idle.map(({ recipe }) => recipe.name);
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
    for (const binding of recipe.bindings) this.#bindings.set(binding, name);
    return sandbox;
  }
}
