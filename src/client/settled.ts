import { atLeast } from './option-checks.ts';
import type { SharedOptions } from './options.ts';
import { undiciTransport } from './undici-transport.ts';

/** The options of a client with nothing left open. */
export interface Settled extends Required<Omit<SharedOptions, 'onDrift'>> {
  readonly onDrift: SharedOptions['onDrift'];
  /** What stands before the paths of the contract, without a slash at its end. */
  readonly root: string;
}

export function settle(root: string, options: SharedOptions): Settled {
  return {
    timeoutMs: atLeast(1, 'timeoutMs', options.timeoutMs ?? 30_000),
    retries: atLeast(0, 'retries', options.retries ?? 2),
    backoffMs: atLeast(0, 'backoffMs', options.backoffMs ?? 100),
    maxWaitMs: atLeast(0, 'maxWaitMs', options.maxWaitMs ?? 5_000),
    validate: options.validate ?? true,
    onDrift: options.onDrift,
    headers: lowerCased(options.headers ?? {}),
    transport: options.transport ?? undiciTransport(),
    clock: options.clock ?? Date.now,
    random: options.random ?? Math.random,
    wait: options.wait ?? timer,
    root,
  };
}

const timer = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const lowerCased = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
