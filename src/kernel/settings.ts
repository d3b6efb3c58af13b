import { weaker, type Evidence } from './evidence.ts';
import { nearest } from './nearest.ts';

/** An open question of a vendor: what the double does unless told otherwise, and why. */
export interface Setting<T> {
  readonly default: T;
  /** The values it may take: a list, or bounds of a whole number, or any text. */
  readonly allowed: readonly T[] | { readonly min: number; readonly max: number } | 'text';
  readonly evidence: Evidence;
  readonly note: string;
}

export type SettingsSpec = Readonly<Record<string, Setting<string | number | boolean>>>;
type Widened<T> = T extends number ? number : T extends boolean ? boolean : T;
export type SettingsOf<S extends SettingsSpec> = {
  readonly [N in keyof S]: S[N]['allowed'] extends readonly (infer V)[]
    ? V
    : Widened<S[N]['default']>;
};

/** Settings as a behaviour reads them; remembers the weakest evidence among those it read. */
export interface TrackedSettings<S extends SettingsSpec = SettingsSpec> {
  readonly settings: SettingsOf<S>;
  weakest(): Evidence | undefined;
}

/** Makes the readers of one vendor's settings; one reader a turn, so it is kept cheap. */
export function settingsReader<S extends SettingsSpec>(spec: S): SettingsReader<S> {
  const known = readers.get(spec);
  // Made below from this very spec.
  if (known) return known as SettingsReader<S>;
  const reader = newReader(spec);
  readers.set(spec, reader);
  return reader;
}

type SettingsReader<S extends SettingsSpec> = (
  values: Readonly<Record<string, unknown>> | undefined,
) => TrackedSettings<S>;

/** One class per vendor in a process: engines are fast on one shape. */
const readers = new WeakMap<SettingsSpec, SettingsReader<SettingsSpec>>();

function newReader<S extends SettingsSpec>(spec: S): SettingsReader<S> {
  class Reader {
    readonly #values: Readonly<Record<string, unknown>> | undefined;
    #weakest: Evidence | undefined;

    static {
      for (const [name, { default: standard, evidence }] of Object.entries(spec)) {
        const get = function (this: Reader): unknown {
          this.#weakest = this.#weakest ? weaker(this.#weakest, evidence) : evidence;
          return this.#values?.[name] ?? standard;
        };
        Object.defineProperty(this.prototype, name, { get });
      }
    }

    constructor(values: Readonly<Record<string, unknown>> | undefined) {
      this.#values = values;
    }

    static weakestOf(reader: Reader): Evidence | undefined {
      return reader.#weakest;
    }
  }
  return (values) => {
    const reader = new Reader(values);
    // The getters defined above are exactly the spec's names.
    const settings = reader as unknown as SettingsOf<S>;
    return { settings, weakest: () => Reader.weakestOf(reader) };
  };
}

/** One line saying what is wrong with a value given for a setting, or undefined when it fits. */
export function settingProblem(
  spec: SettingsSpec,
  name: string,
  value: unknown,
): string | undefined {
  const setting = Object.hasOwn(spec, name) ? spec[name] : undefined;
  if (!setting) {
    const guess = nearest(name, Object.keys(spec));
    return `unknown setting "${name}"${guess ? `, did you mean "${guess}"?` : ''}`;
  }
  const { allowed } = setting;
  if (allowed === 'text') {
    return typeof value === 'string' ? undefined : `setting "${name}" must be a text`;
  }
  if ('min' in allowed) {
    const fits =
      Number.isInteger(value) && Number(value) >= allowed.min && Number(value) <= allowed.max;
    return fits
      ? undefined
      : `setting "${name}" must be a whole number from ${allowed.min} to ${allowed.max}`;
  }
  if (allowed.some((choice) => choice === value)) return undefined;
  return `setting "${name}" must be one of ${allowed.map((choice) => String(choice)).join(', ')}`;
}
