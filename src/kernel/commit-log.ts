import { assert } from './defect.ts';
import { andThen, type Eventually } from './lane.ts';
import type { ChangeSet, State } from './state.ts';
import type { Store } from './store.ts';
import type { RowChange } from './table.ts';
import { Transaction, type Edits } from './transaction.ts';

const MOST_CONFLICTS = 8;

export interface Decision<T> {
  readonly commit: boolean;
  readonly value: T;
}

export interface Committed<T> {
  readonly value: T;
  /** Empty when nothing was kept. */
  readonly changes: readonly RowChange[];
}

export interface CommitLogParts {
  readonly name: string;
  readonly state: State;
  readonly store: Store;
  readonly hardened: boolean;
  /** Told of every change set that was applied, and whether it was decided here. */
  readonly onApplied: (changes: readonly RowChange[], own: boolean) => void;
}

export interface Attempt<T> {
  readonly decide: (transaction: Transaction) => Decision<T>;
  /** Turns are counted: chance is forked from their number. */
  readonly isTurn: boolean;
}

/** Brings a state up to the log of its sandbox, which another owner may have begun. */
export function joinLog(store: Store, name: string, state: State): Eventually<void> {
  return andThen(store.open(name, state.sequence), (last) => {
    if (last <= state.sequence) return;
    return andThen(store.read(name, state.sequence), (changeSets) => {
      for (const changeSet of changeSets) state.apply(changeSet);
    });
  });
}

/** A sandbox's one numbered sequence of commits: decided, appended to the store, then applied. */
export class CommitLog {
  readonly #parts: CommitLogParts;
  #state: State;
  #isClosed = false;

  constructor(parts: CommitLogParts) {
    this.#parts = parts;
    this.#state = parts.state;
  }

  get state(): State {
    return this.#state;
  }

  /** `conflict`: another owner was first; its change sets are applied and nothing else is. */
  attempt<T>({ decide, isTurn }: Attempt<T>): Eventually<Committed<T> | 'conflict'> {
    const { name, store, hardened, onApplied } = this.#parts;
    assert(!this.#isClosed, `sandbox ${name} was dropped`);
    const transaction = new Transaction(this.#state, hardened);
    const { commit, value } = decide(transaction);
    const changes = commit ? transaction.changes() : [];
    if (changes.length === 0) return { value, changes };
    const { sequence, turns } = this.#state;
    const changeSet: ChangeSet = {
      sequence: sequence + 1,
      turns: isTurn ? turns + 1 : turns,
      changes,
    };
    return andThen(store.append(name, sequence, changeSet), (answer) => {
      if (answer === 'conflict') return this.#catchUp();
      this.#state.apply(changeSet);
      onApplied(changes, true);
      return { value, changes };
    });
  }

  /** Decides again after each conflict, on what the other owner left and what it made due. */
  commit<T>(
    attempt: Attempt<T>,
    settle: () => Eventually<unknown>,
    tries = 1,
  ): Eventually<Committed<T>> {
    return andThen(this.attempt(attempt), (committed) => {
      if (committed !== 'conflict') return committed;
      this.assertFew(tries);
      return andThen(settle(), () => this.commit(attempt, settle, tries + 1));
    });
  }

  /** Changes what belongs to the sandbox and not to a vendor. */
  edit<T>(change: (edits: Edits) => T): Eventually<T> {
    const attempt: Attempt<T> = {
      isTurn: false,
      decide: (edits) => ({ commit: true, value: change(edits) }),
    };
    const committed = this.commit(attempt, () => undefined);
    return andThen(committed, ({ value }) => value);
  }

  /** An owner that always loses is a defect, or it would try for ever. */
  assertFew(conflicts: number): void {
    const why = (): string => `${MOST_CONFLICTS} conflicts in a row in ${this.#parts.name}`;
    assert(conflicts < MOST_CONFLICTS, why);
  }

  /** Starts the log anew behind another state. */
  replace(state: State): Eventually<void> {
    const { name, store } = this.#parts;
    // By now the name and its log may be another sandbox's.
    assert(!this.#isClosed, `sandbox ${name} was dropped`);
    return andThen(store.drop(name), () =>
      andThen(store.open(name, state.sequence), () => {
        this.#state = state;
      }),
    );
  }

  close(): Eventually<void> {
    this.#isClosed = true;
    return this.#parts.store.drop(this.#parts.name);
  }

  #catchUp(): Eventually<'conflict'> {
    const { name, store, onApplied } = this.#parts;
    return andThen(store.read(name, this.#state.sequence), (changeSets) => {
      for (const changeSet of changeSets) {
        this.#state.apply(changeSet);
        onApplied(changeSet.changes, false);
      }
      return 'conflict';
    });
  }
}
