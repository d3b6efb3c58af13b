import type { Config } from './config.ts';
import { names, origins, portPerVendor, settingOverrides } from './option-lists.ts';
import { byteCount, clock, onOff, oneOf, text, webUrl, wholeNumber } from './option-types.ts';
import type { OptionType } from './option-types.ts';

export interface Option<T> {
  readonly type: OptionType<Exclude<T, undefined>>;
  readonly byDefault: T;
  readonly description: string;
  /** Never shown. */
  readonly secret?: true;
  /** Joins what two sources say; without it the stronger source wins alone. */
  readonly join?: (weaker: T, stronger: T) => T;
}

export type Options = { readonly [K in keyof Config]: Option<Config[K]> };

/** The one table behind the flags, the variables, the file keys, the help and the docs. */
export const options: Options = {
  port: {
    type: wholeNumber(0, 65_535),
    byDefault: 4360,
    description: 'port for everything; 0 takes any free one',
  },
  host: {
    type: text('address'),
    byDefault: '127.0.0.1',
    description: 'address to listen on; 0.0.0.0 lets other machines in',
  },
  dataset: {
    type: text('name|file'),
    byDefault: 'demo',
    description: 'data to start with; join several with +',
  },
  seed: {
    type: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    byDefault: 1,
    description: 'the same seed and the same calls give the same answers',
  },
  clock: {
    type: clock,
    byDefault: { mode: 'running', at: undefined },
    description: 'running, running@ISO or frozen@ISO',
  },
  store: {
    type: { ...oneOf(['memory']), expected: 'memory: other stores are not built yet' },
    byDefault: 'memory',
    description: 'where state lives',
  },
  ports: {
    type: portPerVendor,
    byDefault: {},
    description: 'a port of its own for a vendor, at the root',
  },
  publicUrl: {
    type: webUrl,
    byDefault: undefined,
    description: 'where people reach sosie: used in the links that they open',
  },
  adminToken: {
    type: text('token'),
    byDefault: undefined,
    description: 'token that every control API call must bear',
    secret: true,
  },
  cors: {
    type: origins,
    byDefault: [],
    description: 'origins whose pages may call the vendors; alone: any',
  },
  selfCheck: {
    type: oneOf(['fail', 'warn', 'off']),
    byDefault: 'warn',
    description: 'what to do when an answer breaks its contract',
  },
  journalBytes: {
    type: byteCount(0, 2 ** 32),
    byDefault: 64 * 2 ** 20,
    description: 'memory for all journals together; 0 keeps none',
  },
  set: {
    type: settingOverrides,
    byDefault: [],
    description: "answers an open question of a vendor's; repeatable",
    join: (weaker, stronger) => [...weaker, ...stronger],
  },
  log: {
    type: oneOf(['off', 'requests']),
    byDefault: 'off',
    description: 'requests prints one line per request',
  },
  plain: {
    type: onOff,
    byDefault: false,
    description: 'leaves out the X-Sosie-… response headers',
  },
  strictXml: {
    type: onOff,
    byDefault: false,
    description: 'checks answers in XML against their schemas too',
  },
  allowHost: {
    type: names('name,…'),
    byDefault: [],
    description: 'host names under which the control API may be called',
  },
  allowOutbound: {
    type: names('host,…'),
    byDefault: [],
    description: 'hosts that notifications may be sent to, beside loopback',
  },
  maxBodyBytes: {
    type: byteCount(1, 2 ** 30),
    byDefault: 2 ** 20,
    description: 'a longer request body is refused',
  },
};

/** Known words that do nothing yet: using one is an error rather than a surprise. */
export const notBuiltOptions = {
  tls: { placeholder: '<auto|cert,key>', description: 'serves https' },
} as const;

export type OptionName = keyof Config;
export type NotBuiltName = keyof typeof notBuiltOptions;

// `Object.keys` forgets the keys' type; the tables above are closed.
export const optionNames = Object.keys(options) as readonly OptionName[];
export const notBuiltNames = Object.keys(notBuiltOptions) as readonly NotBuiltName[];

export function isOptionName(word: string): word is OptionName {
  return Object.hasOwn(options, word);
}

export function isNotBuilt(word: string): word is NotBuiltName {
  return Object.hasOwn(notBuiltOptions, word);
}

/** `publicUrl` → `--public-url` */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `publicUrl` → `SOSIE_PUBLIC_URL` */
export function variableOf(name: string): string {
  return `SOSIE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
